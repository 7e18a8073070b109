namespace OpenQpp.Claims;

/// <summary>What came of counting items, services and emergency visits.</summary>
/// <param name="Files">Names of the files.</param>
/// <param name="Lines">Professional lines.</param>
/// <param name="Counted">Professional lines of the year, of beneficiaries who count.</param>
/// <param name="WithoutDate">Professional lines whose day of service is not known: they count nowhere.</param>
/// <param name="WithoutReceipt">Professional lines of the year whose receipt is not known.</param>
/// <param name="WithoutAmount">Counted lines whose allowed amount is not known: they add no cost.</param>
/// <param name="WithoutUnits">Counted lines whose units are not known: they add no services.</param>
/// <param name="Beneficiaries">Beneficiaries with a row of the year.</param>
/// <param name="Included">Those who count.</param>
/// <param name="ToClinicians">Those attributed to a clinician.</param>
/// <param name="ToCenters">Those attributed to a health center or rural clinic.</param>
/// <param name="Individuals">TIN/NPI that are shown.</param>
/// <param name="Groups">TINs that are shown.</param>
/// <param name="VisitsAreKnown">Institutional claims were given.</param>
public sealed record ServicesSummary(
    IReadOnlyList<string> Files,
    long Lines,
    long Counted,
    long WithoutDate,
    long WithoutReceipt,
    long WithoutAmount,
    long WithoutUnits,
    long Beneficiaries,
    long Included,
    long ToClinicians,
    long ToCenters,
    long Individuals,
    long Groups,
    bool VisitsAreKnown)
{
    /// <summary>Beneficiaries who count and had no primary care that attributes them.</summary>
    public long NotAttributed => Included - ToClinicians - ToCenters;
}
