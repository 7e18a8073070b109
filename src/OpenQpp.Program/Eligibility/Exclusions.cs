using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>QP status and exclusions of the clinicians of a year. Each test is worked out once for all to whom it applies in the same way.</summary>
/// <param name="law">The law of the year.</param>
internal sealed class Exclusions(YearLaw law)
{
    private readonly Dictionary<string, Finding> byType = new(StringComparer.Ordinal);
    private readonly Dictionary<(DateOnly? FirstEnrolled, bool EarlierClaims), Finding> byEnrolment = [];
    private readonly Dictionary<(QpStatus? Status, QpScores? Scores, bool Elected), (QpDetermination Qp, Finding IsQp, Finding IsPartialQp)> byQp = [];

    /// <summary>QP status and exclusion of a clinician.</summary>
    /// <param name="clinician">The clinician.</param>
    public (QpDetermination Qp, Exclusion Exclusion) Of(ClinicianFacts clinician)
    {
        if (!byType.TryGetValue(clinician.ClinicianType, out var ofType))
        {
            byType.Add(clinician.ClinicianType, ofType = Exclusion.ByType(clinician.ClinicianType, law));
        }

        var enrolment = (clinician.FirstEnrolled, clinician.EarlierClaims);
        if (!byEnrolment.TryGetValue(enrolment, out var isNew))
        {
            byEnrolment.Add(enrolment, isNew = Exclusion.ByEnrolment(clinician.FirstEnrolled, clinician.EarlierClaims, law));
        }

        var status = (clinician.QpStatus, clinician.QpScores, clinician.PartialQpElected);
        if (!byQp.TryGetValue(status, out var qp))
        {
            var found = QpDetermination.For(clinician.QpStatus, clinician.QpScores, law.Eligibility.Qp);
            byQp.Add(status, qp = (found, Exclusion.ByQp(found), Exclusion.ByPartialQp(found, clinician.PartialQpElected)));
        }

        return (qp.Qp, Exclusion.Of(ofType, isNew, qp.IsQp, qp.IsPartialQp));
    }
}
