using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Requests for targeted review: who sees which, and every step under the law of its year.</summary>
/// <param name="store">The store.</param>
/// <param name="book">The law of all years.</param>
public sealed class ReviewDesk(PortalStore store, LawBook book)
{
    /// <summary>The states in which a request waits for a reviewer or an answer.</summary>
    public static IReadOnlyList<string> Waiting { get; } = [ReviewState.Submitted.Word(), ReviewState.InReview.Word(), ReviewState.InformationRequested.Word()];

    /// <summary>The states in which nothing more happens.</summary>
    public static IReadOnlyList<string> Closed { get; } = [ReviewState.Approved.Word(), ReviewState.Denied.Word(), ReviewState.ClosedNonResponsive.Word()];

    /// <summary>The person looks at it as a reviewer, and holds no role by which the request is their own affair: such a one does not decide on it.</summary>
    /// <param name="request">The request to the portal.</param>
    public static bool IsReviewer(PortalRequest request) => request.Decision.Grants.Count > 0 && request.Decision.Grants.All(grant => grant.Role is { Kind: RoleKind.Reviewer });

    /// <summary>The role by which the person may make a request; null for a reviewer.</summary>
    /// <param name="request">The request to the portal.</param>
    public static HeldRole? RequestingRole(PortalRequest request) => request.Decision.Grants.Select(grant => grant.Role).FirstOrDefault(role => role is { Kind: not RoleKind.Reviewer });

    /// <summary>The law of a year.</summary>
    /// <param name="year">The performance year.</param>
    public TargetedReviewLaw LawOf(PerformanceYear year) => book.Of(year).TargetedReview;

    /// <summary>The window of a year at a time.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ReviewWindow> Window(PerformanceYear year, DateTimeOffset now, CancellationToken cancellation) =>
        ReviewWindow.For(now.Second(), await Released(year, now, cancellation), LawOf(year));

    /// <summary>The requests about the owner of the address that the person sees.</summary>
    /// <param name="request">The request to the portal.</param>
    public async Task<IReadOnlyList<StoredReview>> OfOwner(PortalRequest request) =>
        [.. (await store.Reviews.OfOwner(request.Owner.Id, request.Year, request.Someone.Id, request.Cancellation)).Where(review => IsVisible(request, review))];

    /// <summary>The request that the address names; null where there is none for this person. Time has taken its steps before.</summary>
    /// <param name="request">The request to the portal.</param>
    public async Task<StoredReview?> Named(PortalRequest request)
    {
        var id = request.Http.Request.RouteValues["request"] as string;
        var review = OpaqueId.HasForm(id) ? await store.Reviews.ById(id!, request.Cancellation) : null;
        return review is not null && review.Owner == request.Owner && review.Year == request.Year && IsVisible(request, review)
            ? await AfterTime(review, request.Now, request.Cancellation)
            : null;
    }

    /// <summary>
    /// Closes requests whose information did not arrive, of years whose text lets nobody decide without it. In the other years a
    /// reviewer decides on what is there, or closes.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task LetTimePass(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var review in await store.Reviews.Overdue(now, cancellation))
        {
            await AfterTime(review, now, cancellation);
        }
    }

    /// <summary>Takes a step; the answer says why it was refused, or null where it was taken.</summary>
    /// <param name="review">The request as it was read.</param>
    /// <param name="step">The step.</param>
    /// <param name="personId">Who takes it; null for the clock.</param>
    /// <param name="words">What is said; null for nothing.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Problem?> Take(StoredReview review, ReviewStep step, string? personId, string? words, AuditEntry audit, CancellationToken cancellation)
    {
        var law = LawOf(review.Year);
        var standing = new ReviewStanding(StateOf(review), await InformationAsked(review, cancellation), await Released(review.Year, audit.At, cancellation));
        var outcome = ReviewProcess.For(standing, step, law);
        if (outcome.Refusal is { } refusal)
        {
            await store.Audit.Append(audit with { Outcome = "refused", Detail = refusal.Code.ToString() }, cancellation);
            return refusal;
        }

        var taken = await store.Reviews.Take(
            review.Id,
            new(review.State, outcome.State.Word(), personId, audit.At, words)
            {
                AnswerDueAt = outcome.State == ReviewState.InformationRequested ? ReviewAnswer.For(step.At, step.At, law).Deadline.Time() : null,
                IsDecision = outcome.State is ReviewState.Approved or ReviewState.Denied,
            },
            audit,
            cancellation);
        return taken ? null : new(ProblemCode.REVIEW_STEP, "$.action", "Somebody took another step meanwhile. Look at the request again.");
    }

    /// <summary>The state of a request.</summary>
    /// <param name="review">The request.</param>
    public static ReviewState StateOf(StoredReview review) => ReviewWords.Of<ReviewState>(review.State) ?? throw new InvalidDataException("The store holds a state of reviews that there is not.");

    private static bool IsVisible(PortalRequest request, StoredReview review) =>
        string.Equals(review.RequesterId, request.Someone.Id, StringComparison.Ordinal)
        || (review.SubmittedAt is not null
            && request.Decision.Grants.Any(grant => grant.Role is { Kind: RoleKind.Reviewer } || (grant.Organization is { } organization && string.Equals(organization.Id, review.RoleOrganizationId, StringComparison.Ordinal))));

    private async Task<StoredReview> AfterTime(StoredReview review, DateTimeOffset now, CancellationToken cancellation)
    {
        if (StateOf(review) != ReviewState.InformationRequested || review.AnswerDueAt?.Second() >= now.Second() || LawOf(review.Year).DecidedWithoutAnswer.Flag)
        {
            return review;
        }

        var audit = new AuditEntry(now, null, "review-close", Resource.TargetedReview.Word(), "done") { Year = review.Year.Year, OwnerId = review.Owner.Id, LogOrganizationId = review.RoleOrganizationId };
        await Take(review, new(ReviewAction.CloseWithoutAnswer, ReviewActor.Clock, now.Second()), null, null, audit, cancellation);
        return await store.Reviews.ById(review.Id, cancellation) ?? review;
    }

    private async Task<Moment?> InformationAsked(StoredReview review, CancellationToken cancellation) =>
        (await store.Reviews.Events(review.Id, cancellation)).LastOrDefault(step => ReviewWords.Of<ReviewState>(step.To) == ReviewState.InformationRequested)?.At.Second();

    private async Task<Moment?> Released(PerformanceYear year, DateTimeOffset now, CancellationToken cancellation) =>
        (await store.Years.Calendar(cancellation)).Versions(year, now) is { Count: > 0 } versions ? versions.Min(version => version.At).Second() : null;
}
