using OpenQpp.DuckDb;
using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Which column of a file is which of ours. CMS's wide synthetic files hold thirteen lines in a row; all others one.</summary>
internal sealed class ClaimsLayout
{
    private const int WideLines = 13;
    private const string WideBeneficiary = "DESYNPUF_ID";
    private const string WideDate = "CLM_FROM_DT";
    private const int NoPlace = -1;

    private readonly int[][] places;

    private ClaimsLayout(SourceFile file, bool[] isCarrier, int[][] places) => (File, IsCarrier, this.places) = (file, isCarrier, places);

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>For each of our columns whether it stands there under CMS's name.</summary>
    public bool[] IsCarrier { get; }

    /// <summary>How many lines a row holds.</summary>
    public int Lines => places.Length;

    /// <summary>Whether a row holds several lines.</summary>
    public bool IsWide => Lines > 1;

    /// <summary>Our columns that the file has.</summary>
    public IEnumerable<LineColumn> Present => LineColumns.All.Where(Has);

    /// <summary>The columns of the file that are none of ours.</summary>
    public IEnumerable<string> Others
    {
        get
        {
            var taken = places.SelectMany(line => line).Where(place => place >= 0).ToHashSet();
            return File.Columns.Select((column, place) => (column.Name, place)).Where(column => !taken.Contains(column.place)).Select(column => column.Name);
        }
    }

    /// <summary>Whether the file has a column.</summary>
    /// <param name="column">One of ours.</param>
    public bool Has(LineColumn column) => places[0][(int)column] != NoPlace || (IsWide && column == LineColumn.LineNo);

    /// <summary>The place of a column in a row, or -1.</summary>
    /// <param name="line">Which line of the row, from 0.</param>
    /// <param name="column">One of ours.</param>
    public int Place(int line, LineColumn column) => places[line][(int)column];

    /// <summary>Whether a column stands in a row once for each line of it.</summary>
    /// <param name="column">One of ours.</param>
    public bool IsOfLine(LineColumn column) => column != LineColumn.LineNo && IsWide && places[0][(int)column] != places[1][(int)column];

    /// <summary>The layouts of files, those that can be read.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="engine">Reads Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ClaimsLayout[] Open(IEnumerable<string> paths, IColumnEngine engine, ProblemList problems) =>
        [.. paths.Select(path => SourceFile.Open(path, engine, problems)).OfType<SourceFile>().Select(file => Of(file, problems))];

    /// <summary>The layout of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ClaimsLayout Of(SourceFile file, ProblemList problems)
    {
        var isWide = !file.IsParquet && file.Find(WideBeneficiary) >= 0 && file.Find(WideName(LineColumn.Tin, WideLines - 1)!) >= 0;
        var layout = isWide ? OfWide(file) : OfLong(file);
        foreach (var key in LineColumns.All.Where(column => column.Form() == CellForm.Key && !layout.Has(column)))
        {
            problems.Add(ProblemCode.MISSING_FIELD, $"{file.Name}(1)", $"The column '{key.Name()}' is missing. Add it.");
        }

        foreach (var column in layout.Present.Where(column => !layout.IsWide && !column.Form().Fits(file.Columns[layout.Place(0, column)].Type)))
        {
            problems.Add(ProblemCode.WRONG_TYPE, $"{file.Name}.{column.Name()}", $"The column has the type {ShownText.Of(file.Columns[layout.Place(0, column)].Type)}. {column.Form().WantedType()}");
        }

        return layout;
    }

    private static ClaimsLayout OfLong(SourceFile file)
    {
        var (isCarrier, found) = (new bool[LineColumns.All.Count], new int[LineColumns.All.Count]);
        foreach (var column in LineColumns.All)
        {
            var own = file.Find(column.Name());
            found[(int)column] = own < 0 && column.CarrierName() is { } name ? file.Find(name) : own;
            // One name is the same but for its capitals.
            isCarrier[(int)column] = own < 0 || string.Equals(file.Columns[own].Name, column.CarrierName(), StringComparison.Ordinal);
        }

        return new(file, isCarrier, [found]);
    }

    private static ClaimsLayout OfWide(SourceFile file)
    {
        int Find(LineColumn column, int line) => WideName(column, line) is { } name ? file.Find(name) : NoPlace;

        // A column that is missing for one line is none of any.
        var isWhole = LineColumns.All.Select(column => Enumerable.Range(0, WideLines).All(line => Find(column, line) != NoPlace)).ToArray();
        return new(
            file,
            [.. LineColumns.All.Select(_ => true)],
            [.. Enumerable.Range(0, WideLines).Select(line => LineColumns.All.Select(column => isWhole[(int)column] ? Find(column, line) : NoPlace).ToArray())]);
    }

    /// <summary>The name of one of our columns in a wide file: a receipt, a place of service or an assignment it does not have.</summary>
    private static string? WideName(LineColumn column, int line) => column switch
    {
        LineColumn.ClaimId => column.CarrierName(),
        LineColumn.BeneId => WideBeneficiary,
        LineColumn.Dos => WideDate,
        LineColumn.Tin or LineColumn.Npi or LineColumn.Hcpcs or LineColumn.Deductible or LineColumn.PrimaryPaid or LineColumn.Coinsurance or LineColumn.Allowed =>
            string.Create(CultureInfo.InvariantCulture, $"{column.CarrierName()}_{line + 1}"),
        _ => null,
    };
}
