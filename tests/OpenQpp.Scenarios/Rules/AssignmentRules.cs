using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>Which final score counts, as scenarios ask for it. A score is named by its place in the list, from 1.</summary>
internal static class AssignmentRules
{
    /// <summary>The status comes from an input of <c>openqpp eligibility</c>, or is said as it stands.</summary>
    public static Answer Used(Given given, YearLaw law, LawBook book)
    {
        var status = given.Has("eligibility") ? EligibilityRules.FirstOf(given.Json("eligibility").AsObject(), law, book).First.Status : Status(given);
        var found = FinalScoreUsed.For(status, Scores(given), law);
        return new Answer()
            .With("is", MipsStatus.Word(found.Is))
            .With("score", found.FinalScore)
            .With("used", Place(found.Used))
            .With("reasons", Reasons(found.Reasons))
            .With("reason", found.Reason);
    }

    public static Answer OptionUsed(Given given, YearLaw law)
    {
        var found = ReportingOptionUsed.For(Scores(given), law);
        return new Answer().With("score", found.FinalScore).With("used", Place(found.Used)).With("reasons", Reasons(found.Reasons));
    }

    public static Answer Facility(Given given, YearLaw law) =>
        new Answer().With("facility-based", FacilityBasedComparison.For(given.Number("facility quality and cost"), given.Number("other quality and cost"), given.Number("facility score"), given.Number("other score"), law));

    public static Answer Hospital(Given given)
    {
        var assigned = FacilityAssignment.For([.. given.Lists("hospitals").Select(hospital => new FacilityCandidate(hospital.Text("name"), hospital.Number("count"), hospital.Number("score")))]);
        return new Answer().With("hospital", assigned?.Facility.Name).With("score", assigned?.Score);
    }

    public static Answer PaymentYear(Given given, YearLaw law)
    {
        var rows = given.Lists("rows").Select(row => new PerformanceYearRow(
            Tin.Of(row.Text("tin")),
            Enum.Parse<RowStanding>(row.Text("standing"), ignoreCase: true),
            row.NumberOrNull("score"),
            row.Flag("policy"))).ToArray();
        var found = PaymentYearAssignment.For(Tin.Of(given.Text("tin")), rows, law);
        return new Answer()
            .With("score", found.FinalScore)
            .With("row", found.Row?.Tin.Digits)
            .With("note", found.Note);
    }

    private static MipsStatus Status(Given given)
    {
        var word = given.TextOr("status", "adjusted");
        return new(
            Enum.Parse<MipsStanding>(word, ignoreCase: true),
            [.. given.Texts("levels").Select(level => ParticipationOptions.Of(level)!.Value)],
            "given",
            given.TextOrNull("exclusion"),
            null)
        {
            Status = Finding.Given(new("status", Unit.Word, "given by the scenario", "given: {v}"), word),
        };
    }

    private static CompetingScore[] Scores(Given given) =>
    [
        .. given.Lists("scores").Select((score, place) => new CompetingScore(
            ParticipationOptions.Of(score.TextOr("level", "group"))!.Value,
            ReportingOptions.Of(score.TextOr("option", "traditional"))!.Value,
            score.NumberOrNull("score"))
        {
            FacilityBased = score.Flag("facility-based"),
            MvpId = score.TextOrNull("mvp"),
            Program = score.TextOrNull("program"),
            EntityId = score.TextOrNull("entity"),
            Ordinal = place,
            ByAutomaticPolicy = score.Flag("policy"),
            QualityPlusCost = score.NumberOrNull("quality and cost"),
        }),
    ];

    private static int? Place(int? place) => place + 1;

    private static string[] Reasons(IReadOnlyList<string?> reasons) => [.. reasons.Select(reason => reason ?? "used")];
}
