using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What a participant sent for quality, and what CMS computed.</summary>
/// <param name="Submitted">Measures of eCQM, registry and Part B claims sets.</param>
/// <param name="WebInterface">Measures of the Web Interface set, or null where none was sent.</param>
/// <param name="Survey">Summary measures of the CAHPS for MIPS survey.</param>
/// <param name="AdministrativeClaims">Measures that CMS computed.</param>
public sealed record QualitySubmission(
    ReportedMeasure[] Submitted,
    ReportedMeasure[]? WebInterface,
    ReportedMeasure[] Survey,
    ReportedMeasure[] AdministrativeClaims)
{
    /// <summary>Whether anything was sent.</summary>
    public bool IsSubmitted => Submitted.Length > 0 || WebInterface is { Length: > 0 } || Survey.Length > 0;

    /// <summary>Whether data were sent that do not come from claims: such data void a reweighting.</summary>
    public bool HasDataNotFromClaims =>
        Array.Exists(Submitted, measure => measure.Method != SubmissionMethod.Claims) || WebInterface is { Length: > 0 } || Survey.Length > 0;
}
