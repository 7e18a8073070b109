using System.Text;

namespace OpenQpp.YearRun;

/// <summary>Keeps problems of a part, by file and line, and joins those of all parts without holding them.</summary>
internal static class ProblemFile
{
    public static void Write(Stream stream, List<RunProblem> problems)
    {
        problems.Sort(RunProblem.Compare);
        using var to = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        foreach (var problem in problems)
        {
            to.Write(true);
            problem.Write(to);
        }

        to.Write(false);
    }

    /// <summary>The problems of several files in one order, the same one however the input was cut.</summary>
    /// <param name="files">Opens each.</param>
    public static IEnumerable<RunProblem> Joined(IEnumerable<Func<Stream>> files)
    {
        var open = files.Select(file => Read(file).GetEnumerator()).ToList();
        try
        {
            var next = new PriorityQueue<IEnumerator<RunProblem>, RunProblem>(Comparer<RunProblem>.Create(RunProblem.Compare));
            foreach (var file in open.Where(file => file.MoveNext()))
            {
                next.Enqueue(file, file.Current);
            }

            while (next.TryDequeue(out var file, out var problem))
            {
                yield return problem;
                if (file.MoveNext())
                {
                    next.Enqueue(file, file.Current);
                }
            }
        }
        finally
        {
            open.ForEach(file => file.Dispose());
        }
    }

    private static IEnumerable<RunProblem> Read(Func<Stream> file)
    {
        using var from = new BinaryReader(new BufferedStream(file(), 1 << 14));
        while (from.ReadBoolean())
        {
            yield return RunProblem.Read(from);
        }
    }
}
