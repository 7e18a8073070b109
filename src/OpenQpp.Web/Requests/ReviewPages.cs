using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>The page of one request for targeted review.</summary>
internal static class ReviewPages
{
    /// <summary>Somebody was faster.</summary>
    public static Problem Changed { get; } = new(ProblemCode.REVIEW_STEP, "$", "The request is no more in the state in which you saw it. Look at it again.");

    /// <summary>Shows a request, and what was wrong with what the person wanted to do.</summary>
    /// <param name="request">The request to the portal.</param>
    /// <param name="review">The request for review.</param>
    /// <param name="problems">What was wrong; empty where nothing was.</param>
    /// <param name="status">The status where something was wrong.</param>
    public static async Task<IResult> Show(PortalRequest request, StoredReview review, IReadOnlyList<Problem> problems, int status = StatusCodes.Status400BadRequest)
    {
        var (store, desk, cancellation) = (request.Store, ReviewRoutes.DeskOf(request), request.Cancellation);
        var current = await store.Reviews.ById(review.Id, cancellation) ?? review;
        var events = await store.Reviews.Events(review.Id, cancellation);
        var law = desk.LawOf(current.Year);
        var isReviewer = ReviewDesk.IsReviewer(request);
        var isOverdue = current.AnswerDueAt?.Second() < request.Now.Second();
        return new RazorComponentResult<ReviewPage>(new
        {
            request.Year.Year,
            Heading = await OwnerHeading.Of(store, current.Owner, cancellation),
            Review = current,
            State = ReviewDesk.StateOf(current),
            Window = await desk.Window(current.Year, request.Now, cancellation),
            request.Now,
            Documents = await store.ReviewDocuments.Of(current.Id, cancellation),
            Events = events,
            People = await NamesOf(store, events, request),
            IsReviewer = isReviewer,
            IsOwnDraft = current.SubmittedAt is null,
            TakesDocuments = TakesDocuments(request, current),
            IsOverdue = isOverdue,
            MayDecideWithout = law.DecidedWithoutAnswer.Flag,
            InformationDays = law.InformationDays,
            Duplicate = isReviewer || current.SubmittedAt is null ? await Duplicate(store, current, cancellation) : null,
            Problems = problems,
        })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : status,
        };
    }

    /// <summary>The person may add documents now.</summary>
    /// <param name="request">The request to the portal.</param>
    /// <param name="review">The request for review.</param>
    public static bool TakesDocuments(PortalRequest request, StoredReview review) =>
        ReviewDesk.RequestingRole(request) is not null && ReviewDesk.StateOf(review) is (ReviewState.Draft or ReviewState.InformationRequested);

    /// <summary>Whether the claim repeats one that was submitted before, 414.1385(a)(3).</summary>
    private static async Task<Finding> Duplicate(PortalStore store, StoredReview review, CancellationToken cancellation) =>
        ClaimOf(review).IsDuplicate(
            from other in await store.Reviews.OfOwner(review.Owner.Id, review.Year, review.RequesterId, cancellation)
            where other.Id != review.Id && other.SubmittedAt is { } at && (review.SubmittedAt is not { } own || at < own)
            select ClaimOf(other));

    private static ReviewClaim ClaimOf(StoredReview review) => new(review.Grounds.Select(ReviewGrounds.Of).OfType<ReviewGround>().ToHashSet(), review.Words);

    /// <summary>Those who ask see who of them did what; reviewers are not named to them.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> NamesOf(PortalStore store, IReadOnlyList<RequestEvent> events, PortalRequest request)
    {
        var people = await store.People.ByIds(events.Select(step => step.PersonId).OfType<string>().Distinct(StringComparer.Ordinal), request.Cancellation);
        var isReviewer = ReviewDesk.IsReviewer(request);
        var askers = events.Where(step => step.From is (null or StoredReview.Draft) || step is { From: "informationRequested", To: "inReview" }).Select(step => step.PersonId).ToHashSet(StringComparer.Ordinal);
        return people.ToDictionary(person => person.Id, person => isReviewer || askers.Contains(person.Id) ? person.DisplayName ?? person.UserName : "A reviewer", StringComparer.Ordinal);
    }
}
