using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>QP status and exclusions of the clinicians of a year. Each test is worked out once for all to whom it applies in the same way.</summary>
/// <param name="law">The law of the year.</param>
internal sealed class Exclusions(YearLaw law)
{
    private readonly Dictionary<string, Finding> byType = new(StringComparer.Ordinal);
    private readonly Dictionary<Enrolment, Finding> byEnrolment = [];
    private readonly Dictionary<Participation, (QpDetermination Qp, Finding IsQp, Finding IsPartialQp)> byQp = [];

    /// <summary>QP status and exclusion of a clinician.</summary>
    /// <param name="clinician">The clinician.</param>
    public (QpDetermination Qp, Exclusion Exclusion) Of(ClinicianFacts clinician)
    {
        if (!byType.TryGetValue(clinician.ClinicianType, out var ofType))
        {
            byType.Add(clinician.ClinicianType, ofType = Exclusion.ByType(clinician.ClinicianType, law));
        }

        var enrolment = new Enrolment(clinician.FirstEnrolled, clinician.EarlierClaims);
        if (!byEnrolment.TryGetValue(enrolment, out var isNew))
        {
            byEnrolment.Add(enrolment, isNew = Exclusion.ByEnrolment(clinician.FirstEnrolled, clinician.EarlierClaims, law));
        }

        var participation = new Participation(clinician.QpStatus, clinician.QpScores, clinician.PartialQpElected);
        if (!byQp.TryGetValue(participation, out var qp))
        {
            var found = QpDetermination.For(clinician.QpStatus, clinician.QpScores, law.Eligibility.Qp);
            byQp.Add(participation, qp = (found, Exclusion.ByQp(found), Exclusion.ByPartialQp(found, clinician.PartialQpElected)));
        }

        return (qp.Qp, Exclusion.Of(ofType, isNew, qp.IsQp, qp.IsPartialQp));
    }

    private readonly record struct Enrolment(DateOnly? First, bool EarlierClaims)
    {
        public override int GetHashCode() => First.GetHashCode();
    }

    private readonly record struct Participation(QpStatus? Status, QpScores? Scores, bool IsElected)
    {
        public override int GetHashCode() => HashCode.Combine((int?)Status ?? -1, Scores, IsElected);
    }
}
