using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What must be true for a step.</summary>
public enum ReviewCondition
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The window is open.</summary>
    WindowOpen,

    /// <summary>The information arrives in time.</summary>
    InTime,

    /// <summary>The time for information has passed.</summary>
    Overdue,

    /// <summary>The time for information has passed, and the year's text lets CMS decide on what is there.</summary>
    OverdueAndDecidable,
}

/// <summary>A step that may be taken.</summary>
/// <param name="From">The state before.</param>
/// <param name="Action">The step.</param>
/// <param name="Actor">Who takes it.</param>
/// <param name="To">The state after.</param>
/// <param name="Condition">What must be true.</param>
/// <param name="Basis">The paragraph.</param>
public sealed record ReviewTransition(ReviewState From, ReviewAction Action, ReviewActor Actor, ReviewState To, ReviewCondition Condition, string Basis);

/// <summary>Where a request stands.</summary>
/// <param name="State">Its state.</param>
/// <param name="InformationAsked">When information was last asked for; null where it never was.</param>
/// <param name="ScoresReleased">When the final scores were released, where that is known better than the law records it.</param>
public sealed record ReviewStanding(ReviewState State, Moment? InformationAsked = null, Moment? ScoresReleased = null);

/// <summary>A step that somebody wants to take.</summary>
/// <param name="Action">The step.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When.</param>
/// <param name="Denial">Why it is denied; for a denial only.</param>
/// <param name="ScoreChanged">Whether the score changed; for an approval only.</param>
public sealed record ReviewStep(ReviewAction Action, ReviewActor Actor, Moment At, ReviewDenial? Denial = null, bool? ScoreChanged = null);

/// <summary>What became of a step.</summary>
/// <param name="State">The state after it; the state before where it was refused.</param>
/// <param name="Allowed">Whether it was allowed, and why.</param>
/// <param name="Refusal">Why it was refused; null where it was not.</param>
public sealed record ReviewOutcome(ReviewState State, Finding Allowed, Problem? Refusal);

/// <summary>The way of a request for targeted review. Decisions are final: no step leads out of them.</summary>
[Cfr("414.1385(a)(1)")]
[Cfr("414.1385(a)(3)")]
[Cfr("414.1385(a)(4)")]
[Cfr("414.1385(a)(5)")]
[Cfr("414.1385(a)(6)")]
public static class ReviewProcess
{
    private const string Place = "$.action";
    private const string Asking = "414.1385(a)(1)";
    private const string Denying = "414.1385(a)(3)";
    private const string Ending = "414.1385(a)(4)";
    private const string Informing = "414.1385(a)(5)";
    private const string Approving = "414.1385(a)(6)";

    /// <summary>Every step that there is.</summary>
    public static IReadOnlyList<ReviewTransition> Transitions { get; } =
    [
        new(ReviewState.Draft, ReviewAction.Submit, ReviewActor.Requester, ReviewState.Submitted, ReviewCondition.WindowOpen, Asking),
        new(ReviewState.Submitted, ReviewAction.TakeUp, ReviewActor.Reviewer, ReviewState.InReview, ReviewCondition.None, Asking),
        new(ReviewState.InReview, ReviewAction.AskForInformation, ReviewActor.Reviewer, ReviewState.InformationRequested, ReviewCondition.None, Informing),
        new(ReviewState.InReview, ReviewAction.Deny, ReviewActor.Reviewer, ReviewState.Denied, ReviewCondition.None, Denying),
        new(ReviewState.InReview, ReviewAction.Approve, ReviewActor.Reviewer, ReviewState.Approved, ReviewCondition.None, Approving),
        new(ReviewState.InformationRequested, ReviewAction.Answer, ReviewActor.Requester, ReviewState.InReview, ReviewCondition.InTime, Informing),
        new(ReviewState.InformationRequested, ReviewAction.CloseWithoutAnswer, ReviewActor.Clock, ReviewState.ClosedNonResponsive, ReviewCondition.Overdue, Informing),
        new(ReviewState.InformationRequested, ReviewAction.Deny, ReviewActor.Reviewer, ReviewState.Denied, ReviewCondition.OverdueAndDecidable, Denying),
        new(ReviewState.InformationRequested, ReviewAction.Approve, ReviewActor.Reviewer, ReviewState.Approved, ReviewCondition.OverdueAndDecidable, Approving),
    ];

