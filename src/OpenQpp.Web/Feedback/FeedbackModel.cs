using OpenQpp.Program;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>A published version of a score.</summary>
/// <param name="Number">1 for the first one of the year.</param>
/// <param name="PublishedAt">When its scores were released.</param>
/// <param name="Pays">The adjustment follows from it.</param>
/// <param name="IsShown">It is the one on the page.</param>
/// <param name="Note">Why it was made, or null.</param>
public sealed record PublishedVersion(long Number, DateTimeOffset PublishedAt, bool Pays, bool IsShown, string? Note);

/// <summary>What the feedback pages of an owner show.</summary>
/// <param name="Year">The performance year.</param>
/// <param name="Kind">The kind of owner, as in addresses.</param>
/// <param name="Id">The opaque id of the owner.</param>
/// <param name="Resource">The resource, as in addresses.</param>
/// <param name="Name">Whose feedback it is.</param>
/// <param name="Identifiers">Identifiers to show under the name, each with what it is.</param>
/// <param name="Result">The scored case.</param>
/// <param name="Versions">The versions that were published.</param>
public sealed record FeedbackModel(
    int Year,
    string Kind,
    string Id,
    string Resource,
    string Name,
    IReadOnlyList<(string What, string Value)> Identifiers,
    ScoredCase Result,
    IReadOnlyList<PublishedVersion> Versions)
{
    /// <summary>Adjustments of the year are released; until then every place shows two dashes.</summary>
    public bool AdjustmentsAreReleased { get; init; }

    /// <summary>What the reader should know about the source of the score.</summary>
    public string? SourceNote { get; init; }

    /// <summary>Why the pages below show today's computation beside the published score; null where both agree.</summary>
    public string? DifferenceNote { get; init; }

    /// <summary>The case from which the score was computed.</summary>
    public required Submission Submission { get; init; }

    /// <summary>The run in which it was published.</summary>
    public required PublishedRun Run { get; init; }

    /// <summary>The final scores of everybody in the run.</summary>
    public required ScoreDistribution Everybody { get; init; }

    /// <summary>Reports about measures that CMS computed from claims, those of this owner that the reader may open.</summary>
    public IReadOnlyList<Access.Resource> Reports { get; init; } = [];

    /// <summary>The year is open for a request of targeted review.</summary>
    public bool ReviewIsOpen { get; init; }

    /// <summary>The address of a page of this feedback.</summary>
    /// <param name="page">What stands below the resource; empty for the overview.</param>
    public string Page(string page = "") => Address.Of(Year, Kind, Id, page.Length == 0 ? Resource : $"{Resource}/{page}") + Version;

    /// <summary>The address of the PDF of a page of this feedback.</summary>
    /// <param name="page">What stands below the resource; empty for the overview.</param>
    public string Pdf(string page = "") => Address.Of(Year, Kind, Id, page.Length == 0 ? Resource : $"{Resource}/{page}") + ".pdf" + Version;

    private string Version => Versions.FirstOrDefault(version => version.IsShown) is { Pays: false, Number: var number } && Versions.Count > 1 ? $"?version={number}" : "";
}
