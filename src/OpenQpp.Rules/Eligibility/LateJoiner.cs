using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether a TIN/NPI first billed in the last three months of the performance year, and whether its practice was new then too.</summary>
[Cfr("414.1380(c)(2)(i)(A)(3)")]
public sealed class LateJoiner
{
    private const string Basis = "414.1380(c)(2)(i)(A)(3)";

    private static readonly Label NoClaims = new("no claims in the determination period", Unit.YesNo, Basis, "no claim of the TIN/NPI lies in a segment of the determination period: {v}");
    private static readonly Label First = new("first claim", Unit.YesNo, Basis, "{s} lies in the last months of the performance year: {v}");
    private static readonly Label InYear = new("first claim in the year", Unit.YesNo, Basis, "{s} lies in the performance year: {v}");
    private static readonly Label Month = new("month of the first claim", Unit.Number, Basis, "{s} lies in month {v}");
    private static readonly Label Joined = new("late joiner", Unit.YesNo, Basis, "the TIN/NPI first billed in the last months of the performance year: {v}");
    private static readonly Label Unknown = new("first claim", Unit.YesNo, Basis, "no first claim is known: {v}");
    private static readonly Label Practice = new("new practice", Unit.YesNo, Basis, "the practice was formed in the last months of the performance year: {v}");
    private static readonly Label Late = new("late enough", Unit.YesNo, Basis, "month {0}, at least {1}: {v}");

    private static readonly Finding NothingKnown = Finding.Assumed(Unknown, false);

    private readonly DateOnly? firstClaim;
    private readonly DateOnly? formed;
    private readonly bool hasClaims;
    private readonly YearLaw law;

    private LateJoiner(DateOnly? firstClaim, DateOnly? formed, bool hasClaims, YearLaw law) =>
        (this.firstClaim, this.formed, this.hasClaims, this.law) = (firstClaim, formed, hasClaims, law);

    /// <summary>No claim in either segment, first claims in the last three months.</summary>
    public Finding IsLateJoiner => field ??= JoinedLate<Finding>();

    /// <summary>The same without its reasons.</summary>
    public bool IsLate => JoinedLate<PlainValue>().Flag;

    /// <summary>The first claims of the practice lie there too. Worked out when first asked for.</summary>
    public Finding IsNewPractice => field ??= Finding.AllOf(Practice, InFinalMonths<Finding>(formed, "the first claim of the TIN", law));

    /// <summary>Whether a TIN/NPI joined late.</summary>
    /// <param name="firstClaim">First claim of the TIN/NPI, or null.</param>
    /// <param name="formed">First claim of the TIN, or null.</param>
    /// <param name="hasClaims">The TIN/NPI has claims in a segment.</param>
    /// <param name="law">The law of the year.</param>
    public static LateJoiner For(DateOnly? firstClaim, DateOnly? formed, bool hasClaims, YearLaw law) => new(firstClaim, formed, hasClaims, law);

    private T JoinedLate<T>()
        where T : IValue<T> =>
        T.AllOf(Joined, T.Given(NoClaims, !hasClaims), InFinalMonths<T>(firstClaim, "the first claim of the TIN/NPI", law));

    private static T InFinalMonths<T>(DateOnly? date, string what, YearLaw law)
        where T : IValue<T> =>
        date is { } day
            ? T.AllOfSubject(First, what, [T.Given(InYear, day.Year == law.Year.Year, what), T.AtLeast(Late, T.Given(Month, day.Month, what), T.Of(law.Eligibility.JoinerFirstMonth))])
            : T.Of(NothingKnown);
}
