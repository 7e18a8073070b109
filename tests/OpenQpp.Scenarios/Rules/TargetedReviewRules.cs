using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The rules of targeted review, as scenarios ask for them.</summary>
internal static class TargetedReviewRules
{
    public static Answer Window(Given given, YearLaw law)
    {
        var window = ReviewWindow.For(At(given, "at"), AtOrNull(given, "scores released"), law.TargetedReview);
        return new Answer().With("open", window.IsOpen).With("opens", window.Opens?.ToString()).With("closes", window.Closes?.ToString());
    }

    public static Answer Step(Given given, YearLaw law)
    {
        var (asked, at) = (AtOrNull(given, "asked"), At(given, "at"));
        var step = new ReviewStep(
            Word<ReviewAction>(given, "action"),
            Word<ReviewActor>(given, "actor"),
            at,
            given.Has("denial") ? Word<ReviewDenial>(given, "denial") : null,
            given.Has("score changed") ? given.Flag("score changed") : null);
        var outcome = ReviewProcess.For(new(Word<ReviewState>(given, "state"), asked, AtOrNull(given, "scores released")), step, law.TargetedReview);
        return new Answer()
            .With("state", outcome.State.Word())
            .With("allowed", outcome.Allowed)
            .With("refusal", outcome.Refusal?.Code.ToString())
            .With("answer by", ReviewAnswer.For(asked ?? at, at, law.TargetedReview) is var answer ? answer.Deadline.ToString() : null)
            .With("in time", answer.InTime);
    }

    public static Answer Duplicate(Given given) => new Answer().With("duplicate", Claim(given).IsDuplicate(given.Lists("earlier").Select(Claim)));

    public static Answer Kept(YearLaw law)
    {
        var retention = DocumentRetention.For(law);
        return new Answer().With("years", retention.Years).With("last day", $"{retention.LastDay:yyyy-MM-dd}");
    }

    private static ReviewClaim Claim(Given given) =>
        new(given.Texts("grounds").Select(word => ReviewGrounds.Of(word) ?? throw new InvalidDataException($"No ground '{word}'.")).ToHashSet(), given.Text("text"));

    private static T Word<T>(Given given, string key)
        where T : struct, Enum => ReviewWords.Of<T>(given.Text(key)) ?? throw new InvalidDataException($"'{given.Text(key)}' is no {key}.");

    private static Moment At(Given given, string key) => Moment.Of(given.Text(key)) ?? throw new InvalidDataException($"'{given.Text(key)}' is no moment.");

    private static Moment? AtOrNull(Given given, string key) => given.Has(key) ? At(given, key) : null;
}
