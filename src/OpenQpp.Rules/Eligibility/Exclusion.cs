using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Whether a clinician is out of MIPS before volumes are looked at, in the order of the law: type, newly enrolled, QP,
/// Partial QP without election. The first that applies is the reason.
/// </summary>
/// <param name="Word">ineligibleType, newlyEnrolled, qp, partialQp; null where none applies.</param>
/// <param name="Tests">Each exclusion in order: whether it applies, and why.</param>
[Cfr("414.1310(b)")]
[Cfr("414.1310(c)")]
public sealed record Exclusion(string? Word, IReadOnlyList<Finding> Tests)
{
    private const string TypeBasis = "414.1305, MIPS eligible clinician";
    private const string NewBasis = "414.1310(c)";

    private static readonly string[] Words = ["ineligibleType", "newlyEnrolled", "qp", "partialQp"];

    private static readonly Label Type = new("eligible clinician type", Unit.YesNo, TypeBasis, "{s} is a MIPS eligible clinician type of the year: {v}");
    private static readonly Label WrongType = new("ineligible clinician type", Unit.YesNo, "414.1310(b)(2)", "the clinician type is not MIPS eligible: {v}");
    private static readonly Label Enrolled = new("enrolled in the year", Unit.YesNo, NewBasis, "first enrolled in Medicare on {s}, on or after 1 January of the performance year: {v}");
    private static readonly Label NotEnrolled = new("enrolled in the year", Unit.YesNo, NewBasis, "no first enrolment in Medicare in the performance year is known: {v}");
    private static readonly Label Earlier = new("earlier claims", Unit.YesNo, NewBasis, "submitted Medicare claims before, in whatever form: {v}");
    private static readonly Label NoEarlier = new("no earlier claims", Unit.YesNo, NewBasis, "no Medicare claims before: {v}");
    private static readonly Label New = new("newly enrolled", Unit.YesNo, NewBasis, "newly enrolled Medicare clinician: {v}");
    private static readonly Label Qp = new("QP", Unit.YesNo, "414.1310(b)(1)(i)", "Qualifying APM Participant, out of MIPS: {v}");
    private static readonly Label Partial = new("Partial QP without election", Unit.YesNo, "414.1310(b)(1)(ii)", "Partial QP who did not elect to take part in MIPS: {v}");
    private static readonly Label Elected = new("Partial QP election", Unit.YesNo, "414.1310(b)(1)(ii)", "elected to take part in MIPS: {v}");
    private static readonly Label NotElected = new("no Partial QP election", Unit.YesNo, "414.1310(b)(1)(ii)", "did not elect to take part in MIPS: {v}");

    private static readonly Finding NotEnrolledInYear = Finding.Assumed(NotEnrolled, false);
    private static readonly Finding EarlierClaims = Finding.NoneOf(NoEarlier, Finding.Given(Earlier, true));
    private static readonly Finding NoEarlierClaims = Finding.NoneOf(NoEarlier, Finding.Given(Earlier, false));

    /// <summary>The exclusions of a clinician.</summary>
    /// <param name="byType">Whether the clinician type excludes.</param>
    /// <param name="byEnrolment">Whether the clinician is newly enrolled.</param>
    /// <param name="byQp">Whether the clinician is a QP.</param>
    /// <param name="byPartialQp">Whether the clinician is a Partial QP who did not elect.</param>
    public static Exclusion Of(Finding byType, Finding byEnrolment, Finding byQp, Finding byPartialQp)
    {
        Finding[] tests = [byType, byEnrolment, byQp, byPartialQp];
        var first = Array.FindIndex(tests, test => test.Flag);
        return new(first < 0 ? null : Words[first], tests);
    }

    /// <summary>Whether a clinician type excludes.</summary>
    /// <param name="clinicianType">The type.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding ByType(string clinicianType, YearLaw law) =>
        Finding.NoneOf(WrongType, Finding.Published(Type, law.Reweighting.ClinicianType(clinicianType) is { Eligible: true }, clinicianType));

    /// <summary>Whether a clinician is newly enrolled.</summary>
    /// <param name="firstEnrolled">First enrolment in Medicare, or null.</param>
    /// <param name="earlierClaims">Submitted claims before.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding ByEnrolment(DateOnly? firstEnrolled, bool earlierClaims, YearLaw law)
    {
        var enrolled = firstEnrolled is { } date
            ? Finding.Given(Enrolled, date >= law.Year.FirstDay, date.ToString("O", System.Globalization.CultureInfo.InvariantCulture))
            : NotEnrolledInYear;
        return Finding.AllOf(New, enrolled, earlierClaims ? EarlierClaims : NoEarlierClaims);
    }

    /// <summary>Whether QP status excludes.</summary>
    /// <param name="qp">QP and Partial QP status.</param>
    public static Finding ByQp(QpDetermination qp) => Finding.AllOf(Qp, qp.IsQp);

    /// <summary>Whether Partial QP status excludes.</summary>
    /// <param name="qp">QP and Partial QP status.</param>
    /// <param name="elected">The clinician elected to take part in MIPS.</param>
    public static Finding ByPartialQp(QpDetermination qp, bool elected) =>
        Finding.AllOf(Partial, qp.IsPartialQp, Finding.NoneOf(NotElected, Finding.Given(Elected, elected)));
}
