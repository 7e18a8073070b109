using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Looks for what is wrong with claim lines, file by file and row by row: only once it is known that something is.</summary>
/// <param name="engine">Reads Parquet.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class ProblemSearch(IColumnEngine engine, ProblemList problems)
{
    private readonly Dictionary<(string Claim, string Line), string> places = [];
    private readonly byte[] buffer = new byte[1 << 18];

    /// <summary>Looks at every cell of every row.</summary>
    /// <param name="layouts">The files.</param>
    public void Cells(IEnumerable<ClaimsLayout> layouts) => Each(layouts, (layout, line, place, cells) => Check(layout, line, place, cells));

    /// <summary>Looks for keys that stand twice.</summary>
    /// <param name="layouts">The files.</param>
    /// <param name="hashes">The hashes that came up twice.</param>
    public void Keys(IEnumerable<ClaimsLayout> layouts, HashSet<ulong> hashes) =>
        Each(layouts, (layout, line, place, cells) =>
        {
            var (claim, number) = (Cell(layout, line, LineColumn.ClaimId, cells), Cell(layout, line, LineColumn.LineNo, cells));
            if (hashes.Contains(KeysSeen.Hash(Encoding.UTF8.GetBytes(claim), Encoding.UTF8.GetBytes(number))) && !places.TryAdd((claim, number), place))
            {
                problems.Add(ProblemCode.DUPLICATE_ROW, place, $"The same claim_id and line_no stand at {places[(claim, number)]}. Keep one of the two lines.");
            }
        });

    private void Each(IEnumerable<ClaimsLayout> layouts, Action<ClaimsLayout, int, string, IReadOnlyList<string>> take)
    {
        foreach (var layout in layouts)
        {
            SourceRows.Read(layout.File, engine, problems, (place, cells) =>
            {
                for (var line = 0; line < layout.Lines; line++)
                {
                    if (!layout.IsWide || IsFilled(layout, line, cells))
                    {
                        take(layout, line, layout.IsWide ? $"{place}[{line + 1}]" : place, cells);
                    }
                }
            });
        }
    }

    private void Check(ClaimsLayout layout, int line, string place, IReadOnlyList<string> cells)
    {
        foreach (var column in layout.Present)
        {
            var text = Cell(layout, line, column, cells);
            if (Wrong(column, layout.IsCarrier[(int)column], text) is var (code, message))
            {
                problems.Add(code, $"{place}.{column.Name()}", message);
            }
        }
    }

    private (ProblemCode Code, string Message)? Wrong(LineColumn column, bool isCarrier, string text)
    {
        if (text.Length == 0)
        {
            return column.Form() == CellForm.Key ? (ProblemCode.MISSING_FIELD, $"'{column.Name()}' is needed here. Add it.") : null;
        }

        if (text.Length > buffer.Length / sizeof(int))
        {
            return (ProblemCode.NOT_CSV, "The cell is longer than any cell may be.");
        }

        var cell = buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer));
        return column switch
        {
            _ when !isCarrier => column.Form().Wrong(cell, text),
            _ when column.Form() == CellForm.Date => CellText.TryCarrierDay(cell, out _) ? null : (ProblemCode.NOT_A_DATE, "A date has the form DD-MON-YYYY, YYYYMMDD or YYYY-MM-DD and exists. Correct it."),
            _ when column.Form() != CellForm.Flag => column.Form().Wrong(cell, text),
            LineColumn.Assigned when text is not ("A" or "N" or "Y") => (ProblemCode.UNKNOWN_WORD, $"'{ShownText.Of(text)}' is neither A nor N."),
            _ => null,
        };
    }

    private static bool IsFilled(ClaimsLayout layout, int line, IReadOnlyList<string> cells) =>
        layout.Present.Any(column => layout.IsOfLine(column) && Cell(layout, line, column, cells) is var text && (column.Form() == CellForm.Money ? text is not ("" or "0" or "0.00") : text.Length > 0));

    private static string Cell(ClaimsLayout layout, int line, LineColumn column, IReadOnlyList<string> cells) =>
        layout.Place(line, column) is var place && place >= 0 ? cells[place].Trim(' ') : (line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
