using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Why there is no feedback to show.</summary>
public enum NoFeedback
{
    /// <summary>Nothing of the year is published, or no score of this unit.</summary>
    NothingPublished,

    /// <summary>The score comes from somewhere that the viewer may not see.</summary>
    SourceNotVisible,

    /// <summary>The result was published without the case from which it could be explained.</summary>
    WithoutCase,
}

/// <summary>Feedback, or why there is none.</summary>
/// <param name="Model">The feedback.</param>
/// <param name="Why">Why there is none.</param>
public sealed record FeedbackAnswer(FeedbackModel? Model, NoFeedback Why);

/// <summary>Reads what the feedback pages show.</summary>
/// <param name="store">The store.</param>
/// <param name="rescoring">Computes the score again.</param>
public sealed class FeedbackReader(PortalStore store, Rescoring rescoring)
{
    /// <summary>The feedback of the owner that an address names.</summary>
    /// <param name="request">The request, let in.</param>
    public Task<FeedbackAnswer> Read(PortalRequest request) => Read(request, ofWhatPays: true);

    /// <summary>What the owner itself submitted, whether it pays or not.</summary>
    /// <param name="request">The request, let in.</param>
    public Task<FeedbackAnswer> ReadSubmitted(PortalRequest request) => Read(request, ofWhatPays: false);

    private async Task<FeedbackAnswer> Read(PortalRequest request, bool ofWhatPays)
    {
        var cancellation = request.Cancellation;
        if (request.Run is not { } run || await store.Owners.ById(request.Owner, cancellation) is not { } owner)
        {
            return new(null, NoFeedback.NothingPublished);
        }

        var (source, note, why) = ofWhatPays ? await SourceOf(request, run, owner) : (owner.Owner, null, NoFeedback.NothingPublished);
        if (source is null || await store.Scores.Result(run.Id, source.Value.Id, cancellation) is not { } published)
        {
            return new(null, why);
        }

        var of = source.Value == owner.Owner ? owner : await store.Owners.ById(source.Value, cancellation);
        if (of is null || Rescoring.CaseOf(published, of) is not { } submission)
        {
            return new(null, NoFeedback.WithoutCase);
        }

        var result = rescoring.ScorerOf(run)(submission);
        return new(
            new(run.Year.Year, owner.Owner.Kind.Word(), owner.Owner.Id, request.Route.Resource.Word(), await NameOf(owner, run, cancellation), Identifiers(owner), result, VersionsOf(request, run))
            {
                AdjustmentsAreReleased = request.AdjustmentsAreReleased,
                SourceNote = note,
                DifferenceNote = Rescoring.Difference(published, result),
                Submission = submission,
                Run = run,
                Everybody = await store.Distributions.Of(run.Id, cancellation),
            },
            why);
    }

    /// <summary>Whose score is shown: of a clinician the one that pays where it may be seen, else the clinician's own.</summary>
    private async Task<(OwnerId? Source, string? Note, NoFeedback Why)> SourceOf(PortalRequest request, PublishedRun run, StoredOwner owner)
    {
        if (owner.Owner.Kind != OwnerKind.Clinician)
        {
            return (owner.Owner, null, NoFeedback.NothingPublished);
        }

        var line = (await store.Assignments.Of(run.Id, [owner.Owner.Id], VisibleSources.Of(request.Decision), request.Cancellation)).FirstOrDefault();
        if (line is { IsHidden: false, Source: { } source })
        {
            return (source.Owner, $"The score that pays this clinician is the {OptionWords.Of(source.Level).ToLowerInvariant()} score. {NotesOnSources.Of(source.Level)}", NoFeedback.NothingPublished);
        }

        var why = line is { IsHidden: true } ? NoFeedback.SourceNotVisible : NoFeedback.NothingPublished;
        var own = await store.Scores.Of(run.Id, owner.Owner.Id, request.Cancellation);
        return (own is null ? null : owner.Owner, line is { IsHidden: true } ? ScoreVisibility.Says : "This individual score pays nobody.", why);
    }

    private async Task<string> NameOf(StoredOwner owner, PublishedRun run, CancellationToken cancellation) => owner.Owner.Kind switch
    {
        OwnerKind.Clinician => (await store.Assignments.Of(run.Id, [owner.Owner.Id], VisibleSources.All, cancellation)).FirstOrDefault() is { LastName: { } last } known
            ? $"{known.FirstName} {last}"
            : "Clinician",
        OwnerKind.Subgroup => $"Subgroup {owner.OwnIdentifier}",
        _ => (await store.Organizations.OfYear(run.Id, owner.Owner.Id, cancellation))?.Organization.Name ?? OptionWords.Of(owner.Owner.Kind),
    };

    private static IReadOnlyList<(string What, string Value)> Identifiers(StoredOwner owner) => owner.Owner.Kind switch
    {
        OwnerKind.Practice => [("TIN", owner.Tin!)],
        OwnerKind.Clinician => [("TIN", owner.Tin!), ("NPI", owner.Npi!)],
        OwnerKind.Subgroup => [("TIN", owner.Tin!), ("Subgroup", owner.OwnIdentifier)],
        _ => [(OptionWords.Of(owner.Owner.Kind), owner.Identifier)],
    };

    private static IReadOnlyList<PublishedVersion> VersionsOf(PortalRequest request, PublishedRun shown) =>
    [
        .. request.Calendar.Versions(shown.Year, request.Now).Select(version =>
            new PublishedVersion(version.Run.Version, version.At, version.Run.Id == request.PayingRun?.Id, version.Run.Id == shown.Id, version.Run.Note)),
    ];
}
