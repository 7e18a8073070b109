using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>A scored case for people: the score, the categories, every measure, the adjustment, and why.</summary>
internal static class ScoreScreen
{
    public static void Show(Screen screen, ScoredCase result, MadeBy madeBy, bool full)
    {
        var variant = result.Law.Variant is { } name ? $" under {name}" : "";
        screen.Heading(result.Participated
            ? $"Final score {Sentence.Value(result.FinalScore)} of 100"
            : "No final score: nothing was submitted at this level");
        screen.Line($"Performance year {result.Law.Year.Year}{variant}, payment year {result.Law.Year.PaymentYear.Year}, {LevelOf(result.ParticipationOption)}, {OptionOf(result)}");
        Categories(screen, result);
        Quality(screen, result.Quality);
        Cost(screen, result.Cost);
        Activities(screen, result.ImprovementActivities);
        Interoperability(screen, result.PromotingInteroperability);
        if (result.PaymentAdjustment is { } adjustment)
        {
            AdjustmentScreen.Show(screen, adjustment, result.Law.Year.PaymentYear);
        }

        Others(screen, result.OtherScores);
        Remarks(screen, result);
        screen.Heading("Why");
        screen.Outline(result.FinalScore, full);
        if (result.PaymentAdjustment is { } explained)
        {
            screen.Outline(explained.TotalPercent, full);
        }

        screen.Line();
        screen.Line($"OpenQPP {madeBy.Engine}, law {madeBy.Law[..16]}, case {madeBy.Input[..16]}");
    }

    private static string LevelOf(ParticipationOption option) => option switch
    {
        ParticipationOption.VirtualGroup => "virtual group",
        ParticipationOption.ApmEntity => "APM Entity",
        _ => option.Word(),
    };

    private static string OptionOf(ScoredCase result)
    {
        var option = result.ReportingOption switch
        {
            ReportingOption.Traditional => "traditional MIPS",
            ReportingOption.Mvp => $"MIPS Value Pathway {result.Program}",
            ReportingOption.App => $"APM Performance Pathway ({result.Program})",
            _ => "APM scoring standard",
        };
        return result.Facility is null ? option : $"{option}, facility-based";
    }

    private static void Others(Screen screen, IReadOnlyList<OtherScore> others)
    {
        if (others.Count == 0)
        {
            return;
        }

        screen.Heading("Other scores of this participant");
        screen.Table(
            ["Way of scoring", ">Final score", "Not used because"],
            [.. others.Select(other => (string[])[OptionOf(other.Result), Number(other.Result.FinalScore), other.Reason])]);
    }

    private static void Categories(Screen screen, ScoredCase result)
    {
        var rows = result.Categories
            .Select(category => (string[])
            [
                Title(category.Category),
                category.Status == CategoryStatus.Scored ? Percent(category.Percent) : "",
                Percent(category.Weight),
                result.Participated ? Number(category.Contribution) : "",
                category.Status == CategoryStatus.Scored ? category.Reason ?? "" : $"{ResultJson.Word(category.Status)}: {category.Reason}",
            ])
            .ToList();
        Bonus(rows, "Complex patient bonus", result.ComplexPatientBonus);
        Bonus(rows, "Small practice bonus", result.SmallPracticeBonus);
        rows.Add(["Final score", "", "", Number(result.FinalScore), result.SingleCategory ? "fewer than two categories" : ""]);
        screen.Table(["Category", ">Score", ">Weight", ">Points", "Note"], rows);
    }

    private static void Bonus(List<string[]> rows, string title, Finding bonus)
    {
        if (bonus.Kind != ValueKind.NotScored)
        {
            rows.Add([title, "", "", Number(bonus), ""]);
        }
    }

