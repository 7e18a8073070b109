using OpenQpp.Explanations;
using OpenQpp.Files;
using OpenQpp.Law;
using Xunit;

namespace OpenQpp.Scenarios;

/// <summary>Runs every scenario of tests/scenarios: each is a test of its own.</summary>
public sealed class ScenarioTests
{
    internal static readonly LawBook Book = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));
    private static readonly Dictionary<string, Scenario> Scenarios = Load();

    public static TheoryData<string> All() => [.. Scenarios.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Holds(string scenario)
    {
        var one = Scenarios[scenario];
        var law = one.Variant is { } variant ? Book.Variant(variant, one.Settings) : Book.Of(new(one.Year), one.Settings);
        var answer = ScenarioRules.Answer(one.Rule, one.Given, law, Book);
        var differences = answer.DifferencesTo(one.Expect, one.Basis).Concat(one.Given.NotAsked().Select(key => $"given '{key}' is not asked for by the rule '{one.Rule}'")).ToArray();
        Assert.True(differences.Length == 0, string.Join('\n', differences));
        foreach (var finding in answer.Findings)
        {
            Assert.Empty(Explained.FaultsOf(finding));
        }
    }

    private static Dictionary<string, Scenario> Load()
    {
        var scenarios = new Dictionary<string, Scenario>(StringComparer.Ordinal);
        foreach (var scenario in Scenario.ReadAll(Path.Combine(Root.Folder, "tests", "scenarios")))
        {
            var name = $"{scenario.File}, {scenario.Year}: {scenario.Case}";
            for (var again = 2; !scenarios.TryAdd(name, scenario); again++)
            {
                name = $"{scenario.File}, {scenario.Year}: {scenario.Case} ({again})";
            }
        }

        return scenarios;
    }
}
