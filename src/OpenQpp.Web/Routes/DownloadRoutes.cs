using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>The files that users of CMS's portal know. Each holds what the page shows, no more and no less.</summary>
internal static class DownloadRoutes
{
    private static readonly OwnerKind[] Paid = [OwnerKind.Practice, OwnerKind.Clinician, OwnerKind.ApmEntity, OwnerKind.VirtualGroup];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in OwnerKinds.Scored)
        {
            routes.FileAndInterface(kind, Resource.Submissions, ScoreSubmission);
        }

        foreach (var kind in Paid)
        {
            routes.FileAndInterface(kind, Resource.PaymentAdjustment, PaymentAdjustment);
        }

        routes.FileAndInterface(OwnerKind.Practice, Resource.ConnectedClinicianList, ConnectedClinicians);
        routes.FileAndInterface(OwnerKind.ApmEntity, Resource.ApmParticipantList, request => Participants(request, "apm-entity-participants"));
        routes.FileAndInterface(OwnerKind.VirtualGroup, Resource.VirtualGroupParticipantList, request => Participants(request, "virtual-group-participants"));
        routes.FileAndInterface(OwnerKind.ApmEntity, Resource.ApmParticipantPiScores, InteroperabilityScores);
    }

    private static async Task<IResult> ScoreSubmission(PortalRequest request)
    {
        if (request.Decision.Grants.All(grant => grant.Organization is { Kind: OrganizationKind.Registry }))
        {
            return await SentByRegistry(request);
        }

        if (request.Run is null)
        {
            return request.Nothing();
        }

        var answer = await request.Http.RequestServices.GetRequiredService<FeedbackReader>().ReadSubmitted(request);
        var pays = await GivesFinalScore(request, request.Run);
        return RowsAnswer.For(request, "score-submission", async csv =>
        {
            await ScoreSubmissionFile.WriteHeader(csv);
            if (answer.Model is { } model)
            {
                await ScoreSubmissionFile.Write(csv, model.Submission, model.Result, pays);
            }
        });
    }

    /// <summary>A clinician is paid by one of several scores; which one is not told where its source may not be seen.</summary>
    private static async Task<bool?> GivesFinalScore(PortalRequest request, PublishedRun run)
    {
        if (request.Owner.Kind != OwnerKind.Clinician)
        {
            return true;
        }

        var line = (await request.Store.Assignments.Of(run.Id, [request.Owner.Id], VisibleSources.Of(request.Decision), request.Cancellation)).FirstOrDefault();
        return line is null || line.IsHidden ? null : line.Source?.Level == ParticipationOption.Individual;
    }

    /// <summary>R4: a registry's file holds what it sent itself, not what is published.</summary>
    private static async Task<IResult> SentByRegistry(PortalRequest request)
    {
        var desk = request.Http.RequestServices.GetRequiredService<RegistryDesk>();
        return await desk.LastSent(request) is { } body && desk.Score(body) is { } result && CaseReader.Read(body, new ProblemList()) is { } submission
            ? RowsAnswer.For(request, "score-submission", async csv =>
            {
                await ScoreSubmissionFile.WriteHeader(csv);
                await ScoreSubmissionFile.Write(csv, submission, result, givesFinalScore: false);
            })
            : request.Nothing();
    }

    private static async Task<IResult> PaymentAdjustment(PortalRequest request)
    {
        if (request.Run is not { } run)
        {
            return request.Nothing();
        }

        var (store, sources) = (request.Store, VisibleSources.Of(request.Decision));
        var lines = request.Owner.Kind switch
        {
            OwnerKind.Practice => store.Assignments.AllOfPractice(run.Id, request.Owner.Id, sources, request.Cancellation),
            OwnerKind.Clinician => Streamed(await store.Assignments.Of(run.Id, [request.Owner.Id], sources, request.Cancellation)),
            _ => store.Assignments.AllOfSource(run.Id, request.Owner.Id, request.Cancellation),
        };
        var name = request.Owner.Kind == OwnerKind.Practice ? (await store.Organizations.OfYear(run.Id, request.Owner.Id, request.Cancellation))?.Organization.Name : null;
        return RowsAnswer.For(request, "payment-adjustment", csv => PaymentAdjustmentFile.Write(csv, request, lines, name));
    }

    private static async Task<IResult> ConnectedClinicians(PortalRequest request)
    {
        if (request.Run is not { } run)
        {
            return request.Nothing();
        }

        var store = request.Store;
        var name = (await store.Organizations.OfYear(run.Id, request.Owner.Id, request.Cancellation))?.Organization.Name;
        return RowsAnswer.For(request, "connected-clinician-list", csv => ConnectedClinicianFile.Write(csv, store, run, request, name));
    }

    private static Task<IResult> Participants(PortalRequest request, string name) => Task.FromResult(
        request.Run is { } run ? (IResult)RowsAnswer.For(request, name, csv => ParticipantFile.Write(csv, request.Store, run, request)) : request.Nothing());

    private static async Task<IResult> InteroperabilityScores(PortalRequest request)
    {
        var answer = request.Run is null ? null : await request.Http.RequestServices.GetRequiredService<FeedbackReader>().Read(request);
        return answer?.Model is { } model ? RowsAnswer.For(request, "pi-scores", csv => InteroperabilityFile.Write(csv, model)) : request.Nothing();
    }

    private static async IAsyncEnumerable<Assignment> Streamed(IReadOnlyList<Assignment> lines)
    {
        foreach (var line in lines)
        {
            yield return line;
        }

        await Task.CompletedTask;
    }
}