    private static void Quality(Screen screen, QualityCategoryScore quality)
    {
        if (quality.Measures.Length == 0)
        {
            return;
        }

        screen.Heading($"Quality: {Number(quality.AchievementPoints)} of {Number(quality.AvailablePoints)} points, {ShownNumber.Of(quality.BonusPoints)} bonus points");
        screen.Table(
            ["Measure", ">Rate", ">Decile", ">Points", "Status"],
            [.. quality.Measures.Select(result => (string[])
            [
                result.Measure.Subject,
                result.Measure.Rate is { } rate ? Number(rate) : "",
                result.Measure.Decile > 0 ? Whole(result.Measure.Decile) : "",
                Number(result.Measure.Points.HasNumber ? result.Measure.Points : result.Measure.PotentialPoints ?? result.Measure.Points),
                Status(ResultJson.Word(result.Status), result.Reason),
            ])]);
    }

    private static void Cost(Screen screen, CostCategoryScore cost)
    {
        if (cost.Measures.Length == 0)
        {
            return;
        }

        screen.Heading($"Cost: {Number(cost.AchievementPoints)} of {Number(cost.AvailablePoints)} points");
        screen.Table(
            ["Measure", ">Dollars", ">Cases", ">Decile", ">Points", "Status"],
            [.. cost.Measures.Select(measure => (string[])
            [
                measure.Computed.Measure.Id,
                ShownNumber.Of(measure.Computed.Score, Unit.Dollars),
                ShownNumber.Of(measure.Computed.CaseCount),
                measure.Decile > 0 ? Whole(measure.Decile) : "",
                Number(measure.IsScored ? measure.Points : measure.PotentialPoints ?? measure.Points),
                Status(measure.IsScored ? "counted" : "excluded", measure.Reason),
            ])]);
    }

    private static void Activities(Screen screen, ImprovementActivitiesScore activities)
    {
        if (activities.Activities.Length == 0 && activities.ApmCredit is null)
        {
            return;
        }

        screen.Heading($"Improvement activities: {Number(activities.Points)} points");
        var rows = activities.Activities.Select(activity => (string[])[activity.Activity.Id, Number(activity.Points), activity.Reason ?? ""]).ToList();
        if (activities.ApmCredit is { } credit)
        {
            rows.Add(["APM credit", Number(credit), ""]);
        }

        screen.Table(["Activity", ">Points", "Note"], rows);
    }

    private static void Interoperability(Screen screen, InteroperabilityScore? interoperability)
    {
        if (interoperability is null)
        {
            return;
        }

        screen.Heading($"Promoting Interoperability: {Number(interoperability.Percent)} points");
        if (!interoperability.Requirements.Flag)
        {
            screen.Line("A requirement is not met, so the whole category scores 0:");
            foreach (var missing in interoperability.Requirements.Parts)
            {
                if (!missing.Flag)
                {
                    screen.Line($"  {Sentence.Of(missing)} [{missing.Label.Basis}]");
                }
            }

            return;
        }

        screen.Table(
            ["Measure", ">Points", ">Maximum", "Note"],
            [.. interoperability.Measures.Select(measure => (string[])[measure.Measure.Id, Number(measure.Points), Number(measure.MaximumPoints), measure.IsBonus ? "bonus" : ""])]);
    }

    private static void Remarks(Screen screen, ScoredCase result)
    {
        foreach (var assumption in result.Assumed)
        {
            screen.Line($"Assumed {assumption.What}: {assumption.Why}");
        }

        foreach (var warning in result.Warnings)
        {
            screen.Line($"Note {Output.Line(warning)}");
        }

        if (result.Assumed.Count + result.Warnings.Count > 0)
        {
            screen.Line();
        }
    }

    private static string Title(PerformanceCategory category) => char.ToUpperInvariant(category.Title()[0]) + category.Title()[1..];

    private static string Number(Finding finding) => finding.HasNumber ? ShownNumber.Of(Math.Round(finding.Number, 4, MidpointRounding.AwayFromZero)) : Sentence.Value(finding);

    private static string Percent(Finding finding) => finding.HasNumber ? $"{ShownNumber.Of(finding.Number)} %" : Sentence.Value(finding);

    private static string Whole(int number) => ShownNumber.Of(number);

    private static string Status(string status, string? reason) => reason is null ? status : $"{status}: {reason}";
}
