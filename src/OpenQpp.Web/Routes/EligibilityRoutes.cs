using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages;

namespace OpenQpp.Web;

/// <summary>Eligibility and reporting of a person's organizations, and the public lookup.</summary>
internal static class EligibilityRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.YearPage(Resource.Eligibility, "eligibility", Landing);
        routes.PageAndInterface(OwnerKind.Practice, Resource.Eligibility, request => OfMany(request, "Eligibility of the clinicians of the practice"));
        routes.PageAndInterface(OwnerKind.ApmEntity, Resource.Eligibility, request => OfMany(request, "Eligibility of the clinicians on the lists"));
        routes.PageAndInterface(OwnerKind.Clinician, Resource.Eligibility, OfOne);
        routes.PortalPage(Resource.Lookup, "/lookup", request => Task.FromResult<IResult>(new RazorComponentResult<LookupPage>(new { })));
        routes.PortalPage(Resource.Lookup, "/lookup", Lookup, isForm: true);
    }

    private static async Task<IResult> Landing(PortalRequest request)
    {
        var store = request.Store;
        var own = new List<EligibilityCard>();
        foreach (var npi in request.Viewer!.Roles.Select(role => role.Npi).OfType<Npi>().Distinct())
        {
            if (request.Run is { } run)
            {
                own.AddRange((await store.Eligibility.OfNpi(run.Id, npi.Digits, request.Cancellation)).Select(answer => EligibilityCard.Of(answer, isMasked: false)));
            }
        }

        return new RazorComponentResult<EligibilityPage>(new
        {
            request.Year.Year,
            Organizations = (IReadOnlyList<Organization>)[.. (await store.Organizations.OfPerson(request.Someone.Id, request.Cancellation)).Where(request.IsOfYear)],
            Cards = own,
        });
    }

    private static async Task<IResult> OfOne(PortalRequest request)
    {
        var answer = request.Run is { } run ? await request.Store.Eligibility.Of(run.Id, request.Owner.Id, request.Cancellation) : null;
        return Show(request, "Eligibility", answer is null ? [] : [EligibilityCard.Of(answer, isMasked: false)]);
    }

    private static async Task<IResult> OfMany(PortalRequest request, string title)
    {
        var cards = new List<EligibilityCard>();
        if (request.Run is { } run)
        {
            var answers = request.Owner.Kind == OwnerKind.Practice
                ? request.Store.Eligibility.OfPractice(run.Id, request.Owner.Id, request.Cancellation)
                : request.Store.Eligibility.OfEntity(run.Id, request.Owner.Id, request.Cancellation);
            await foreach (var answer in answers)
            {
                cards.Add(EligibilityCard.Of(answer, isMasked: false));
            }
        }

        return Show(request, title, cards);
    }

    private static IResult Show(PortalRequest request, string title, IReadOnlyList<EligibilityCard> cards) => request.Route.IsInterface
        ? Shapes.Eligibility(cards)
        : new RazorComponentResult<EligibilityListPage>(new { request.Year.Year, Title = title, Cards = cards });

    /// <summary>What everybody may know of an NPI: TINs masked, never whether a Partial QP elected.</summary>
    private static async Task<IResult> Lookup(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (npi, yearText) = (form["npi"].ToString().Trim(), form["year"].ToString());
        var store = request.Store;
        if (!Npi.HasForm(npi) || !int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return new RazorComponentResult<LookupPage>(new { Asked = npi, Error = "An NPI has ten digits, and a year four. Correct them and search again." }) { StatusCode = StatusCodes.Status400BadRequest };
        }

        var run = Matrix.VariantOf(new(year)) is null ? null : request.Calendar.Current(new(year), ReleaseKind.Scores, request.Now);
        var answers = run is null ? [] : await store.Eligibility.OfNpi(run.Id, npi, request.Cancellation);
        await store.Audit.Append(request.Entry("lookup", answers.Count > 0 ? "found" : "nothing") with { Year = year }, request.Cancellation);
        return new RazorComponentResult<LookupPage>(new { Asked = npi, Year = (int?)year, Cards = (EligibilityCard[])[.. answers.Select(answer => EligibilityCard.Of(answer, isMasked: true))] });
    }
}
