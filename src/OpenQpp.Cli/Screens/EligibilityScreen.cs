using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>Eligibility for people: a row for every TIN/NPI, and for a few of them every criterion.</summary>
internal static class EligibilityScreen
{
    private const int MostExplained = 25;
    private const int MostRows = 1000;

    public static void Show(Screen screen, YearEligibility eligibility, YearLaw law)
    {
        var answers = eligibility.Answers().Take(MostRows + 1).ToList();
        screen.Heading($"Eligibility in performance year {law.Name}, payment year {law.Year.PaymentYear.Year}");
        foreach (var segment in law.Eligibility.Segments)
        {
            screen.Line($"Segment {segment.Number}: {segment.From:yyyy-MM-dd} to {segment.To:yyyy-MM-dd}, claims run-out {Sentence.Value(segment.RunOut)} days");
        }

        screen.Line($"Dollars of the low-volume threshold: {law.Eligibility.LowVolumeDollarBasis?.Word}");
        screen.Line();
        screen.Table(
            ["TIN", "NPI", "Adjustment", "Levels", "Why"],
            [.. answers.Take(MostRows).Select(answer => (string[])
            [
                Tin.Of(answer.Clinician.Tin).ToString(),
                answer.Clinician.Npi,
                MipsStatus.Word(answer.Status.Is) + Condition(answer.Status.Condition),
                string.Join(", ", answer.Status.Levels.Select(level => level.Word())),
                answer.Status.Reason,
            ])]);
        if (answers.Count > MostRows)
        {
            screen.Line($"Only the first {MostRows} are shown; --json gives all.");
        }

        if (answers.Count <= MostExplained)
        {
            foreach (var answer in answers)
            {
                Explain(screen, answer);
            }
        }
    }

    /// <summary>A refused election on one line.</summary>
    public static string Line(RefusedElection refused) => $"{refused.Code} {refused.Election.Place}: {refused.Says}";

    private static void Explain(Screen screen, EligibilityAnswer answer)
    {
        screen.Heading($"{Tin.Of(answer.Clinician.Tin)} / {answer.Clinician.Npi}");
        foreach (var reason in answer.Standing.Individual.Volume.Reasons.Concat(answer.Standing.Group.Volume.Reasons))
        {
            screen.Line($"{reason.Level.Word()}, segment {reason.Segment}: {Sentence.Of(reason.Test)}");
        }

        foreach (var test in answer.Standing.Exclusion.Tests.Where(test => test.Flag))
        {
            screen.Line(Sentence.Of(test));
        }

        Statuses(screen, "Special statuses", answer.SpecialStatuses, answer.StatusTests);
        Statuses(screen, "Special statuses of the group", answer.Practice.SpecialStatuses, answer.Practice.StatusTests);
        foreach (var membership in answer.Apm)
        {
            screen.Line($"{Sentence.Of(membership.IsListed)}; {Sentence.Of(membership.IsOfEntityGroup)}");
        }

        if (answer.VirtualGroup is { } group)
        {
            screen.Line($"Virtual group {group.Id}: {Sentence.Of(group.IsApproved)}");
            foreach (var gap in group.Agreement.Gaps)
            {
                screen.Line($"  gap, {gap.Paragraph}: {Sentence.Of(gap.Holds)}");
            }
        }

        screen.Line(Sentence.Of(answer.AutomaticExtremeCircumstances));
        foreach (var refused in answer.RefusedElections)
        {
            screen.Line($"Note {Line(refused)}");
        }

        screen.Line();
    }

    private static void Statuses(Screen screen, string title, SpecialStatus statuses, IReadOnlyList<StatusTest> tests)
    {
        screen.Line($"{title}: {(statuses == SpecialStatus.None ? "none" : string.Join(", ", EligibilityJson.Words(statuses)))}");
        foreach (var test in tests.Where(test => test.Holds.Flag))
        {
            screen.Line($"  segment {test.Segment}: {Sentence.Of(test.Holds)}");
        }
    }

    private static string Condition(string? condition) => condition switch
    {
        MipsStatus.GroupReports => " if the group reports",
        MipsStatus.UnlessGroupReports => " unless the group reports",
        _ => "",
    };
}
