using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>QP status and exclusions of the clinicians of a year. What many clinicians share is worked out once for all of them.</summary>
/// <param name="law">The law of the year.</param>
internal sealed class Exclusions(YearLaw law)
{
    private readonly Dictionary<string, Finding> byType = new(StringComparer.Ordinal);
    private readonly Participation?[] byStatus = new Participation?[2 * (1 + Enum.GetValues<QpStatus>().Length)];

    /// <summary>QP status and exclusion of a clinician.</summary>
    /// <param name="clinician">The clinician.</param>
    public (QpDetermination Qp, Exclusion Exclusion) Of(ClinicianFacts clinician)
    {
        if (!byType.TryGetValue(clinician.ClinicianType, out var ofType))
        {
            byType.Add(clinician.ClinicianType, ofType = Exclusion.ByType(clinician.ClinicianType, law));
        }

        var qp = clinician.QpScores is { } scores ? ParticipationOf(clinician.QpStatus, scores, clinician.PartialQpElected) : ByStatus(clinician.QpStatus, clinician.PartialQpElected);
        return (qp.Qp, Exclusion.Of(ofType, clinician.FirstEnrolled, clinician.EarlierClaims, qp.IsQp, qp.IsPartialQp, law));
    }

    private Participation ByStatus(QpStatus? status, bool isElected)
    {
        var place = (2 * (status is { } known ? 1 + (int)known : 0)) + (isElected ? 1 : 0);
        return byStatus[place] ??= ParticipationOf(status, null, isElected);
    }

    private Participation ParticipationOf(QpStatus? status, QpScores? scores, bool isElected)
    {
        var qp = QpDetermination.For(status, scores, law.Eligibility.Qp);
        return new(qp, Exclusion.ByQp(qp), Exclusion.ByPartialQp(qp, isElected));
    }

    private sealed record Participation(QpDetermination Qp, Finding IsQp, Finding IsPartialQp);
}
