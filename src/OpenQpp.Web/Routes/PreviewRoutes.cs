using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>What the public compare site would show, and APM incentive payments.</summary>
internal static class PreviewRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.YearPage(Resource.Preview, "preview", Landing);
        routes.PageAndInterface(OwnerKind.Practice, Resource.Preview, Practice);
        routes.PageAndInterface(OwnerKind.Clinician, Resource.Preview, Clinician);
        routes.YearPage(Resource.ApmIncentive, "apm-incentive", Incentives);
        routes.PageAndInterface(OwnerKind.Clinician, Resource.ApmIncentive, Incentive);
    }

    private static async Task<IResult> Landing(PortalRequest request) => new RazorComponentResult<OwnerChoicePage>(new
    {
        Title = "Doctors & Clinicians preview",
        Section = "Doctors & clinicians preview",
        Says = "What the public compare site would show from the published scores. Clinicians and groups can look at it for 30 days before it becomes public, 414.1395.",
        Resource = Resource.Preview,
        request.Year.Year,
        Owners = await OwnersOfPerson.For(request, Resource.Preview),
    });

    private static async Task<IResult> Practice(PortalRequest request)
    {
        var lines = new List<(PerformanceCategory, CategoryPercent)>();
        var score = default(StoredScore);
        if (request.Run is { } run && await request.Store.Scores.Result(run.Id, request.Owner.Id, request.Cancellation) is { } result)
        {
            score = await request.Store.Scores.Of(run.Id, request.Owner.Id, request.Cancellation);
            using var document = JsonDocument.Parse(result.Body, new() { MaxDepth = 512 });
            if (document.RootElement.TryGetProperty("categories", out var categories))
            {
                lines.AddRange(PerformanceCategories.All.Where(category => categories.TryGetProperty(category.Word(), out _)).Select(category => (category, PercentOf(categories.GetProperty(category.Word())))));
            }
        }

        return await Page(request, score?.FinalScore, lines, isHidden: false);
    }

    private static CategoryPercent PercentOf(JsonElement category) => new(NumberOf(category, "percent"), NumberOf(category, "weight"));

    private static decimal? NumberOf(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static async Task<IResult> Clinician(PortalRequest request)
    {
        var line = request.Run is { } run
            ? (await request.Store.Assignments.Of(run.Id, [request.Owner.Id], VisibleSources.Of(request.Decision), request.Cancellation)).FirstOrDefault()
            : null;
        (PerformanceCategory, CategoryPercent)[] lines = line is null or { FinalScore: null } ? [] :
        [
            (PerformanceCategory.Quality, line.Quality),
            (PerformanceCategory.Cost, line.Cost),
            (PerformanceCategory.ImprovementActivities, line.ImprovementActivities),
            (PerformanceCategory.PromotingInteroperability, line.PromotingInteroperability),
        ];
        return await Page(request, line?.FinalScore, lines, line?.IsHidden ?? false);
    }

    private static async Task<IResult> Page(PortalRequest request, decimal? finalScore, IReadOnlyList<(PerformanceCategory, CategoryPercent)> lines, bool isHidden) => request.Route.IsInterface ? Shapes.Preview(request.Run is not null, isHidden, finalScore, lines) : new RazorComponentResult<PreviewPage>(new
    {
        request.Year.Year,
        Heading = await OwnerHeading.Of(request.Store, request.Owner, request.Cancellation),
        FinalScore = finalScore,
        Lines = lines,
        IsHidden = isHidden,
        IsReleased = request.Run is not null,
    });

    private static async Task<IResult> Incentives(PortalRequest request) => await IncentivePage(request, request.Run is { } run
        ? await AnswersOf(request, run)
        : []);

    private static async Task<IResult> Incentive(PortalRequest request) => await IncentivePage(request, request.Run is { } run && await request.Store.Eligibility.Of(run.Id, request.Owner.Id, request.Cancellation) is { } answer
        ? [answer]
        : []);

    private static Task<IResult> IncentivePage(PortalRequest request, IReadOnlyList<StoredEligibility> answers)
    {
        var cards = answers.Select(answer => EligibilityCard.Of(answer, isMasked: false)).ToArray();
        return Task.FromResult<IResult>(request.Route.IsInterface
            ? Shapes.Eligibility(cards.Where(card => card.QpStatus == Pages.Requests.IncentivePage.Qualified))
            : new RazorComponentResult<IncentivePage>(new { request.Year.Year, Cards = cards, IsReleased = request.Run is not null }));
    }

    private static async Task<IReadOnlyList<StoredEligibility>> AnswersOf(PortalRequest request, PublishedRun run)
    {
        var answers = new List<StoredEligibility>();
        foreach (var npi in request.Viewer!.Roles.Select(role => role.Npi).OfType<Npi>().Distinct())
        {
            answers.AddRange(await request.Store.Eligibility.OfNpi(run.Id, npi.Digits, request.Cancellation));
        }

        return answers;
    }
}
