using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>Applications for exceptions: those who apply, and the reviewers who decide.</summary>
internal static class ExceptionRoutes
{
    private const int Rows = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.YearPage(Resource.Exceptions, "exceptions", Landing);
        foreach (var kind in OwnerKinds.Scored)
        {
            routes.PageAndInterface(kind, Resource.Exceptions, request => Page(request, []));
            routes.Form(kind, Resource.Exceptions, "", Apply);
            routes.Form(kind, Resource.Exceptions, "/withdraw", Withdraw);
        }

        routes.PortalPage(Resource.ReviewQueue, "/review-queue/applications", Queue);
        routes.PortalPage(Resource.ReviewQueue, "/review-queue/applications/{application}", request => OnApplication(request, (application, mayDecide) => Show(request, application, mayDecide, [])));
        routes.PortalPage(Resource.ReviewQueue, "/review-queue/applications/{application}", request => OnApplication(request, (application, mayDecide) => Decide(request, application, mayDecide)), isForm: true);
    }

    private static ReweightingLaw LawOf(PortalRequest request) => request.Http.RequestServices.GetRequiredService<LawBook>().Of(request.Year).Reweighting;

    private static async Task<IResult> Landing(PortalRequest request) => new RazorComponentResult<OwnerChoicePage>(new
    {
        Title = "Exceptions application",
        Section = "Exceptions application",
        Says = "Applications for extreme and uncontrollable circumstances and for hardship in Promoting Interoperability, 414.1380(c)(2)(i).",
        Resource = Resource.Exceptions,
        request.Year.Year,
        Years = request.Http.RequestServices.GetRequiredService<RegistrationDesk>().Years,
        Owners = await OwnersOfPerson.For(request, Resource.Exceptions),
    });

    private static async Task<IResult> Page(PortalRequest request, IReadOnlyList<Problem> problems)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var applications = new List<(StoredApplication, IReadOnlyList<RequestEvent>)>();
        foreach (var application in await store.Applications.OfOwner(request.Owner.Id, request.Year, cancellation))
        {
            applications.Add((application, await store.Applications.Events(application.Id, cancellation)));
        }

        return request.Route.IsInterface ? Shapes.Applications(applications) : new RazorComponentResult<ExceptionsPage>(new
        {
            request.Year.Year,
            Heading = await OwnerHeading.Of(store, request.Owner, cancellation),
            Kinds = ExceptionKind.Of(LawOf(request)),
            Applications = applications,
            IsReleased = request.Run is not null,
            Problems = problems,
        })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> Apply(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var words = await WrittenWords.Of(request);
        var kind = ExceptionKind.Of(LawOf(request)).FirstOrDefault(one => string.Equals(one.Name, form["kind"], StringComparison.Ordinal));
        var asked = form["category"].OfType<string>().Select(PerformanceCategories.Of).OfType<PerformanceCategory>().Distinct().ToArray();
        var problems = new ProblemList();
        if (request.Run is not null)
        {
            problems.Add(ProblemCode.REVIEW_STEP, "$.at", "The scores of this year are released: an application comes too late. Where a reweighting is missing, ask for targeted review.");
        }

        if (kind is null)
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, "$.kind", "Choose a circumstance of this year.");
        }
        else if (asked.Length == 0 || asked.Any(category => kind.Categories.All(one => one.Category != category)))
        {
            problems.Add(ProblemCode.REWEIGHTING_NOT_IN_YEAR, "$.categories", $"Choose categories to which it applies in this year: {ExceptionKind.CategoriesOf(kind.Categories.Select(one => one.Category.Word()))}.");
        }

        if (words.Length == 0)
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$.text", "Say in words what happened, when, and how it kept you from reporting.");
        }
        else if (WrittenWords.TooLong(words) is { } problem)
        {
            problems.Add(problem.Code, problem.Path, problem.Message);
        }

        if (!problems.IsEmpty)
        {
            return await Page(request, problems.Found);
        }

        var application = new StoredApplication("", request.Year, request.Owner, request.Someone.Id, kind!.Name, [.. asked.Select(category => category.Word())], words, ExceptionKind.Submitted, request.Now);
        await request.Store.Applications.Add(application, request.Entry("application-submit", "done"), request.Cancellation);
        return Results.LocalRedirect(AddressOf(request));
    }

    private static async Task<IResult> Withdraw(PortalRequest request)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var id = (await request.Http.Request.ReadFormAsync(cancellation))["application"].ToString();
        if (!OpaqueId.HasForm(id) || await store.Applications.ById(id, cancellation) is not { } application || application.Owner != request.Owner || application.Year != request.Year)
        {
            return NotFoundPage.Result;
        }

        var step = new RequestStep(ExceptionKind.Submitted, ExceptionKind.Withdrawn, request.Someone.Id, request.Now);
        return await store.Applications.Take(id, step, request.Entry("application-withdraw", "done"), cancellation)
            ? Results.LocalRedirect(AddressOf(request))
            : await Page(request, [new(ProblemCode.REVIEW_STEP, "$.application", "The application was decided or withdrawn before.")]);
    }

    private static string AddressOf(PortalRequest request) => Address.Of(request.Year.Year, request.Owner.Kind.Word(), request.Owner.Id, Resource.Exceptions.Word());

    private static async Task<IResult> Queue(PortalRequest request)
    {
        var asked = request.Http.Request.Query["state"].ToString();
        var state = asked is ExceptionKind.Approved or ExceptionKind.Denied or ExceptionKind.Withdrawn ? asked : ExceptionKind.Submitted;
        var number = request.Http.Request.PageNumber();
        return new RazorComponentResult<ApplicationQueuePage>(new
        {
            Applications = await request.Store.Applications.InState(state, PageOf.Number(number, Rows), request.Cancellation),
            State = state,
            PageNumber = number,
            PageSize = Rows,
        });
    }

    private static async Task<IResult> Show(PortalRequest request, StoredApplication application, bool mayDecide, IReadOnlyList<Problem> problems)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var current = await store.Applications.ById(application.Id, cancellation) ?? application;
        var events = await store.Applications.Events(application.Id, cancellation);
        var people = await store.People.ByIds(events.Select(step => step.PersonId).OfType<string>().Distinct(StringComparer.Ordinal), cancellation);
        return new RazorComponentResult<ApplicationPage>(new
        {
            Application = current,
            Heading = await OwnerHeading.Of(store, current.Owner, cancellation),
            Events = events,
            People = people.ToDictionary(person => person.Id, person => person.DisplayName ?? person.UserName, StringComparer.Ordinal),
            MayDecide = mayDecide && current.State == ExceptionKind.Submitted,
            Problems = problems,
        })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    private static async Task<IResult> Decide(PortalRequest request, StoredApplication application, bool mayDecide)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var words = await WrittenWords.Of(request);
        var to = form["decision"].ToString() switch { "approve" => ExceptionKind.Approved, "deny" => ExceptionKind.Denied, _ => null };
        if (!mayDecide || to is null)
        {
            return NotFoundPage.Result;
        }

        if (words.Length == 0 || WrittenWords.TooLong(words) is not null)
        {
            return await Show(request, application, mayDecide, [new(ProblemCode.MISSING_FIELD, "$.text", "Say why, in words that the applicant reads.")]);
        }

        var audit = EntryOf(request, application, $"application-{to}");
        return await request.Store.Applications.Take(application.Id, new(ExceptionKind.Submitted, to, request.Someone.Id, request.Now, words), audit, request.Cancellation)
            ? Results.LocalRedirect($"/review-queue/applications/{application.Id}")
            : await Show(request, application, mayDecide, [ReviewPages.Changed]);
    }

    private static AuditEntry EntryOf(PortalRequest request, StoredApplication application, string action) => request.Entry(action, "done") with
    {
        Year = application.Year.Year,
        OwnerId = application.Owner.Id,
        LogOrganizationId = application.Owner.Kind is OwnerKind.Clinician or OwnerKind.Subgroup ? null : application.Owner.Id,
    };

    /// <summary>Who applied, or holds a role in whose affair it is, does not decide on it.</summary>
    private static async Task<IResult> OnApplication(PortalRequest request, Func<StoredApplication, bool, Task<IResult>> answer)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        if (request.Http.Request.RouteValues["application"] is not string id || !OpaqueId.HasForm(id) || await store.Applications.ById(id, cancellation) is not { } application)
        {
            return NotFoundPage.Result;
        }

        var run = request.Calendar.Current(application.Year, ReleaseKind.Scores, request.Now);
        var viewer = request.Viewer! with { Standing = await store.OwnersFacts.Standing(request.Viewer!.Roles, application.Year, run?.Id, cancellation) };
        var facts = await store.OwnersFacts.Of(application.Owner, application.Year, run?.Id, cancellation);
        var isOwn = string.Equals(application.RequesterId, request.Someone.Id, StringComparison.Ordinal)
            || AccessDecision.For(new(viewer, application.Year, Resource.Exceptions, application.Owner.Kind, facts)).IsGranted;
        await store.Audit.Append(EntryOf(request, application, "application-view"), cancellation);
        return await answer(application, !isOwn);
    }
}
