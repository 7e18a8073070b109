using System.Text;
using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>What <c>scaling-run.json</c> says of a run.</summary>
/// <param name="Year">The performance year.</param>
/// <param name="LawHash">The law under which it was made.</param>
/// <param name="Engine">The program that made it.</param>
/// <param name="Scaling">The whole text.</param>
/// <param name="InputHashes">SHA-256 of the files of the input, by name.</param>
internal sealed record RunHeader(PerformanceYear Year, string LawHash, string Engine, string Scaling, IReadOnlyDictionary<string, string> InputHashes)
{
    public const string FileName = "scaling-run.json";

    /// <summary>Reads it; null where it cannot be used, which is a problem.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static RunHeader? Read(byte[] utf8, ProblemList problems)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            var version = root.GetProperty("version");
            return new(
                new(root.GetProperty("performanceYear").GetInt32()),
                version.GetProperty("law").GetString()!,
                version.GetProperty("engine").GetString()!,
                Encoding.UTF8.GetString(utf8),
                root.GetProperty("inputHashes").EnumerateObject().ToDictionary(hash => hash.Name, hash => hash.Value.GetString()!, StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            problems.Add(ProblemCode.NOT_READABLE, FileName, "The file is not what 'openqpp year run' writes. Run the year again.");
            return null;
        }
    }
}
