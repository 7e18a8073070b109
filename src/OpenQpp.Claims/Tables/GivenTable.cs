using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>A column that a table is asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">What stands in its cells.</param>
/// <param name="IsNeeded">It must be there; otherwise a missing one is not known.</param>
internal sealed record GivenColumn(string Name, CellForm Form, bool IsNeeded);

/// <summary>Files that are one table of known columns; other columns are passed over.</summary>
/// <param name="files">The files.</param>
/// <param name="columns">The columns.</param>
internal sealed class GivenTable(IReadOnlyList<SourceFile> files, IReadOnlyList<GivenColumn> columns)
{
    /// <summary>Rows with our names and types, in SQL.</summary>
    /// <param name="part">Tells of a part which rows are in it; null for all rows.</param>
    /// <param name="keys">The columns of beneficiary and key, or of the beneficiary alone.</param>
    public string Sql(PartFunction? part, params string[] keys) =>
        string.Join(" UNION ALL ", files.GroupBy(file => file.Shape, StringComparer.Ordinal).Select(shape => OfShape([.. shape], part, keys)));

    /// <summary>Whether one of the files has a column.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => files.Any(file => file.Find(name) >= 0);

    /// <summary>Opens files; null where one cannot be read, misses a column or has it in an unfit type.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="engine">Reads Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static GivenTable? Open(IReadOnlyList<string> paths, IReadOnlyList<GivenColumn> columns, IColumnEngine engine, ProblemList problems)
    {
        var before = problems.Found.Count;
        var files = TableFiles.Of(paths, problems).Select(path => SourceFile.Open(path, engine, problems)).OfType<SourceFile>().ToArray();
        foreach (var file in files)
        {
            foreach (var column in columns)
            {
                var place = file.Find(column.Name);
                if (place < 0 && column.IsNeeded)
                {
                    problems.Add(ProblemCode.MISSING_FIELD, $"{file.Name}(1)", $"The column '{column.Name}' is missing. Add it.");
                }
                else if (place >= 0 && !column.Form.Fits(file.Columns[place].Type))
                {
                    problems.Add(ProblemCode.WRONG_TYPE, $"{file.Name}.{column.Name}", $"The column has the type {ShownText.Of(file.Columns[place].Type)}. {column.Form.WantedType()}");
                }
            }
        }

        return problems.Found.Count == before ? new(files, columns) : null;
    }

    /// <summary>Looks at every cell for what is wrong: only once it is known that something is.</summary>
    /// <param name="engine">Reads Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public void FindWrong(IColumnEngine engine, ProblemList problems) =>
        Each(engine, problems, (place, column, text) =>
        {
            if (text.Length == 0)
            {
                if (column.Form.MustBeThere())
                {
                    problems.Add(ProblemCode.MISSING_FIELD, $"{place}.{column.Name}", $"'{column.Name}' is needed here. Add it.");
                }
            }
            else if (column.Form.Wrong(Encoding.UTF8.GetBytes(text), text) is var (code, message))
            {
                problems.Add(code, $"{place}.{column.Name}", message);
            }
        });

    /// <summary>Looks for rows whose keys stand twice: only once it is known that some do.</summary>
    /// <param name="keys">The columns of the key.</param>
    /// <param name="engine">Reads Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public void FindTwice(string[] keys, IColumnEngine engine, ProblemList problems)
    {
        var (seen, key) = (new Dictionary<string, string>(StringComparer.Ordinal), new string[keys.Length]);
        Each(engine, problems, (place, column, text) =>
        {
            if (Array.IndexOf(keys, column.Name) is var part && part >= 0)
            {
                key[part] = column.Form switch
                {
                    CellForm.Month => text.TrimStart('0'),
                    CellForm.ListedZip => text[..CellText.ZipDigits],
                    _ => text,
                };
                // Columns come in the order of the key, so that its last one completes it.
                if (part == keys.Length - 1 && !seen.TryAdd(string.Join('\n', key), place))
                {
                    problems.Add(ProblemCode.DUPLICATE_ROW, place, $"The same {string.Join(", ", keys)} stand at {seen[string.Join('\n', key)]}. Keep one of the two rows.");
                }
            }
        });
    }

    private void Each(IColumnEngine engine, ProblemList problems, Action<string, GivenColumn, string> take)
    {
        foreach (var file in files)
        {
            var present = columns.Select(column => (Column: column, Place: file.Find(column.Name))).Where(column => column.Place >= 0).ToArray();
            SourceRows.Read(file, engine, problems, (place, cells) =>
            {
                foreach (var (column, at) in present)
                {
                    take(place, column, cells[at].Trim(' '));
                }
            });
        }
    }

    private string OfShape(SourceFile[] shape, PartFunction? part, string[] keys)
    {
        var first = shape[0];
        string Given(int key) => key < keys.Length ? SqlText.Name(first.Columns[first.Find(keys[key])].Name) : "NULL";
        var own = part is null ? "" : $" WHERE {part.Holds(Given(0), Given(1), Given(2))}";
        return $"SELECT {string.Join(", ", columns.Select(column => $"{Typed(column, first)} AS {column.Name}"))} FROM {SourceFile.Scan(shape)}{own}";
    }

    private static string Typed(GivenColumn column, SourceFile file)
    {
        var place = file.Find(column.Name);
        var (given, type) = place < 0 ? ("NULL", "") : (SqlText.Name(file.Columns[place].Name), file.Columns[place].Type);
        var isText = CellForms.IsText(type);
        return column.Form switch
        {
            CellForm.Money => isText ? $"{CellFunctions.Cents}({given})" : $"CAST({given} AS DECIMAL(12, 2))",
            CellForm.Units => isText ? $"{CellFunctions.Units}({given})" : $"CAST({given} AS DECIMAL(12, 3))",
            CellForm.Date => isText ? $"{CellFunctions.Day}({given})" : $"CAST({given} AS DATE)",
            CellForm.Flag => $"{CellFunctions.Flag}(CAST({given} AS VARCHAR))",
            CellForm.Year => $"{CellFunctions.Year}(CAST({given} AS VARCHAR))",
            CellForm.Month => $"{CellFunctions.Month}(CAST({given} AS VARCHAR))",
            CellForm.Tin => $"{CellFunctions.Tin}(CAST({given} AS VARCHAR))",
            CellForm.Npi => $"{CellFunctions.Npi}(CAST({given} AS VARCHAR))",
            CellForm.Zip => $"{CellFunctions.Zip}(CAST({given} AS VARCHAR))",
            CellForm.ListedZip => $"{CellFunctions.ListedZip}(CAST({given} AS VARCHAR))",
            _ => $"CAST({given} AS VARCHAR)",
        };
    }
}
