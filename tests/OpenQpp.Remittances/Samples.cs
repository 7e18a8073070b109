using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.Remittances;

/// <summary>Sample interchanges, which lie beside the project only on its developers' machines.</summary>
internal static class Samples
{
    /// <summary>The folder of the samples. Without it the test is skipped, or fails where every test must run.</summary>
    public static string Folder()
    {
        if (Root.Shared is { } shared)
        {
            return Path.Combine(shared, "fixtures", "x12");
        }

        const string Absent = "The sample interchanges are not beside this checkout";
        if (string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal))
        {
            Assert.Fail(Absent);
        }

        Assert.Skip(Absent);
        return "";
    }
}
