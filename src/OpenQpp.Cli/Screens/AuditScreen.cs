using System.Globalization;
using OpenQpp.Remits;
using OpenQpp.Rules;

namespace OpenQpp.Cli;

/// <summary>An audit for a person at a terminal: what was read, what was found, what is at stake.</summary>
internal sealed class AuditScreen
{
    private const int MostFindings = 40;
    private const int MostPractices = 50;

    private readonly List<FindingRow> first = [];
    private long found;

    /// <summary>Takes a finding; the first ones are listed.</summary>
    public void Add(FindingRow row)
    {
        found++;
        if (first.Count < MostFindings)
        {
            first.Add(row);
        }
    }

    /// <summary>Shows everything.</summary>
    public void Show(AuditTotals totals, string? folder)
    {
        var screen = new Screen();
        screen.Table(
            ["TIN", ">Claims", ">Lines", ">With MIPS", ">Agree", ">Findings", ">Too little", ">Too much"],
            [.. totals.Practices.Take(MostPractices).Select(Row)]);
        if (totals.Practices.Count > MostPractices)
        {
            screen.Line($"and {Whole(totals.Practices.Count - MostPractices)} practices more");
        }

        var byName = totals.Practices.SelectMany(practice => practice.Findings).GroupBy(pair => pair.Key).OrderBy(group => group.Key).ToArray();
        if (byName.Length > 0)
        {
            screen.Table(["Finding", ">Times", ">Paid too little"], [.. byName.Select(group => (string[])[group.Key.Word(), Whole(group.Sum(pair => pair.Value.Count)), Money(group.Sum(pair => pair.Value.Due))])]);
            foreach (var row in first)
            {
                screen.Line(Sentence(row));
            }

            screen.Line(found > first.Count ? $"and {Whole(found - first.Count)} findings more: ask with --csv or --out" : "");
        }
        else
        {
            screen.Line("Nothing was found.");
        }

        var undecided = totals.Practices.SelectMany(practice => practice.Undecided).GroupBy(pair => pair.Key).OrderBy(group => group.Key).ToArray();
        if (undecided.Length > 0)
        {
            screen.Line();
            screen.Table(["Not judged", ">Lines", ">Dollars"], [.. undecided.Select(group => (string[])[group.Key.Word(), Whole(group.Sum(pair => pair.Value.Lines)), Money(group.Sum(pair => pair.Value.Dollars))])]);
        }

        screen.Line($"Set aside: {Whole(totals.SetAsideByPayer.Values.Sum())} claims that are not of Medicare Part B. Reversals: {Whole(totals.Practices.Sum(practice => practice.Reversals))}; claims with findings that were taken back as they were: {Whole(totals.Practices.Sum(practice => practice.TakenBack))}; reversals not judged because their claim is in no file: {Whole(totals.Practices.Sum(practice => practice.ReversalsOfUnknown))}.");
        screen.Line($"At stake: {Money(totals.Practices.Sum(practice => practice.AtStake))} dollars.");
        if (folder is not null)
        {
            screen.Line($"A CSV and a report for each practice are in {folder}.");
        }
    }

    private static string[] Row(PracticeTotals practice) =>
    [
        practice.Tin, Whole(practice.Claims), Whole(practice.Lines), Whole(practice.LinesWithMips), Whole(practice.LinesThatAgree), Whole(practice.Findings.Values.Sum(one => one.Count)),
        Money(practice.Underpaid), Money(practice.Overpaid),
    ];

    private static string Sentence(FindingRow row) =>
        row.Place.Length == 0
            ? $"{row.Finding.Name.Word()} {row.Tin}: {row.Says}; the factors would give {Money(row.Finding.Expected ?? 0m)}"
            : $"{row.Finding.Name.Word()} {row.File} {row.Place}: {row.Says}{(row.Finding.Expected is { } expected ? $"; {Money(expected)} is due" : "")}{(row.Finding.Shown is { } shown ? $", {Money(shown)} is shown" : "")}";

    private static string Whole(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
