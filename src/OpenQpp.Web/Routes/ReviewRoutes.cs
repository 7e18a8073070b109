using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>Targeted review, from the side of those who ask.</summary>
internal static class ReviewRoutes
{
    private const int ClinicianRows = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        const Resource Review = Resource.TargetedReview;
        routes.YearPage(Review, Review.Word(), Landing);
        foreach (var kind in OwnerKinds.Scored)
        {
            routes.PageAndInterface(kind, Review, OfOwner);
            routes.Form(kind, Review, "", Begin);
            routes.Page(kind, Review, "/{request}", request => OnReview(request, review => ReviewPages.Show(request, review, [])));
            routes.Form(kind, Review, "/{request}/draft", request => OnDraft(request, review => Change(request, review)));
            routes.Upload(kind, Review, "/{request}/documents", UploadedFiles.MostBytesOfForm, request => OnReview(request, review => AddDocuments(request, review)));
            routes.Form(kind, Review, "/{request}/documents/remove", request => OnDraft(request, review => RemoveDocument(request, review)));
            routes.Download(kind, Review, "/{request}/documents/{document}", request => OnReview(request, review => Document(request, review)));
            routes.Form(kind, Review, "/{request}/submit", request => OnDraft(request, review => Submit(request, review)));
            routes.Form(kind, Review, "/{request}/answer", request => OnReview(request, review => AnswerInformation(request, review)));
            routes.Form(kind, Review, "/{request}/decide", request => OnReview(request, review => ReviewQueueRoutes.Decide(request, review)));
        }
    }

    internal static ReviewDesk DeskOf(PortalRequest request) => request.Http.RequestServices.GetRequiredService<ReviewDesk>();

    internal static string AddressOf(StoredReview review) => Address.Of(review.Year.Year, review.Owner.Kind.Word(), review.Owner.Id, $"{Resource.TargetedReview.Word()}/{review.Id}");

    private static async Task<IResult> Landing(PortalRequest request)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var associations = new List<Assignment>();
        foreach (var npi in request.Viewer!.Roles.Select(role => role.Npi).OfType<Npi>().Distinct())
        {
            if (request.Run is { } run)
            {
                associations.AddRange(await store.Assignments.OfNpi(run.Id, npi.Digits, cancellation));
            }
        }

        return new RazorComponentResult<ReviewLandingPage>(new
        {
            request.Year.Year,
            Window = await DeskOf(request).Window(request.Year, request.Now, cancellation),
            request.Now,
            Own = (await store.Reviews.OfRequester(request.Someone.Id, cancellation)).Where(review => review.Year == request.Year).ToArray(),
            Organizations = (await store.Organizations.OfPerson(request.Someone.Id, cancellation)).Where(organization => request.IsOfYear(organization) && Matrix.LinesOf(request.Year, Resource.TargetedReview, organization.Id.Kind.Owner()).Count > 0).ToArray(),
            Associations = associations,
        });
    }

    private static async Task<IResult> OfOwner(PortalRequest request) => await List(request, [], StatusCodes.Status200OK);

    private static async Task<IResult> List(PortalRequest request, IReadOnlyList<Problem> problems, int status)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        await DeskOf(request).LetTimePass(request.Now, cancellation);
        if (request.Route.IsInterface)
        {
            return Shapes.Reviews(await DeskOf(request).OfOwner(request), await DeskOf(request).Window(request.Year, request.Now, cancellation));
        }

        var isOfPractice = request.Owner.Kind == OwnerKind.Practice && !ReviewDesk.IsReviewer(request) && request.Run is not null;
        var number = request.Http.Request.PageNumber();
        return new RazorComponentResult<ReviewListPage>(new
        {
            request.Year.Year,
            Heading = await OwnerHeading.Of(store, request.Owner, cancellation),
            Window = await DeskOf(request).Window(request.Year, request.Now, cancellation),
            request.Now,
            Reviews = await DeskOf(request).OfOwner(request),
            MayAsk = ReviewDesk.RequestingRole(request) is not null,
            Problems = problems,
            Subgroups = isOfPractice ? await SubgroupsOf(store, request) : [],
            Clinicians = isOfPractice ? await store.Assignments.OfPractice(request.Run!.Id, request.Owner.Id, VisibleSources.Of(request.Decision), AssignmentFilter.All, PageOf.Number(number, ClinicianRows), cancellation) : null,
            PageNumber = number,
            PageSize = ClinicianRows,
        })
        {
            StatusCode = status,
        };
    }

    private static async Task<IReadOnlyList<StoredOwner>> SubgroupsOf(PortalStore store, PortalRequest request)
    {
        var subgroups = new List<StoredOwner>();
        await foreach (var score in store.Scores.OfPractice(request.Run!.Id, request.Owner.Id, request.Cancellation))
        {
            if (score.Level == ParticipationOption.Subgroup && await store.Owners.ById(score.Owner, request.Cancellation) is { } subgroup)
            {
                subgroups.Add(subgroup);
            }
        }

        return subgroups;
    }

    /// <summary>A draft can be begun at any time; only sending it needs the open window.</summary>
    private static async Task<IResult> Begin(PortalRequest request)
    {
        if (ReviewDesk.RequestingRole(request) is not { } role)
        {
            return NotFoundPage.Result;
        }

        var (grounds, words) = await Claim(request);
        if (WrittenWords.TooLong(words) is { } problem)
        {
            return await List(request, [problem], StatusCodes.Status400BadRequest);
        }

        var draft = new StoredReview(
            "", request.Year, request.Owner, request.Someone.Id, role.Column().Word(), role.Organization?.Id, StoredReview.Draft, grounds, words, request.Now, null, null, null);
        var id = await request.Store.Reviews.Begin(draft, request.Entry("review-draft", "done"), request.Cancellation);
        return Results.LocalRedirect(AddressOf(draft with { Id = id }));
    }

    private static async Task<IResult> Change(PortalRequest request, StoredReview review)
    {
        var (grounds, words) = await Claim(request);
        if (WrittenWords.TooLong(words) is { } problem)
        {
            return await ReviewPages.Show(request, review, [problem]);
        }

        return await request.Store.Reviews.ChangeDraft(review.Id, grounds, words, request.Cancellation) ? Results.LocalRedirect(AddressOf(review)) : await ReviewPages.Show(request, review, [ReviewPages.Changed]);
    }

    private static async Task<IResult> AddDocuments(PortalRequest request, StoredReview review)
    {
        if (!ReviewPages.TakesDocuments(request, review))
        {
            return await ReviewPages.Show(request, review, [new(ProblemCode.REVIEW_STEP, "$.documents", "Documents are added to a draft, or while information is asked for.")]);
        }

        var (store, cancellation) = (request.Store, request.Cancellation);
        var files = (await request.Http.Request.ReadFormAsync(cancellation)).Files.GetFiles("documents");
        var problems = new ProblemList();
        await UploadedFiles.Check(files, (await store.ReviewDocuments.Of(review.Id, cancellation)).Sum(document => document.Length), problems, cancellation);
        await UploadGuard.Check(request, files, problems);
        if (files.Count == 0)
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$.documents", "Choose a document to add.");
        }

        if (!problems.IsEmpty)
        {
            return await ReviewPages.Show(request, review, problems.Found);
        }

        var documents = new List<(string Name, string MediaType, byte[] Body)>();
        foreach (var file in files)
        {
            var document = await UploadedFiles.Read(file, cancellation);
            documents.Add((document.Name, document.MediaType, document.Body));
        }

        var most = Program.ReviewDocuments.MostBytesOfRequest;
        if (await store.ReviewDocuments.Add(review.Id, review.State, documents, most, request.Someone.Id, request.Now, request.Entry("review-document", "done"), cancellation) is null)
        {
            return await ReviewPages.Show(request, review, [ReviewPages.Changed]);
        }

        return Results.LocalRedirect(AddressOf(review));
    }

    private static async Task<IResult> RemoveDocument(PortalRequest request, StoredReview review)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var document = form["document"].ToString();
        await request.Store.ReviewDocuments.Remove(review.Id, document, request.Cancellation);
        await request.Store.Audit.Append(request.Entry("review-document-removed", "done"), request.Cancellation);
        return Results.LocalRedirect(AddressOf(review));
    }

    private static async Task<IResult> Document(PortalRequest request, StoredReview review) =>
        request.Http.Request.RouteValues["document"] is string id && OpaqueId.HasForm(id)
            ? FileAnswer.Of(await request.Store.ReviewDocuments.Body(review.Id, id, request.Cancellation))
            : NotFoundPage.Result;

    private static async Task<IResult> Submit(PortalRequest request, StoredReview review)
    {
        var problems = new ProblemList();
        if (review.Grounds.Count == 0)
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$.grounds", "Choose one ground or more, and save the draft.");
        }

        if (string.IsNullOrWhiteSpace(review.Words))
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$.text", "Say in words what is wrong, and save the draft.");
        }

        return problems.IsEmpty ? await Step(request, review, ReviewAction.Submit, null) : await ReviewPages.Show(request, review, problems.Found);
    }

    private static async Task<IResult> AnswerInformation(PortalRequest request, StoredReview review)
    {
        var words = await WrittenWords.Of(request);
        return ReviewDesk.RequestingRole(request) is null ? NotFoundPage.Result
            : WrittenWords.TooLong(words) is { } problem ? await ReviewPages.Show(request, review, [problem])
            : words.Length == 0 ? await ReviewPages.Show(request, review, [new(ProblemCode.MISSING_FIELD, "$.text", "Write the answer, also where the documents hold it.")])
            : await Step(request, review, ReviewAction.Answer, words);
    }

    private static async Task<IResult> Step(PortalRequest request, StoredReview review, ReviewAction action, string? words)
    {
        var audit = request.Entry($"review-{action.Word()}", "done") with { LogOrganizationId = review.RoleOrganizationId };
        var problem = await DeskOf(request).Take(review, new(action, ReviewActor.Requester, request.Now.Second()), request.Someone.Id, words, audit, request.Cancellation);
        return problem is null ? Results.LocalRedirect(AddressOf(review)) : await ReviewPages.Show(request, review, [problem], StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> OnReview(PortalRequest request, Func<StoredReview, Task<IResult>> answer) =>
        await DeskOf(request).Named(request) is { } review ? await answer(review) : NotFoundPage.Result;

    /// <summary>Only who began a draft changes or sends it.</summary>
    private static Task<IResult> OnDraft(PortalRequest request, Func<StoredReview, Task<IResult>> answer) => OnReview(request, async review =>
        !string.Equals(review.RequesterId, request.Someone.Id, StringComparison.Ordinal) ? NotFoundPage.Result
        : review.SubmittedAt is not null ? await ReviewPages.Show(request, review, [ReviewPages.Changed])
        : await answer(review));

    private static async Task<(IReadOnlyList<string> Grounds, string Words)> Claim(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        return ([.. form["ground"].OfType<string>().Where(word => ReviewGrounds.Of(word) is not null).Distinct(StringComparer.Ordinal)], await WrittenWords.Of(request));
    }

}