    private static readonly Label Final = new("decided", Unit.YesNo, Ending, "the decision is final: {v}");
    private static readonly Label Foreseen = new("step foreseen", Unit.YesNo, Asking, "the step '{s}' can be taken now and by this person: {v}");
    private static readonly Label Refused = new("step allowed", Unit.YesNo, Asking, "the step is allowed: {v}");
    private static readonly Label Decidable = new("decidable without the information", Unit.YesNo, Informing, "the information is overdue, and the text lets CMS decide on what is there: {v}");
    private static readonly Label Late = new("information overdue", Unit.YesNo, Informing, "the information did not arrive in time: {v}");

    /// <summary>Whether a state is final.</summary>
    /// <param name="state">The state.</param>
    public static bool IsFinal(ReviewState state) => !Transitions.Any(transition => transition.From == state);

    /// <summary>What becomes of a step.</summary>
    /// <param name="standing">Where the request stands.</param>
    /// <param name="step">The step.</param>
    /// <param name="law">The law of the performance year.</param>
    public static ReviewOutcome For(ReviewStanding standing, ReviewStep step, TargetedReviewLaw law)
    {
        if (Transitions.FirstOrDefault(one => one.From == standing.State && one.Action == step.Action && one.Actor == step.Actor) is not { } transition)
        {
            var final = IsFinal(standing.State);
            var why = final ? Finding.NoneOf(Refused, Finding.Given(Final, true)) : Finding.AllOf(Refused, Finding.Given(Foreseen, false, step.Action.Word()));
            return new(standing.State, why, Problem(ProblemCode.REVIEW_STEP, final ? "The decision on this request is final." : $"A request in state '{standing.State.Word()}' does not take the step '{step.Action.Word()}' by a {step.Actor.Word()}."));
        }

        var condition = ConditionOf(transition, standing, step, law);
        var allowed = condition.Kind == ValueKind.NotKnown ? condition : Finding.AllOf(new("step allowed", Unit.YesNo, transition.Basis, "the step is allowed: {v}"), condition);
        var refusal = condition.Kind == ValueKind.NotKnown ? Problem(ProblemCode.REVIEW_WINDOW, "The dates of targeted review of this year are not recorded yet.")
            : !condition.Flag ? RefusalOf(transition.Condition)
            : Incomplete(step);
        return new(refusal is null ? transition.To : standing.State, allowed, refusal);
    }

    private static Finding ConditionOf(ReviewTransition transition, ReviewStanding standing, ReviewStep step, TargetedReviewLaw law) => transition.Condition switch
    {
        ReviewCondition.None => Finding.Given(Foreseen, true, step.Action.Word()),
        ReviewCondition.WindowOpen => ReviewWindow.For(step.At, standing.ScoresReleased, law).IsOpen,
        ReviewCondition.InTime => InTime(standing, step, law),
        ReviewCondition.Overdue => Finding.NoneOf(Late, InTime(standing, step, law)),
        _ => Finding.AllOf(Decidable, Finding.NoneOf(Late, InTime(standing, step, law)), law.DecidedWithoutAnswer),
    };

    private static Finding InTime(ReviewStanding standing, ReviewStep step, TargetedReviewLaw law) =>
        ReviewAnswer.For(standing.InformationAsked ?? throw new ArgumentException("A request for information has its time.", nameof(standing)), step.At, law).InTime;

    private static Problem RefusalOf(ReviewCondition condition) => condition switch
    {
        ReviewCondition.WindowOpen => Problem(ProblemCode.REVIEW_WINDOW, "Targeted review of this year is not open."),
        ReviewCondition.InTime => Problem(ProblemCode.REVIEW_ANSWER_LATE, "The time for this information has passed. Make a new request while targeted review is open."),
        ReviewCondition.Overdue => Problem(ProblemCode.REVIEW_STEP, "The time for the information has not passed."),
        _ => Problem(ProblemCode.REVIEW_STEP, "The time for the information has not passed, or this year's text does not let a request be decided without it."),
    };

    private static Problem? Incomplete(ReviewStep step) => step switch
    {
        { Action: ReviewAction.Deny, Denial: null } => Problem(ProblemCode.REVIEW_STEP, "A denial names its ground: duplicate, untimely or outOfScope."),
        { Action: ReviewAction.Approve, ScoreChanged: null } => Problem(ProblemCode.REVIEW_STEP, "An approval says whether the score changed."),
        _ => null,
    };

    private static Problem Problem(ProblemCode code, string says) => new(code, Place, says);
}
