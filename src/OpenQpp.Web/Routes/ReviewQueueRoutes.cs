using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>Targeted review, from the side of those who decide.</summary>
internal static class ReviewQueueRoutes
{
    private const int Rows = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.PortalPage(Resource.ReviewQueue, "/review-queue", Queue);

    private static async Task<IResult> Queue(PortalRequest request)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        await ReviewRoutes.DeskOf(request).LetTimePass(request.Now, cancellation);
        var asked = request.Http.Request.Query["state"].ToString();
        var states = ReviewWords.Of<ReviewState>(asked) is not null ? [asked] : asked == "closed" ? ReviewDesk.Closed : ReviewDesk.Waiting;
        var number = request.Http.Request.PageNumber();
        return new RazorComponentResult<ReviewQueuePage>(new
        {
            Reviews = await store.Reviews.InStates(states, PageOf.Number(number, Rows), cancellation),
            Asked = asked,
            PageNumber = number,
            PageSize = Rows,
        });
    }

    /// <summary>A step of a reviewer. Who holds a role by which the request is their own affair does not decide on it.</summary>
    /// <param name="request">The request to the portal.</param>
    /// <param name="review">The request for review.</param>
    public static async Task<IResult> Decide(PortalRequest request, StoredReview review)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var words = await WrittenWords.Of(request);
        if (!ReviewDesk.IsReviewer(request) || ReviewWords.Of<ReviewAction>(form["action"].ToString()) is not { } action)
        {
            return NotFoundPage.Result;
        }

        if (Problem(action, words) is { } problem)
        {
            return await ReviewPages.Show(request, review, [problem]);
        }

        var denial = ReviewWords.Of<ReviewDenial>(form["denial"].ToString());
        bool? changed = form["changed"].ToString() switch { "yes" => true, "no" => false, _ => null };
        // Closing is the step of time; the reviewer only looks at the clock.
        var actor = action == ReviewAction.CloseWithoutAnswer ? ReviewActor.Clock : ReviewActor.Reviewer;
        var step = new ReviewStep(action, actor, request.Now.Second(), action == ReviewAction.Deny ? denial : null, action == ReviewAction.Approve ? changed : null);
        var audit = request.Entry($"review-{action.Word()}", "done") with { LogOrganizationId = review.RoleOrganizationId };
        var refusal = await ReviewRoutes.DeskOf(request).Take(review, step, request.Someone.Id, Said(step, words), audit, request.Cancellation);
        return refusal is null ? Results.LocalRedirect(ReviewRoutes.AddressOf(review)) : await ReviewPages.Show(request, review, [refusal], StatusCodes.Status409Conflict);
    }

    private static Problem? Problem(ReviewAction action, string words) =>
        WrittenWords.TooLong(words)
        ?? (words.Length == 0 && action is (ReviewAction.AskForInformation or ReviewAction.Deny or ReviewAction.Approve)
            ? new(ProblemCode.MISSING_FIELD, "$.text", "Say why, or what is asked for: the requester reads it.")
            : null);

    /// <summary>What the requester reads of a step: the outcome first, then the reviewer's words.</summary>
    private static string? Said(ReviewStep step, string words)
    {
        var outcome = step switch
        {
            { Denial: ReviewDenial.Duplicate } => "Denied as a duplicate.",
            { Denial: ReviewDenial.Untimely } => "Denied as untimely.",
            { Denial: ReviewDenial.OutOfScope } => "Denied as out of scope.",
            { ScoreChanged: true } => "Approved; the score changes with the next version of the year.",
            { ScoreChanged: false } => "Approved; the score stays.",
            _ => "",
        };
        var said = $"{outcome} {words}".Trim();
        return said.Length == 0 ? null : said;
    }
}
