using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>All years side by side for people: a row for each year, the columns by topic.</summary>
internal static class YearsScreen
{
    private static readonly (string Topic, (string Title, string Key)[] Columns)[] Topics =
    [
        ("Payment (414.1405)",
        [
            (">Threshold", "payment/performance-threshold"), (">Additional threshold", "payment/additional-performance-threshold"), (">Percent", "payment/applicable-percent"),
            (">Scaling factor", "payment/scaling-factor"), (">Additional factor", "payment/additional-scaling-factor"),
        ]),
        ("Final score (414.1380(c))",
        [
            ("Complex patient bonus", "final-score/complex-patient-bonus-method"), (">At most", "final-score/complex-patient-bonus-maximum"), (">Small practice bonus", "final-score/small-practice-bonus"),
        ]),
        ("Quality points (414.1380(b)(1)(i) to (iv), 414.1335, 414.1340)",
        [
            (">Measures", "quality/required-measures"), (">Complete %", "quality/data-completeness"), (">Cases", "quality/case-minimum"), (">Fewest", "quality/measure-points-floor"),
            (">No bench- mark", "quality/points-without-benchmark"), (">Incom- plete", "quality/points-incomplete"), (">1st year", "quality/new-measure-points-first-year"),
            (">2nd year", "quality/new-measure-points-second-year"), (">Cap", "quality/topped-out-cap"),
        ]),
        ("Quality bonus and improvement (414.1380(b)(1)(v) and (vi))",
        [
            (">Outcome", "quality/high-priority-bonus-outcome"), (">Other high priority", "quality/high-priority-bonus-other"), (">End to end", "quality/end-to-end-bonus"), (">Cap %", "quality/measure-bonus-cap"),
            (">Small practice", "quality/small-practice-bonus"), (">Improve- ment", "quality/improvement-maximum"), ("Collection types", "quality/collection-types"),
        ]),
        ("Cost and improvement activities (414.1380(b)(2) and (b)(3))",
        [
            (">Cost improvement", "cost/improvement-maximum"), ("Activities", "improvement-activities/method"), (">Medium", "improvement-activities/medium-points"), (">High", "improvement-activities/high-points"),
            (">Each", "improvement-activities/unweighted-points"), (">Days", "improvement-activities/minimum-days"), (">Group %", "improvement-activities/group-share"), ("APM credit needs", "improvement-activities/apm-credit-condition"),
        ]),
        ("Promoting Interoperability (414.1380(b)(4))",
        [
            ("Method", "promoting-interoperability/method"), (">Days", "promoting-interoperability/minimum-days"), ("Public health", "promoting-interoperability/public-health-method"),
            (">Bonus", "promoting-interoperability/public-health-bonus"), ("SAFER Guides", "promoting-interoperability/safer-guides"),
        ]),
        ("Eligibility (414.1305)",
        [
            (">Dollars", "eligibility/low-volume-dollars"), (">Patients", "eligibility/low-volume-patients"), (">Services", "eligibility/low-volume-services"), ("Virtual groups", "participation/virtual-groups"),
        ]),
    ];

    public static int Show(Screen screen, IReadOnlyList<YearLaw> laws)
    {
        Weights(screen, laws);
        foreach (var (topic, columns) in Topics)
        {
            screen.Heading(topic);
            screen.Table(
                ["Year", .. columns.Select(column => column.Title)],
                [.. laws.Select(law => (string[])[law.Name, .. columns.Select(column => ParameterText.Cell(law.Parameter(column.Key).Value))])]);
        }

        screen.Line("-: the law of the year has no such thing. ?: CMS has not published it. Performance year + 2 = payment year.");
        screen.Line("'openqpp years --json' has every parameter with its source; 'openqpp years diff 2023 2024' what differs.");
        return ExitCode.Done;
    }

    private static void Weights(Screen screen, IReadOnlyList<YearLaw> laws)
    {
        screen.Heading("Weights of the categories in traditional MIPS, percent (414.1380(c)(1))");
        screen.Table(
            ["Year", ">Quality", ">Cost", ">Activities", ">Interoperability", "For everybody"],
            [.. laws.Select(law => (string[])
            [
                law.Name,
                .. PerformanceCategories.All.Select(category => ShownNumber.Of(law.Weights.Find("traditional", smallPractice: false, CategorySet.None)!.Weights[(int)category].Number)),
                string.Join(", ", law.Reweighting.Triggers.Where(trigger => trigger.Known == KnownBy.Law).Select(trigger => $"{trigger.Category.Word()} weighs 0")),
            ])]);
    }
}
