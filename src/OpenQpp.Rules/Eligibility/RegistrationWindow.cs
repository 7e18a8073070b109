using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Whether something can be registered or elected at a moment. The days are those of Eastern time, and the last one counts to its
/// end. Virtual groups have a last second and no first one: the paragraph names none.
/// </summary>
/// <param name="IsOpen">Whether it can, and why; no where the year has no such thing.</param>
/// <param name="Opens">The first second; null where none is named, or where the year has no such thing.</param>
/// <param name="Closes">The last second; null where the year has no such thing.</param>
[Cfr("414.1315(b)")]
[Cfr("414.1365(b)(2)")]
public sealed record RegistrationWindow(Finding IsOpen, Moment? Opens, Moment? Closes)
{
    private const string Basis = "414.1365(b)(2)";
    private const string GroupBasis = "414.1315(b)";

    private static readonly Label Zero = new("none", Unit.Number, Basis, "{v} seconds");
    private static readonly Label AfterOpening = new("seconds after the opening", Unit.Number, Basis, "asked {v} seconds after the opening");
    private static readonly Label Opened = new("opened", Unit.YesNo, Basis, "{0} seconds after the opening, at least {1}: {v}");
    private static readonly Label OpenedAt = new("opened", Unit.YesNo, Basis, "asked at {s}, opening at {1}: {v}");
    private static readonly Label Open = new("registration open", Unit.YesNo, Basis, "a registration can be made: {v}");
    private static readonly Label GroupOpen = new("election open", Unit.YesNo, GroupBasis, "an election can be made: {v}");
    private static readonly Label PathwaysOfYear = new("in this year", Unit.YesNo, "414.1365(a)", "the law of the year knows MIPS Value Pathways: {v}");
    private static readonly Label GroupsOfYear = new("in this year", Unit.YesNo, "414.1315(a)", "the law of the year knows virtual groups: {v}");

    /// <summary>The window at a moment.</summary>
    /// <param name="kind">What is registered.</param>
    /// <param name="at">The moment.</param>
    /// <param name="law">The law of the performance year.</param>
    public static RegistrationWindow For(RegistrationKind kind, Moment at, RegistrationLaw law)
    {
        var (opens, closes) = kind switch
        {
            RegistrationKind.VirtualGroup => (null, law.VirtualGroupCloses),
            RegistrationKind.MvpSurvey => (law.Opens, law.SurveyCloses),
            _ => (law.Opens, law.Closes),
        };
        if (closes is null)
        {
            return new(kind == RegistrationKind.VirtualGroup ? Finding.Given(GroupsOfYear, false) : Finding.Given(PathwaysOfYear, false), null, null);
        }

        var (first, last) = (opens is null ? (Moment?)null : MomentOf(opens), MomentOf(closes));
        var basis = kind == RegistrationKind.VirtualGroup ? GroupBasis : Basis;
        Finding[] tests =
        [
            .. opens is null ? Array.Empty<Finding>() : [Finding.Taken(OpenedAt, at.ToString(), Finding.AtLeast(Opened, Finding.Given(AfterOpening, at.Seconds - first!.Value.Seconds), Nothing), opens)],
            NotClosed(at, last, closes, basis),
        ];
        return new(Finding.AllOf(kind == RegistrationKind.VirtualGroup ? GroupOpen : Open, tests), first, last);
    }

    private static Finding Nothing => Finding.Parameter(Zero, 0m);

    private static Finding NotClosed(Moment at, Moment last, Finding written, string basis) =>
        Finding.Taken(
            new("not closed", Unit.YesNo, basis, "asked at {s}, last second {1}: {v}"),
            at.ToString(),
            Finding.AtMost(
                new("not closed", Unit.YesNo, basis, "{0} seconds after the last second, at most {1}: {v}"),
                Finding.Given(new("seconds after the closing", Unit.Number, basis, "asked {v} seconds after the last second"), at.Seconds - last.Seconds),
                Nothing),
            written);

    private static Moment MomentOf(Finding written) => Moment.Of(written.Word) ?? throw new LawDataException($"'{written.Word}' is no moment of time.");
}
