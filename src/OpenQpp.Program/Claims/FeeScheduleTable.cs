namespace OpenQpp.Program;

/// <summary>Status indicators of the physician fee schedule by year, code and modifier.</summary>
public sealed class FeeScheduleTable
{
    private readonly Dictionary<(int Year, string Code, string Modifier), List<(DateOnly From, string Status)>> rows = [];

    /// <summary>Whether a modifier is one of those that have rows of their own: 26, TC and 53.</summary>
    /// <param name="modifier">The modifier, upper case.</param>
    public static bool HasOwnRows(string modifier) => modifier is "26" or "TC" or "53";

    /// <summary>Adds a row; false where there is one from the same day on.</summary>
    /// <param name="year">Year.</param>
    /// <param name="code">HCPCS or CPT code.</param>
    /// <param name="modifier">26, TC, 53, or empty.</param>
    /// <param name="from">From which day on; the first of the year where it is not told.</param>
    /// <param name="status">Status indicator.</param>
    public bool Add(int year, string code, string modifier, DateOnly? from, string status)
    {
        var (key, day) = ((year, code, modifier), from ?? new DateOnly(year, 1, 1));
        if (!rows.TryGetValue(key, out var known))
        {
            rows[key] = known = [];
        }

        if (known.Exists(row => row.From == day))
        {
            return false;
        }

        known.Add((day, status));
        return true;
    }

    /// <summary>The status of a service: by the row with its modifier, else by the row without; null where there is none.</summary>
    /// <param name="service">Date of service.</param>
    /// <param name="code">HCPCS or CPT code.</param>
    /// <param name="modifiers">Its modifiers: the first that has rows of its own counts.</param>
    public string? Of(DateOnly service, string code, IEnumerable<string> modifiers) =>
        (modifiers.FirstOrDefault(HasOwnRows) is { } modifier ? Newest(service, code, modifier) : null) ?? Newest(service, code, "");

    private string? Newest(DateOnly service, string code, string modifier) =>
        rows.TryGetValue((service.Year, code, modifier), out var known)
            ? known.Where(row => row.From <= service).OrderByDescending(row => row.From).Select(row => row.Status).FirstOrDefault()
            : null;
}
