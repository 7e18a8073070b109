using System.Runtime.InteropServices;
using System.Text;
using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>What a claim line counts for in the determination period, in whole numbers.</summary>
/// <param name="IsBilled">It shows that its clinician billed, by the end of the performance year.</param>
/// <param name="Segment">1 or 2, or 0 for none.</param>
/// <param name="LowVolume">Dollars and patient count for the low-volume threshold: <see cref="FactTables.Yes"/>, <see cref="FactTables.No"/> or <see cref="FactTables.NotKnown"/>.</param>
/// <param name="Covered">It is a covered professional service: the same.</param>
/// <param name="Services">How many services it is.</param>
/// <param name="Place">Place of service, if it is one that is counted; else 0.</param>
/// <param name="IsEncounter">It is a patient-facing encounter.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineFacts(bool IsBilled, int Segment, int LowVolume, int Covered, int Services, int Place, bool IsEncounter);

/// <summary>The rules of <see cref="CoveredLine"/> and <see cref="VolumeOfClaims"/> in whole numbers, for lines by the million. Tests hold them to the rules.</summary>
internal sealed class FactTables
{
    /// <summary>It does not.</summary>
    public const int No = 0;

    /// <summary>It does.</summary>
    public const int Yes = 1;

    /// <summary>It is not known.</summary>
    public const int NotKnown = 2;

    private const long Thousandths = 1000;
    private const int PlaceDigits = 2;

    private readonly (int Number, int First, int Last, int Receipt)[] segments;
    private readonly int lastDay;
    private readonly bool countsAllOfPartB;
    private readonly bool servicesAreUnits;
    private readonly bool unknownReceiptIsLate;
    private readonly AdjustmentYear claims;
    private readonly FeeSchedule? schedule;
    private readonly Dictionary<ulong, (int From, int Until)[]> encounters;
    private readonly HashSet<int> places = [.. VolumeOfClaims.PlacesCounted.Select(place => (int)CellText.Digits(Encoding.UTF8.GetBytes(place), PlaceDigits)!.Value)];

    /// <summary>The tables.</summary>
    /// <param name="law">The law of the year.</param>
    /// <param name="schedule">The fee schedule, or null.</param>
    /// <param name="patientFacing">The services that are patient-facing encounters; none where the list is not given.</param>
    public FactTables(YearLaw law, FeeSchedule? schedule, IReadOnlyList<PatientFacingCode> patientFacing)
    {
        segments = [.. law.Eligibility.Segments.Select(segment => (segment.Number, CellText.Day(segment.From), CellText.Day(segment.To), CellText.Day(segment.LastReceipt)))];
        lastDay = CellText.Day(law.Year.LastDay);
        (countsAllOfPartB, servicesAreUnits, unknownReceiptIsLate) = (law.Eligibility.LowVolumeCountsAllOfPartB, law.Settings.LowVolumeServicesAreUnits, law.Settings.UnknownReceiptIsLate);
        (claims, this.schedule) = (new(law), schedule);
        encounters = patientFacing.GroupBy(code => CellText.Code(Encoding.UTF8.GetBytes(code.Code))).ToDictionary(
            group => group.Key,
            group => group.Select(code => (code.From is { } from ? CellText.Day(from) : int.MinValue, code.Until is { } until ? CellText.Day(until) : int.MaxValue)).ToArray());
    }

    /// <summary>Whether a day lies in a segment.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    public bool IsOfSegment(long day) => Array.Exists(segments, segment => day >= segment.First && day <= segment.Last);

    /// <summary>The status of a line that has none, from the fee schedule.</summary>
    public ulong StatusOf(long day, ulong hcpcs, ulong first, ulong second) =>
        schedule is null || day == LineCells.NotKnown ? CellText.NoCode : schedule.Status(CellText.Date((int)day).Year, day, hcpcs, first, second);

    /// <summary>The setting of a line that has none.</summary>
    public sbyte SettingOf(ulong type, ulong specialty, ulong place) => claims.Setting(type, specialty, place);

    /// <summary>What a line counts for.</summary>
    /// <param name="line">Day, allowed amount, status, setting and flags of the line.</param>
    /// <param name="received">Day of receipt.</param>
    /// <param name="finalAction">1 final, 0 not.</param>
    /// <param name="hcpcs">The service as a code.</param>
    /// <param name="place">Place of service.</param>
    /// <param name="units">Units in thousandths, or <see cref="LineCells.NotKnown"/>.</param>
    public LineFacts Of(in LineCells line, long received, sbyte finalAction, ulong hcpcs, ReadOnlySpan<byte> place, long units)
    {
        if (line.Day == LineCells.NotKnown || line.Day > lastDay || line.Denied == 1 || finalAction == 0 || (line.Allowed != LineCells.NotKnown && line.Allowed <= 0))
        {
            return default;
        }

        var segment = SegmentOf(line.Day, received);
        if (segment == CoveredLine.NoSegment)
        {
            return new(true, segment, No, No, 0, 0, false);
        }

        var covered = CoveredOf(line);
        var lowVolume = !countsAllOfPartB ? covered : line.Allowed == LineCells.NotKnown ? NotKnown : Yes;
        if (covered != Yes)
        {
            return new(true, segment, lowVolume, covered, 0, 0, false);
        }

        var number = CellText.Digits(place, PlaceDigits) is { } digits && places.Contains((int)digits) ? (int)digits : 0;
        return new(true, segment, lowVolume, covered, ServicesOf(units), number, IsEncounter(hcpcs, line.Day));
    }

    private int SegmentOf(long day, long received)
    {
        foreach (var (number, first, last, receipt) in segments)
        {
            if (day >= first && day <= last)
            {
                return (received == LineCells.NotKnown ? !unknownReceiptIsLate : received <= receipt) ? number : CoveredLine.NoSegment;
            }
        }

        return CoveredLine.NoSegment;
    }

    private int CoveredOf(in LineCells line) =>
        line.Setting >= 0 && (ClaimSetting)line.Setting is not (ClaimSetting.Professional or ClaimSetting.MethodIICahProfessional) ? No
        : line.Status != CellText.NoCode && !claims.Covers(line.Status) ? No
        : line.Setting >= 0 && line.Status != CellText.NoCode && line.Allowed != LineCells.NotKnown ? Yes
        : NotKnown;

    private int ServicesOf(long units) => servicesAreUnits && units > Thousandths ? (int)((units + Thousandths - 1) / Thousandths) : 1;

    private bool IsEncounter(ulong hcpcs, long day)
    {
        if (encounters.TryGetValue(hcpcs, out var days))
        {
            foreach (var (from, until) in days)
            {
                if (day >= from && day <= until)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
