namespace OpenQpp.Claims;

/// <summary>The status indicators of the physician fee schedule: the row of a code with its modifier, else the one without.</summary>
internal sealed class FeeSchedule
{
    private const ulong Professional = ('2' << 8) | '6';
    private const ulong Technical = ('T' << 8) | 'C';
    private const ulong Discontinued = ('5' << 8) | '3';

    private readonly Dictionary<(ulong Code, ulong Modifier, int Year), List<(int From, ulong Status)>> rows = [];

    /// <summary>Whether a modifier is one of those that have rows of their own.</summary>
    /// <param name="modifier">The modifier as a code.</param>
    public static bool IsOwnRow(ulong modifier) => modifier is Professional or Technical or Discontinued;

    /// <summary>Adds a row; false where there is one for the same code, modifier and day.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="hcpcs">The code of the service.</param>
    /// <param name="modifier">26, TC, 53, or none.</param>
    /// <param name="status">The status.</param>
    /// <param name="from">The first day on which it holds, days since 1970-01-01.</param>
    public bool Add(int year, ulong hcpcs, ulong modifier, ulong status, int from)
    {
        if (!rows.TryGetValue((hcpcs, modifier, year), out var list))
        {
            rows.Add((hcpcs, modifier, year), list = []);
        }

        var place = list.FindIndex(row => row.From >= from);
        if (place >= 0 && list[place].From == from)
        {
            return false;
        }

        list.Insert(place < 0 ? list.Count : place, (from, status));
        return true;
    }

    /// <summary>The status of a service, or <see cref="CellText.NoCode"/> where it is not known.</summary>
    /// <param name="year">Calendar year of the service.</param>
    /// <param name="day">Day of the service, days since 1970-01-01.</param>
    /// <param name="hcpcs">The code of the service.</param>
    /// <param name="first">The first modifier.</param>
    /// <param name="second">The second modifier.</param>
    public ulong Status(int year, long day, ulong hcpcs, ulong first, ulong second)
    {
        var modifier = IsOwnRow(first) ? first : IsOwnRow(second) ? second : CellText.NoCode;
        return modifier != CellText.NoCode && Find(year, day, hcpcs, modifier) is var own && own != CellText.NoCode ? own : Find(year, day, hcpcs, CellText.NoCode);
    }

    private ulong Find(int year, long day, ulong hcpcs, ulong modifier)
    {
        var found = CellText.NoCode;
        if (rows.TryGetValue((hcpcs, modifier, year), out var list))
        {
            foreach (var (from, status) in list)
            {
                found = from <= day ? status : found;
            }
        }

        return found;
    }
}
