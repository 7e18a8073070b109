using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>In which segment of the determination period a professional claim line lies, and what it counts for.</summary>
[Cfr("414.1305")]
public static class CoveredLine
{
    /// <summary>No segment.</summary>
    public const int NoSegment = 0;

    /// <summary>
    /// The segment in which a line counts: its service lies in it, the claim was received by the end of its run-out, it is final, not denied, and its
    /// allowed amount is above 0 or not known. A reversal counts nowhere.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="law">The law of the year.</param>
    public static int SegmentOf(VolumeLine line, YearLaw law)
    {
        if (!IsBilled(line, law))
        {
            return NoSegment;
        }

        foreach (var segment in law.Eligibility.Segments)
        {
            if (line.Service >= segment.From && line.Service <= segment.To)
            {
                return (line.Received is { } day ? day <= segment.LastReceipt : !law.Settings.UnknownReceiptIsLate) ? segment.Number : NoSegment;
            }
        }

        return NoSegment;
    }

    /// <summary>Whether a line shows that its clinician billed by the end of the year: the day of service is known, it is final, not denied, and no reversal.</summary>
    /// <param name="line">The line.</param>
    /// <param name="law">The law of the year.</param>
    public static bool IsBilled(VolumeLine line, YearLaw law) => line is { Denied: not true, FinalAction: not false, Allowed: null or > 0m } && line.Service <= law.Year.LastDay;

    /// <summary>Whether a line is a covered professional service, paid under or based on the physician fee schedule; null where that is not known. What fails for certain wins.</summary>
    /// <param name="line">The line.</param>
    /// <param name="law">The law of the year.</param>
    public static bool? IsCovered(VolumeLine line, YearLaw law) =>
        line.Setting is { } setting && setting is not (ClaimSetting.Professional or ClaimSetting.MethodIICahProfessional) ? false
        : line.Status is { } status && !(law.Claims.Statuses.TryGetValue(status, out var covered) && covered.Flag) ? false
        : line is { Setting: not null, Status: not null, Allowed: not null } ? true
        : null;

    /// <summary>Whether dollars and patient of a line count for the low-volume threshold; null where that is not known.</summary>
    /// <param name="line">The line.</param>
    /// <param name="law">The law of the year.</param>
    public static bool? IsOfLowVolume(VolumeLine line, YearLaw law) =>
        law.Eligibility.LowVolumeCountsAllOfPartB ? line.Allowed is null ? null : true : IsCovered(line, law);

    /// <summary>How many services a covered line is: one, or as many as its units, a part of a unit being one.</summary>
    /// <param name="line">The line.</param>
    /// <param name="law">The law of the year.</param>
    public static decimal ServicesOf(VolumeLine line, YearLaw law) =>
        law.Settings.LowVolumeServicesAreUnits && line.Units is > 1m and var units ? decimal.Ceiling(units) : 1m;
}
