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

    /// <summary>The exclusions of a clinician.</summary>
    /// <param name="clinician">The clinician.</param>
    /// <param name="qp">QP and Partial QP status.</param>
    /// <param name="law">The law of the year.</param>
    public static Exclusion For(ClinicianFacts clinician, QpDetermination qp, YearLaw law)
    {
        var eligible = Finding.Published(Type, law.Reweighting.ClinicianType(clinician.ClinicianType) is { Eligible: true }, clinician.ClinicianType);
        var enrolled = clinician.FirstEnrolled is { } date
            ? Finding.Given(Enrolled, date >= law.Year.FirstDay, date.ToString("O", System.Globalization.CultureInfo.InvariantCulture))
            : Finding.Assumed(NotEnrolled, false);
        var notElected = Finding.NoneOf(NotElected, Finding.Given(Elected, clinician.PartialQpElected));
        Finding[] tests =
        [
            Finding.NoneOf(WrongType, eligible),
            Finding.AllOf(New, enrolled, Finding.NoneOf(NoEarlier, Finding.Given(Earlier, clinician.EarlierClaims))),
            Finding.AllOf(Qp, qp.IsQp),
            Finding.AllOf(Partial, qp.IsPartialQp, notElected),
        ];
        var first = Array.FindIndex(tests, test => test.Flag);
        return new(first < 0 ? null : Words[first], tests);
    }
}
