using System.Text.Encodings.Web;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>Writes to standard output and standard error.</summary>
internal static class Output
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one JSON document to standard output.</summary>
    public static int Json(Action<Utf8JsonWriter> write)
    {
        using var stream = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            write(json);
        }

        stream.WriteByte((byte)'\n');
        return ExitCode.Done;
    }

    /// <summary>One JSON document on one line.</summary>
    public static byte[] JsonLine(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, OneLine))
        {
            write(json);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Refuses the input: the problems on standard error, one a line, and with --json the object on standard output.</summary>
    public static int Refuse(IReadOnlyList<Problem> problems, bool json)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(Line(problem));
        }

        if (json)
        {
            Json(writer => ProblemJson.WriteRefusal(writer, problems));
        }

        return ExitCode.Refused;
    }

    /// <summary>A problem on one line.</summary>
    public static string Line(Problem problem) => $"{problem.Code} {problem.Path}: {problem.Message}";
}
