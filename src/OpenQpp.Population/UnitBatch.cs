namespace OpenQpp.Population;

/// <summary>
/// Finds scores for many units at once: their reach and their performance on all processors, wanted scores one after another.
/// A batch is as large as it is whatever the machine, so the nation does not depend on it.
/// </summary>
/// <param name="solvers">Makes a solver for a thread.</param>
/// <param name="scores">The wanted distribution.</param>
/// <param name="files">Takes the units.</param>
/// <param name="lowestIndividual">The lowest score of anybody who is an individual; 0 where there is none such.</param>
internal sealed class UnitBatch(Func<ScoreSolver> solvers, ScoreQuota scores, NationFiles files, decimal lowestIndividual) : IDisposable
{
    private const int Size = 512;

    private readonly List<UnitWork> waiting = new(Size);
    private readonly ThreadLocal<ScoreSolver> solver = new(solvers);

    /// <summary>Units whose score was aimed at.</summary>
    public long Aimed { get; private set; }

    /// <summary>Takes units, and works when there are enough of them.</summary>
    public void Add(IEnumerable<UnitWork> units)
    {
        waiting.AddRange(units);
        if (waiting.Count >= Size)
        {
            Finish();
        }
    }

    /// <summary>Works on all units that wait.</summary>
    public void Finish()
    {
        Parallel.For(0, waiting.Count, place => Prepare(waiting[place]));
        foreach (var work in waiting)
        {
            // Clinicians of a group are individuals too, and under a policy for everybody none of them falls below its threshold score.
            var least = work.Unit.Facts.IsEntity ? work.Reach.Least : Math.Max(lowestIndividual, work.Reach.Least);
            work.Wanted = work.IsAimed ? scores.Choose(work.Clinicians, least, work.Reach.Most, work.Random!) : work.Score;
            scores.Count(work.Wanted, work.Clinicians);
        }

        Parallel.For(0, waiting.Count, place => Solve(waiting[place]));
        foreach (var work in waiting)
        {
            if (work.IsAimed)
            {
                Aimed++;
                scores.Count(work.Wanted, -work.Clinicians);
                scores.Count(work.Score, work.Clinicians);
            }

            files.Write(work.Unit, work.Performance);
        }

        waiting.Clear();
    }

    /// <summary>Lets the solvers go.</summary>
    public void Dispose() => solver.Dispose();

    private void Prepare(UnitWork work)
    {
        if (work.IsAimed)
        {
            work.Reach = solver.Value!.Reach(work.Unit);
        }
        else if (work.Clinicians > 0)
        {
            work.Score = solver.Value!.Score(work.Unit, work.Performance).FinalScore.NumberOrZero;
        }
    }

    private void Solve(UnitWork work)
    {
        if (work.IsAimed)
        {
            var (performance, result) = solver.Value!.Solve(work.Unit, work.Wanted);
            (work.Performance, work.Score) = (performance, result.FinalScore.NumberOrZero);
        }
    }
}
