using System.Runtime.CompilerServices;
using OpenQpp.DuckDb;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>What these tests need and may not find. A test without it is skipped, or fails where every test must run.</summary>
internal static class Provided
{
    private const string SourceVariable = "OPENQPP_SOURCE";

    private static bool EveryTestMustRun => string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal);

    /// <summary>DuckDB's library.</summary>
    public static void Library() => Need(AnalyticsLibrary.IsHere, "DuckDB is not here: ./openqpp analytics install");

    /// <summary>The folder of sample claims, which lies beside the project only on its developers' machines.</summary>
    public static string Samples()
    {
        Need(Root.Shared is not null, "The sample claims are not beside this checkout");
        return Path.Combine(Root.Shared!, "fixtures", "claims");
    }

    [ModuleInitializer]
    internal static void LookBesideTheSources() => Environment.SetEnvironmentVariable(SourceVariable, Environment.GetEnvironmentVariable(SourceVariable) ?? Root.Folder);

    private static void Need(bool isHere, string absent)
    {
        Assert.SkipUnless(isHere || EveryTestMustRun, absent);
        Assert.True(isHere, absent);
    }
}
