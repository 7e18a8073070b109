using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>Registrations and elections.</summary>
internal static class RegistrationRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.YearPage(Resource.Registration, "registration", Landing);
        foreach (var kind in OwnerKinds.Scored)
        {
            routes.PageAndInterface(kind, Resource.Registration, request => Page(request, [], []));
            routes.Form(kind, Resource.Registration, "", Register);
            routes.Form(kind, Resource.Registration, "/withdraw", Withdraw);
        }
    }

    private static RegistrationDesk DeskOf(PortalRequest request) => request.Http.RequestServices.GetRequiredService<RegistrationDesk>();

    private static async Task<IResult> Landing(PortalRequest request) => new RazorComponentResult<OwnerChoicePage>(new
    {
        Title = "Registration",
        Section = "Registration",
        Says = "Elections, pathways, subgroups, virtual groups and the survey. Registration comes before scores: the years below are all that the law is recorded of.",
        Resource = Resource.Registration,
        request.Year.Year,
        DeskOf(request).Years,
        Owners = await OwnersOfPerson.For(request, Resource.Registration),
    });

    private static async Task<IResult> Page(PortalRequest request, IReadOnlyList<Problem> problems, IReadOnlyList<string> answered)
    {
        var (store, desk) = (request.Store, DeskOf(request));
        var offers = desk.Offers(request).Select(offer => (offer, RegistrationDesk.WhyClosed(request, offer))).ToArray();
        var held = await store.Registrations.OfOwner(request.Owner.Id, request.Year, request.Cancellation);
        return request.Route.IsInterface ? Shapes.Registrations(held, offers) : new RazorComponentResult<RegistrationPage>(new
        {
            request.Year.Year,
            Heading = await OwnerHeading.Of(store, request.Owner, request.Cancellation),
            Offers = offers,
            Held = held,
            Problems = problems,
            Answered = answered,
            Size = request.Owner.Kind == OwnerKind.Practice ? await desk.SizeOf(request) : null,
            MostClinicians = desk.LawOf(request.Year).Eligibility.Membership.VirtualGroupClinicians,
        })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> Register(PortalRequest request)
    {
        var (store, desk, cancellation) = (request.Store, DeskOf(request), request.Cancellation);
        var form = await request.Http.Request.ReadFormAsync(cancellation);
        if (desk.Offers(request).FirstOrDefault(one => string.Equals(one.Kind, form["kind"], StringComparison.Ordinal)) is not { } offer)
        {
            return NotFoundPage.Result;
        }

        var problems = new ProblemList();
        var read = await desk.Read(request, offer, form, problems);
        if (read is { } known && offer.Kind == RegistrationOffer.Election && await desk.AgainstEligibility(request, known.Choice, cancellation) is { } against)
        {
            problems.Add(ProblemCode.ELECTION_NOT_OPEN, "$.choice", against);
        }

        if (read is not { } chosen || !problems.IsEmpty)
        {
            await store.Audit.Append(request.Entry($"register-{offer.Kind}", "refused"), cancellation);
            return await Page(request, problems.Found, [.. form["agreement"].OfType<string>()]);
        }

        var registration = new Registration("", request.Year, request.Owner, chosen.Kind, chosen.Choice, offer.IsIrrevocable, request.Someone.Id, request.Now, null);
        // The same election again finds the standing one: accepted without effect.
        await store.Registrations.Add(registration, request.Entry($"register-{offer.Kind}", "done"), cancellation);
        return Results.LocalRedirect(AddressOf(request));
    }

    private static async Task<IResult> Withdraw(PortalRequest request)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var kind = (await request.Http.Request.ReadFormAsync(cancellation))["kind"].ToString();
        if (DeskOf(request).Offers(request).FirstOrDefault(one => kind == one.Kind || kind.StartsWith(one.Kind + "-", StringComparison.Ordinal)) is not { } offer)
        {
            return NotFoundPage.Result;
        }

        var why = offer.IsIrrevocable ? "An election cannot be withdrawn or changed in the performance year." : RegistrationDesk.WhyClosed(request, offer);
        if (why is null && !await store.Registrations.Withdraw(request.Owner, request.Year, kind, request.Now, request.Entry($"withdraw-{offer.Kind}", "done"), cancellation))
        {
            why = "Nothing of this kind holds: it was withdrawn before.";
        }

        return why is null
            ? Results.LocalRedirect(AddressOf(request))
            : await Page(request, [new(offer.IsIrrevocable ? ProblemCode.ELECTION_IRREVOCABLE : ProblemCode.ELECTION_NOT_OPEN, "$.kind", why)], []);
    }

    private static string AddressOf(PortalRequest request) => Address.Of(request.Year.Year, request.Owner.Kind.Word(), request.Owner.Id, Resource.Registration.Word());
}
