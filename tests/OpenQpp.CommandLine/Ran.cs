using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenQpp.CommandLine;

/// <summary>What a program left when it ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Bytes">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Ran(int Code, byte[] Bytes, string Error)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Standard output as text.</summary>
    public string Output => Strict.GetString(Bytes);

    /// <summary>All of standard output as one JSON document.</summary>
    public JsonNode Json => JsonNode.Parse(Bytes, documentOptions: new() { MaxDepth = 512 })!;

    public IReadOnlyList<string> OutputLines => LinesOf(Output);

    public IReadOnlyList<string> ErrorLines => LinesOf(Error);

    /// <summary>Runs a program to its end, with its standard streams redirected.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="patience">After this time it is ended.</param>
    public static Ran ToItsEnd(ProcessStartInfo start, byte[] input, TimeSpan patience)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.StandardErrorEncoding = Strict;
        using var process = Process.Start(start)!;
        var isLate = false;
        using var timer = new Timer(
            _ =>
            {
                isLate = true;
                process.Kill(entireProcessTree: true);
            },
            state: null,
            patience,
            Timeout.InfiniteTimeSpan);
        var error = process.StandardError.ReadToEndAsync();
        var given = Task.Run(() => Give(process, input));
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        given.Wait();
        return isLate
            ? throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end within {patience}.\n{error.Result}")
            : new(process.ExitCode, output.ToArray(), error.Result);
    }

    private static void Give(Process process, byte[] input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended, or chose not to read.
        }
    }

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
