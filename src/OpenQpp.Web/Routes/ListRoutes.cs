using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Lists;

namespace OpenQpp.Web;

/// <summary>The way to feedback: organizations and clinicians of a person, and the page of each organization.</summary>
internal static class ListRoutes
{
    private const int Rows = 25;
    private const int CliniciansOfAPage = 100;

    private static readonly OwnerKind[] MemberKinds = [OwnerKind.Practice, OwnerKind.Clinician];
    private static readonly OrganizationKind[] Kinds = [OrganizationKind.Practice, OrganizationKind.ApmEntity, OrganizationKind.VirtualGroup];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.YearPage(Resource.Feedback, "feedback", Landing);
        routes.YearPage(Resource.Feedback, "feedback", Landing, isForm: true);
        routes.PageAndInterface(OwnerKind.Practice, Resource.Details, Practice);
        routes.Form(OwnerKind.Practice, Resource.Details, "", Practice);
        routes.PageAndInterface(OwnerKind.ApmEntity, Resource.Details, request => Entity(request, Resource.ApmFeedback));
        routes.PageAndInterface(OwnerKind.VirtualGroup, Resource.Details, request => Entity(request, Resource.VirtualGroupFeedback));
    }

    private static async Task<IResult> Landing(PortalRequest request)
    {
        if (!request.Route.IsInterface && await AcknowledgementRoutes.IsDue(request))
        {
            return AcknowledgementRoutes.Ask(request);
        }

        var (store, words, pageNumber) = (request.Store, await Words(request, "words"), request.Http.Request.PageNumber());
        var lists = new List<OrganizationList>();
        var clinicians = new List<Assignment>();
        if (request.Run is { } run)
        {
            foreach (var kind in Kinds)
            {
                var visible = VisibleOwners.For(request.Viewer, request.Year, Resource.Details, kind.Owner());
                if (visible.Any.Any(one => one.Role?.Organization?.Kind == kind))
                {
                    var page = await store.Organizations.Visible(visible, request.Year, run.Id, words, PageOf.Number(pageNumber, Rows), request.Cancellation);
                    lists.Add(new(kind, page));
                }
            }

            foreach (var npi in request.Viewer!.Roles.Select(role => role.Npi).OfType<Npi>().Distinct())
            {
                clinicians.AddRange(await store.Assignments.OfNpi(run.Id, npi.Digits, request.Cancellation));
            }
        }

        return new RazorComponentResult<LandingPage>(new
        {
            request.Year.Year,
            Lists = lists,
            Clinicians = clinicians,
            IsClinician = request.Viewer!.Roles.Any(role => role.Kind == RoleKind.Clinician),
            Words = words,
            PageNumber = pageNumber,
            PageSize = Rows,
            IsPublished = request.Run is not null,
            request.AdjustmentsAreReleased,
        });
    }

    private static async Task<IResult> Practice(PortalRequest request)
    {
        if (!request.Route.IsInterface && await AcknowledgementRoutes.IsDue(request))
        {
            return AcknowledgementRoutes.Ask(request);
        }

        var (store, cancellation) = (request.Store, request.Cancellation);
        if (request.Run is not { } run || await store.Organizations.OfYear(run.Id, request.Owner.Id, cancellation) is not { } practice)
        {
            return request.Route.IsInterface ? Shapes.NothingPublished : new RazorComponentResult<Pages.Feedback.NoFeedbackPage>(new { request.Year.Year });
        }

        var sources = VisibleSources.Of(request.Decision);
        var filter = FilterOf(request, await Words(request, "npi"));
        var scores = new List<StoredScore>();
        await foreach (var score in store.Scores.OfPractice(run.Id, request.Owner.Id, cancellation))
        {
            if (score.Level != ParticipationOption.Individual)
            {
                scores.Add(score);
            }
        }

        var number = request.Http.Request.PageNumber();
        var group = scores.Find(score => score.Level == ParticipationOption.Group);
        var subgroups = await SubgroupsOf(store, run, scores.Where(score => score.Level == ParticipationOption.Subgroup), cancellation);
        var clinicians = await store.Assignments.OfPractice(run.Id, request.Owner.Id, sources, filter, PageOf.Number(number, CliniciansOfAPage), cancellation);
        return request.Route.IsInterface ? Shapes.Practice(request, practice, group, subgroups, clinicians) : new RazorComponentResult<PracticePage>(new
        {
            request.Year.Year,
            Practice = practice,
            Group = group,
            Subgroups = subgroups,
            Clinicians = clinicians,
            Counts = await store.Assignments.Counts(run.Id, request.Owner.Id, sources, cancellation),
            Filter = filter,
            PageNumber = number,
            PageSize = CliniciansOfAPage,
            request.AdjustmentsAreReleased,
        });
    }

    private static async Task<IReadOnlyList<SubgroupLine>> SubgroupsOf(PortalStore store, PublishedRun run, IEnumerable<StoredScore> scores, CancellationToken cancellation)
    {
        var lines = new List<SubgroupLine>();
        foreach (var score in scores)
        {
            var owner = await store.Owners.ById(score.Owner, cancellation);
            lines.Add(new(score, owner?.OwnIdentifier ?? "", await store.Assignments.CountOfSource(run.Id, score.Owner.Id, cancellation)));
        }

        return lines;
    }

    private static async Task<IResult> Entity(PortalRequest request, Resource feedback)
    {
        if (!request.Route.IsInterface && await AcknowledgementRoutes.IsDue(request))
        {
            return AcknowledgementRoutes.Ask(request);
        }

        var (store, cancellation) = (request.Store, request.Cancellation);
        if (request.Run is not { } run || await store.Organizations.OfYear(run.Id, request.Owner.Id, cancellation) is not { } entity)
        {
            return request.Route.IsInterface ? Shapes.NothingPublished : new RazorComponentResult<Pages.Feedback.NoFeedbackPage>(new { request.Year.Year });
        }

        var practices = new SortedDictionary<string, (string? Name, HashSet<string> Npis)>(StringComparer.Ordinal);
        foreach (var kind in MemberKinds)
        {
            await foreach (var member in store.Participations.Members(run.Id, request.Owner.Id, kind, cancellation))
            {
                var known = practices.GetValueOrDefault(member.Tin);
                var npis = known.Npis ?? new(StringComparer.Ordinal);
                if (member.Npi is { } npi)
                {
                    npis.Add(npi);
                }

                practices[member.Tin] = (member.MemberName ?? known.Name, npis);
            }
        }

        var (score, receiving) = (await store.Scores.Of(run.Id, request.Owner.Id, cancellation), await store.Assignments.CountOfSource(run.Id, request.Owner.Id, cancellation));
        MemberPractice[] members = [.. practices.Select(practice => new MemberPractice(practice.Key, practice.Value.Name, practice.Value.Npis.Count))];
        return request.Route.IsInterface ? Shapes.Entity(request, entity, feedback, score, receiving, members) : new RazorComponentResult<EntityPage>(new
        {
            request.Year.Year,
            Entity = entity,
            Feedback = feedback,
            Score = score,
            Receiving = receiving,
            Practices = members,
        });
    }

    /// <summary>A search posts its words: identifiers never stand in an address.</summary>
    private static async Task<string> Words(PortalRequest request, string field) =>
        HttpMethods.IsPost(request.Http.Request.Method) ? (await request.Http.Request.ReadFormAsync(request.Cancellation))[field].ToString().Trim() : "";

    private static AssignmentFilter FilterOf(PortalRequest request, string npi)
    {
        var query = request.Http.Request.Query;
        return new()
        {
            NpiPart = npi.Length > 0 && npi.All(char.IsAsciiDigit) ? npi : null,
            Level = ParticipationOptions.Of(query["level"].ToString()),
            Option = ReportingOptions.Of(query["option"].ToString()),
            ByFinalScore = query["sort"] == "score",
        };
    }
}
