using System.Globalization;
using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>Claim lines under our names and with our types, in SQL.</summary>
internal static class LineSql
{
    /// <summary>The column that holds the place of a line among all lines, where a part of them is asked for with their order.</summary>
    public const string Place = "openqpp place";

    private const string Line = "openqpp line";
    private const int PlacesOfRow = 1 << 4;
    private const long PlacesOfShape = 1L << 52;

    /// <summary>All lines of some files. Files of one shape are read together.</summary>
    /// <param name="layouts">The files.</param>
    /// <param name="part">Tells of a part which lines are in it; null for all lines.</param>
    /// <param name="isOrdered">Give each line of a part its place among all lines.</param>
    public static string Of(IReadOnlyList<ClaimsLayout> layouts, PartFunction? part = null, bool isOrdered = false) =>
        string.Join(" UNION ALL BY NAME ", layouts.GroupBy(layout => layout.File.Shape, StringComparer.Ordinal).Select((group, number) => OfShape(
            group.First(), Scan([.. group.Select(layout => layout.File)], isOrdered, number), part, isOrdered)));

    /// <summary>The names of the columns that <see cref="Of"/> gives.</summary>
    /// <param name="layouts">The files.</param>
    public static IReadOnlyList<string> Names(IReadOnlyList<ClaimsLayout> layouts) =>
        [.. layouts.SelectMany(layout => layout.Present.Select(column => column.Name()).Concat(layout.IsWide ? [.. Shared(layout), .. Repeated(layout)] : layout.Others)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Scan(IReadOnlyList<SourceFile> files, bool isOrdered, int number)
    {
        var scan = SourceFile.Scan(files);
        return isOrdered ? string.Create(CultureInfo.InvariantCulture, $"(SELECT *, {number * PlacesOfShape} + row_number() OVER () * {PlacesOfRow} AS {SqlText.Name(Place)} FROM {scan})") : scan;
    }

    private static string OfShape(ClaimsLayout layout, string scan, PartFunction? part, bool isOrdered)
    {
        if (layout.IsWide)
        {
            return OfWide(layout, scan, part, isOrdered);
        }

        string Given(LineColumn column) => SqlText.Name(NameAt(layout, 0, column));
        var own = part is null ? "" : $" WHERE {part.Holds(Given(LineColumn.BeneId), Given(LineColumn.ClaimId), Given(LineColumn.LineNo))}";
        return $"SELECT {string.Join(", ", isOrdered ? Columns(layout).Append(SqlText.Name(Place)) : Columns(layout))} FROM {scan}{own}";
    }

    /// <summary>The columns in the order of the file.</summary>
    private static IEnumerable<string> Columns(ClaimsLayout layout)
    {
        var ours = layout.Present.ToDictionary(column => layout.Place(0, column));
        return layout.File.Columns.Select((given, place) =>
            ours.TryGetValue(place, out var column) ? $"{Typed(column, SqlText.Name(given.Name), given.Type, layout.IsCarrier[(int)column])} AS {column.Name()}" : SqlText.Name(given.Name));
    }

    /// <summary>Each row is made into as many lines as it holds: those in which anything stands.</summary>
    private static string OfWide(ClaimsLayout layout, string scan, PartFunction? part, bool isOrdered)
    {
        var own = layout.Present.Where(layout.IsOfLine).ToArray();
        var repeated = Repeated(layout);
        var lines = Enumerable.Range(0, layout.Lines).Select(line => $"{{{string.Join(", ", Fields(layout, line, own, repeated))}}}");
        var typed = layout.Present.Select(column => column == LineColumn.LineNo
            ? $"{Field(column.Name())} AS {column.Name()}"
            : $"{Typed(column, layout.IsOfLine(column) ? Field(column.Name()) : SqlText.Name(NameAt(layout, 0, column)), "VARCHAR", isCarrier: true)} AS {column.Name()}");
        var filled = string.Join(" OR ", own.Select(column => column.Form() == CellForm.Money ? $"coalesce(trim({Field(column.Name())}), '') NOT IN ('', '0', '0.00')" : $"coalesce(trim({Field(column.Name())}), '') <> ''"));
        // A line in which nothing stands has no key, so that the part is not asked about it.
        var number = Field(LineColumn.LineNo.Name());
        var isOwn = part is null ? filled : $"CASE WHEN {filled} THEN {part.Holds(SqlText.Name(NameAt(layout, 0, LineColumn.BeneId)), SqlText.Name(NameAt(layout, 0, LineColumn.ClaimId)), number)} ELSE false END";
        string[] place = isOrdered ? [$"{SqlText.Name(Place)} + CAST({number} AS BIGINT) AS {SqlText.Name(Place)}"] : [];
        return $"SELECT {string.Join(", ", [.. typed, .. Shared(layout).Select(SqlText.Name), .. repeated.Select(name => $"{Field(name)} AS {SqlText.Name(name)}"), .. place])} FROM (SELECT *, unnest([{string.Join(", ", lines)}]) AS {SqlText.Name(Line)} FROM {scan}) WHERE {isOwn}";
    }

    private static IEnumerable<string> Fields(ClaimsLayout layout, int line, LineColumn[] own, IReadOnlyList<string> repeated) =>
    [
        $"'{LineColumn.LineNo.Name()}': '{(line + 1).ToString(CultureInfo.InvariantCulture)}'",
        .. own.Select(column => $"'{column.Name()}': {SqlText.Name(NameAt(layout, line, column))}"),
        .. repeated.Select(name => $"{SqlText.Of(name)}: {SqlText.Name(NameOf(name, line))}"),
    ];

    private static string Field(string name) => $"{SqlText.Name(Line)}.{SqlText.Name(name)}";

    private static string NameAt(ClaimsLayout layout, int line, LineColumn column) => layout.File.Columns[layout.Place(line, column)].Name;

    /// <summary>Columns of a wide file that are none of ours and stand there once for each line, without their numbers.</summary>
    private static string[] Repeated(ClaimsLayout layout)
    {
        var others = layout.Others.ToHashSet(StringComparer.Ordinal);
        return [.. others.Where(name => name.EndsWith("_1", StringComparison.Ordinal)).Select(name => name[..^2]).Where(name => Enumerable.Range(0, layout.Lines).All(line => others.Contains(NameOf(name, line)))).Order(StringComparer.Ordinal)];
    }

    /// <summary>Columns of a wide file that are none of ours and stand there once.</summary>
    private static string[] Shared(ClaimsLayout layout)
    {
        var repeated = Repeated(layout).SelectMany(name => Enumerable.Range(0, layout.Lines).Select(line => NameOf(name, line))).ToHashSet(StringComparer.Ordinal);
        return [.. layout.Others.Where(name => !repeated.Contains(name))];
    }

    private static string NameOf(string name, int line) => string.Create(CultureInfo.InvariantCulture, $"{name}_{line + 1}");

    private static string Typed(LineColumn column, string given, string type, bool isCarrier)
    {
        var isText = CellForms.IsText(type);
        return column.Form() switch
        {
            CellForm.Money => isText ? $"{CellFunctions.Cents}({given})" : $"CAST({given} AS DECIMAL(12, 2))",
            CellForm.Units => isText ? $"{CellFunctions.Units}({given})" : $"CAST({given} AS DECIMAL(12, 3))",
            CellForm.Date => !isText ? given : isCarrier ? $"{CellFunctions.CarrierDay}({given})" : $"{CellFunctions.Day}({given})",
            CellForm.Key => $"CAST({given} AS VARCHAR)",
            CellForm.Flag when isCarrier => CarrierFlag(column, $"nullif(trim({given}), '')"),
            _ => isCarrier ? $"nullif(upper(trim({given})), '')" : given,
        };
    }

    /// <summary>What CMS's indicators mean. An assignment that is neither is left as it stands, to be told.</summary>
    private static string CarrierFlag(LineColumn column, string given) => column switch
    {
        LineColumn.Assigned => $"CASE {given} WHEN 'A' THEN 'Y' ELSE {given} END",
        LineColumn.Denied => $"CASE WHEN {given} = '0' THEN 'Y' WHEN {given} IS NOT NULL THEN 'N' END",
        LineColumn.FinalAction => $"CASE WHEN {given} = 'F' THEN 'Y' WHEN {given} IS NOT NULL THEN 'N' END",
        _ => $"CASE WHEN {given} IN ('Y', 'N') THEN {given} END",
    };
}
