using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether a request for targeted review may be made at a moment.</summary>
/// <param name="IsOpen">Yes, no, or not known; and why.</param>
/// <param name="Opens">The first second; null where it is not known.</param>
/// <param name="Closes">The last second, which still counts; null where it is not known.</param>
[Cfr("414.1385(a)(2)")]
public sealed record ReviewWindow(Finding IsOpen, Moment? Opens, Moment? Closes)
{
    private const string Basis = "414.1385(a)(2)";

    private static readonly Label Zero = new("none", Unit.Number, Basis, "{v} seconds");
    private static readonly Label AfterOpening = new("seconds after the opening", Unit.Number, Basis, "asked {v} seconds after the opening");
    private static readonly Label Opened = new("opened", Unit.YesNo, Basis, "{0} seconds after the opening, at least {1}: {v}");
    private static readonly Label OpenedAt = new("opened", Unit.YesNo, Basis, "asked at {s}, opening at {1}: {v}");
    private static readonly Label Released = new("release of the final scores", Unit.Word, Basis, "the final scores were released at {v}");
    private static readonly Label AfterClosing = new("seconds after the closing", Unit.Number, Basis, "asked {v} seconds after the last second of the window");
    private static readonly Label NotClosed = new("not closed", Unit.YesNo, Basis, "{0} seconds after the last second of the window, at most {1}: {v}");
    private static readonly Label NotClosedAt = new("not closed", Unit.YesNo, Basis, "asked at {s}, last second {1}: {v}");
    private static readonly Label Open = new("targeted review open", Unit.YesNo, Basis, "a request may be made: {v}");
    private static readonly Label NotKnown = new("targeted review open", Unit.YesNo, Basis, "the dates of the window are not known");

    /// <summary>The window at a moment. A bound that certainly shuts it wins over one that is not known.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="released">When the final scores were released, where that is known better than the law records it; null otherwise.</param>
    /// <param name="law">The law of the performance year.</param>
    public static ReviewWindow For(Moment at, Moment? released, TargetedReviewLaw law)
    {
        var opens = released ?? law.OpensAt;
        Finding?[] bounds =
        [
            opens is { } first ? Taken(OpenedAt, at, Finding.AtLeast(Opened, Finding.Given(AfterOpening, at.Seconds - first.Seconds), Nothing), released is { } known ? Finding.Given(Released, known.ToString()) : law.Opens) : null,
            law.ClosesAt is { } last ? Taken(NotClosedAt, at, Finding.AtMost(NotClosed, Finding.Given(AfterClosing, at.Seconds - last.Seconds), Nothing), law.Closes) : null,
        ];
        Finding[] tests = [.. bounds.OfType<Finding>()];
        return new(
            tests.Length == bounds.Length || Array.Exists(tests, test => !test.Flag) ? Finding.AllOf(Open, tests) : Finding.NotKnown(NotKnown, [.. tests, law.Opens, law.Closes]),
            opens,
            law.ClosesAt);
    }

    private static Finding Nothing => Finding.Parameter(Zero, 0m);

    private static Finding Taken(Label label, Moment at, Finding test, Finding written) => Finding.Taken(label, at.ToString(), test, written);
}
