using System.Text.Json;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Cases that registries send: checked, and scored for preliminary points.</summary>
/// <param name="store">The store.</param>
/// <param name="book">The law of all years.</param>
/// <param name="demo">Sign-ins of the demonstration world: its NPIs are made up.</param>
public sealed class RegistryDesk(PortalStore store, LawBook book, DemoSignIns demo)
{
    private readonly CaseScorer scorer = new(book, new CheckOptions(AllowSyntheticNpi: demo.People.Count > 0));

    /// <summary>The result of a case that was kept; null where today's program refuses it.</summary>
    /// <param name="body">The case as it was sent.</param>
    public ScoredCase? Score(byte[] body) => scorer.Score(body).Result;

    /// <summary>
    /// What the registries by which the page was granted sent last about its owner; null where they sent nothing. A registry that
    /// sends about somebody learns nothing else of them by it.
    /// </summary>
    /// <param name="request">The request to the portal, granted to registries alone.</param>
    public async Task<byte[]?> LastSent(PortalRequest request)
    {
        var registries = request.Decision.Grants.Select(grant => grant.Organization?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var last = (await store.RegistrySubmissions.OfOwner(request.Owner.Id, request.Year, request.Cancellation)).FirstOrDefault(sent => registries.Contains(sent.RegistryId));
        return last is null ? null : (await store.RegistrySubmissions.Body(last.RegistryId, last.Id, request.Cancellation))?.Body;
    }

    /// <summary>Whom a case is about and what it comes to; null where it is refused.</summary>
    /// <param name="body">The case as it was sent.</param>
    /// <param name="year">The performance year of the page.</param>
    /// <param name="problems">Where every problem is told.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(StoredOwner Owner, ScoredCase Result)?> Check(byte[] body, PerformanceYear year, ProblemList problems, CancellationToken cancellation)
    {
        var outcome = scorer.Score(body);
        foreach (var problem in outcome.Problems)
        {
            problems.Add(problem.Code, problem.Path, problem.Message);
        }

        if (outcome.Result is not { } result || CaseReader.Read(body, new ProblemList()) is not { } submission)
        {
            return null;
        }

        if (submission.PerformanceYear != year.Year)
        {
            problems.Add(ProblemCode.UNSUPPORTED_YEAR, "$.performanceYear", "The case is of another performance year than this page.");
        }

        var owner = await OwnerOf(submission, cancellation);
        if (owner is null)
        {
            problems.Add(ProblemCode.UNKNOWN_PARTICIPANT, "$", "Nobody is known under the identifiers of the case: give TIN, NPI and entity id as CMS's eligibility has them.");
        }

        return problems.IsEmpty ? (owner!, result) : null;
    }

    /// <summary>A result as JSON, without explanation.</summary>
    /// <param name="result">The result.</param>
    /// <param name="body">The case.</param>
    public static byte[] Json(ScoredCase result, byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            ResultJson.Write(json, result, MadeBy.Of(result.Law, body), withExplanation: false);
        }

        return buffer.ToArray();
    }

    private async Task<StoredOwner?> OwnerOf(Submission submission, CancellationToken cancellation)
    {
        var (tin, npi, id) = (submission.TaxpayerIdentificationNumber, submission.NationalProviderIdentifier, submission.EntityId);
        var (kind, identifier) = submission.EntityType switch
        {
            ParticipationOption.Individual => (OwnerKind.Clinician, tin is null || npi is null ? null : $"{tin}:{npi}"),
            ParticipationOption.Group => (OwnerKind.Practice, tin),
            ParticipationOption.Subgroup => (OwnerKind.Subgroup, tin is null || id is null ? null : $"{tin}:{id}"),
            ParticipationOption.VirtualGroup => (OwnerKind.VirtualGroup, id),
            _ => (OwnerKind.ApmEntity, id),
        };
        return identifier is null ? null : await store.Owners.ByIdentifier(kind, identifier, cancellation);
    }
}
