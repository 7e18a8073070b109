using OpenQpp.Explanations;
using OpenQpp.Files;
using OpenQpp.Law;
using Xunit;

namespace OpenQpp.Fixtures;

/// <summary>CMS's sample documents, which lie beside the project only on its developers' machines.</summary>
internal static class Samples
{
    private static readonly LawBook Book = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));

    /// <summary>A folder of the documents. Without them the test is skipped, or fails where every test must run.</summary>
    public static string Folder(params string[] parts)
    {
        if (Root.Shared is { } shared)
        {
            return Path.Combine([shared, .. parts]);
        }

        const string Absent = "CMS's sample documents are not beside this checkout";
        if (string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal))
        {
            Assert.Fail(Absent);
        }

        Assert.Skip(Absent);
        return "";
    }

    /// <summary>A case under the final law with the settings as they are.</summary>
    public static CaseOutcome Score(byte[] bytes, bool allowSynthetic) =>
        new CaseScorer(Book, new(allowSynthetic), null, null, new Dictionary<string, string>(StringComparer.Ordinal)).Score(bytes);
}
