namespace OpenQpp.Claims;

/// <summary>What came of making facts of eligibility from claims.</summary>
/// <param name="Files">Names of the files.</param>
/// <param name="Lines">Professional lines.</param>
/// <param name="InSegments">Lines that lie in a segment of the determination period, in time, final and not denied.</param>
/// <param name="Covered">Covered professional services among them, by lines.</param>
/// <param name="WithoutDate">Lines whose day of service is not known: they count nowhere.</param>
/// <param name="WithoutReceipt">Lines of a segment whose receipt is not known.</param>
/// <param name="WithoutTin">Lines in segments without a TIN of nine digits: they count for nobody.</param>
/// <param name="WithoutNpi">Lines in segments with a TIN and without an NPI of ten digits: they count for the practice alone.</param>
/// <param name="Undecided">Lines in segments of which it is not known whether they count.</param>
/// <param name="UndecidedAllowed">Their allowed amounts, cents.</param>
/// <param name="Individuals">TIN/NPI that billed.</param>
/// <param name="Groups">TINs that billed.</param>
/// <param name="WithoutType">TIN/NPI that billed and whose clinician type is not known.</param>
/// <param name="NotBilled">TIN/NPI of the given clinicians that billed nothing and are left out.</param>
/// <param name="Unknown">Facts that are not known of anybody.</param>
public sealed record FactsSummary(
    IReadOnlyList<string> Files,
    long Lines,
    long InSegments,
    long Covered,
    long WithoutDate,
    long WithoutReceipt,
    long WithoutTin,
    long WithoutNpi,
    long Undecided,
    long UndecidedAllowed,
    long Individuals,
    long Groups,
    long WithoutType,
    long NotBilled,
    IReadOnlyList<string> Unknown);
