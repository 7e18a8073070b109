using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Whether a clinician is out of MIPS before volumes are looked at, in the order of the law: type, newly enrolled, QP,
/// Partial QP without election. The first that applies is the reason.
/// </summary>
[Cfr("414.1310(b)")]
[Cfr("414.1310(c)")]
public sealed class Exclusion
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

    private readonly Finding byType;
    private readonly (DateOnly? First, bool EarlierClaims) enrolment;
    private readonly (Finding Qp, Finding Partial) byQp;
    private readonly YearLaw law;

    private Exclusion(Finding byType, DateOnly? firstEnrolled, bool earlierClaims, Finding byQp, Finding byPartialQp, YearLaw law)
    {
        (this.byType, enrolment, this.byQp, this.law) = (byType, (firstEnrolled, earlierClaims), (byQp, byPartialQp), law);
        Word = FindWord();
    }

    /// <summary>ineligibleType, newlyEnrolled, qp, partialQp; null where none applies.</summary>
    public string? Word { get; }

    /// <summary>Each exclusion in order: whether it applies, and why. Worked out when first asked for.</summary>
    public IReadOnlyList<Finding> Tests => field ??= InOrder<Finding>(new Finding[Words.Length]).ToArray();

    /// <summary>The exclusions of a clinician.</summary>
    /// <param name="byType">Whether the clinician type excludes.</param>
    /// <param name="firstEnrolled">First enrolment in Medicare, or null.</param>
    /// <param name="earlierClaims">Submitted claims before.</param>
    /// <param name="byQp">Whether the clinician is a QP.</param>
    /// <param name="byPartialQp">Whether the clinician is a Partial QP who did not elect.</param>
    /// <param name="law">The law of the year.</param>
    public static Exclusion Of(Finding byType, DateOnly? firstEnrolled, bool earlierClaims, Finding byQp, Finding byPartialQp, YearLaw law) =>
        new(byType, firstEnrolled, earlierClaims, byQp, byPartialQp, law);

    /// <summary>Whether a clinician type excludes.</summary>
    /// <param name="clinicianType">The type.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding ByType(string clinicianType, YearLaw law) =>
        Finding.NoneOf(WrongType, Finding.Published(Type, law.Reweighting.ClinicianType(clinicianType) is { Eligible: true }, clinicianType));

    /// <summary>Whether QP status excludes.</summary>
    /// <param name="qp">QP and Partial QP status.</param>
    public static Finding ByQp(QpDetermination qp) => Finding.AllOf(Qp, qp.IsQp);

    /// <summary>Whether Partial QP status excludes.</summary>
    /// <param name="qp">QP and Partial QP status.</param>
    /// <param name="elected">The clinician elected to take part in MIPS.</param>
    public static Finding ByPartialQp(QpDetermination qp, bool elected) =>
        Finding.AllOf(Partial, qp.IsPartialQp, Finding.NoneOf(NotElected, Finding.Given(Elected, elected)));

    private string? FindWord()
    {
        ReadOnlySpan<PlainValue> tests = InOrder<PlainValue>([default, default, default, default]);
        for (var place = 0; place < tests.Length; place++)
        {
            if (tests[place].Flag)
            {
                return Words[place];
            }
        }

        return null;
    }

    /// <summary>The exclusions in the order of <see cref="Words"/>.</summary>
    private ReadOnlySpan<T> InOrder<T>(Span<T> room)
        where T : IValue<T>
    {
        (room[0], room[1], room[2], room[3]) = (T.Of(byType), ByEnrolment<T>(), T.Of(byQp.Qp), T.Of(byQp.Partial));
        return room;
    }

    /// <summary>Whether the clinician is newly enrolled.</summary>
    private T ByEnrolment<T>()
        where T : IValue<T>
    {
        var enrolled = enrolment.First is { } date ? T.Given(Enrolled, date >= law.Year.FirstDay, date) : T.Of(NotEnrolledInYear);
        return T.AllOf(New, enrolled, T.Of(enrolment.EarlierClaims ? EarlierClaims : NoEarlierClaims));
    }
}
