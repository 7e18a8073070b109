using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What a participant sent for quality, and what CMS computed.</summary>
/// <param name="Submitted">Measures of eCQM, registry and Part B claims sets.</param>
/// <param name="WebInterface">Measures of the Web Interface set, or null where none was sent.</param>
/// <param name="Survey">Summary measures of the CAHPS for MIPS survey.</param>
/// <param name="AdministrativeClaims">Measures that CMS computed.</param>
public sealed record QualitySubmission(
    IReadOnlyList<ReportedMeasure> Submitted,
    IReadOnlyList<ReportedMeasure>? WebInterface,
    IReadOnlyList<ReportedMeasure> Survey,
    IReadOnlyList<ReportedMeasure> AdministrativeClaims)
{
    /// <summary>Whether anything was sent.</summary>
    public bool IsSubmitted => Submitted.Count > 0 || WebInterface is { Count: > 0 } || Survey.Count > 0;

    /// <summary>Whether data were sent that do not come from claims: such data void a reweighting.</summary>
    public bool HasDataNotFromClaims =>
        Submitted.Any(measure => measure.Method != SubmissionMethod.Claims) || WebInterface is { Count: > 0 } || Survey.Count > 0;
}
