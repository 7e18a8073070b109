using OpenQpp.Explanations;
using OpenQpp.Files;
using OpenQpp.Law;
using Xunit;

namespace OpenQpp.Scenarios;

/// <summary>
/// Every rule over every year: what a scenario gives to a rule in one year is given to it in all others. It answers with an
/// explanation that holds, declines with problems, or says that the year has no such measure or number; it never fails.
/// </summary>
public sealed class YearSweepTests
{
    private static readonly LawBook Book = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));
    private static readonly ILookup<string, Scenario> ByRule = Scenario.ReadAll(Path.Combine(Root.Folder, "tests", "scenarios")).Where(scenario => scenario.Variant is null).ToLookup(scenario => scenario.Rule, StringComparer.Ordinal);

    /// <summary>So many scenarios of a rule are taken, spread over all that it has.</summary>
    private const int Scenarios = 60;

    public static TheoryData<string, int> All()
    {
        var data = new TheoryData<string, int>();
        foreach (var rule in ByRule.Select(group => group.Key))
        {
            foreach (var year in Book.Years)
            {
                data.Add(rule, year.Year);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EveryRuleAnswersOrDeclines(string rule, int year)
    {
        var scenarios = ByRule[rule].ToArray();
        foreach (var scenario in scenarios.Where((_, index) => index % Math.Max(1, scenarios.Length / Scenarios) == 0))
        {
            try
            {
                foreach (var finding in ScenarioRules.Answer(rule, scenario.Given, Book.Of(new(year), scenario.Settings), Book).Findings)
                {
                    Assert.Empty(Explained.FaultsOf(finding));
                }
            }
            catch (Exception known) when (known is InvalidDataException or NoParameterForYear or LawDataException or KeyNotFoundException)
            {
                // Declined: problems were told, or the year has no such measure, activity or number.
            }
        }
    }
}
