using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The input of a part: facts of eligibility, charges, and the lines of every unit.</summary>
internal sealed class PartInput
{
    private readonly CellTexts texts = new();
    private readonly ProblemList rowProblems = new();
    private readonly IReadOnlyDictionary<InputTable, CsvHeader> headers;
    private readonly Dictionary<InputTable, TableRow> rows;
    private readonly EligibilityRows taker;
    private readonly bool allowSynthetic;
    private readonly HashSet<(string Tin, string Npi)> charged = [];

    /// <summary>An input of which nothing was read.</summary>
    /// <param name="book">The law.</param>
    /// <param name="headers">The headers of the files.</param>
    /// <param name="allowSynthetic">A wrong check digit in an NPI is accepted.</param>
    public PartInput(LawBook book, IReadOnlyDictionary<InputTable, CsvHeader> headers, bool allowSynthetic)
    {
        (this.headers, this.allowSynthetic) = (headers, allowSynthetic);
        rows = headers.ToDictionary(pair => pair.Key, pair => new TableRow(pair.Value.Columns, rowProblems));
        taker = new(book, Facts, rowProblems, allowSynthetic);
    }

    /// <summary>The facts of eligibility.</summary>
    public EligibilityFacts Facts { get; } = new();

    /// <summary>Allowed charges by TIN and NPI, in the order of the file.</summary>
    public List<(string Tin, string Npi, decimal Dollars)> Charges { get; } = [];

    /// <summary>The lines of every unit, in the order of the files.</summary>
    public Dictionary<UnitKey, List<CaseLine>> Units { get; } = [];

    /// <summary>What is wrong with rows, and lines that are no cases.</summary>
    public List<RunProblem> Problems { get; } = [];

    /// <summary>Whom a rejected row names: clinicians, or with an empty NPI whole practices.</summary>
    public HashSet<(string Tin, string Npi)> Rejected { get; } = [];

    /// <summary>APM Entities that a rejected row names.</summary>
    public HashSet<string> RejectedEntities { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the lines of a part.</summary>
    /// <param name="index">Where they stand.</param>
    /// <param name="part">The part; null for what the parts share.</param>
    /// <param name="book">The law.</param>
    /// <param name="headers">The headers of the files.</param>
    /// <param name="allowSynthetic">A wrong check digit in an NPI is accepted.</param>
    public static PartInput Read(InputIndex index, int? part, LawBook book, IReadOnlyDictionary<InputTable, CsvHeader> headers, bool allowSynthetic)
    {
        var input = new PartInput(book, headers, allowSynthetic);
        index.Read(part, input.Take);
        input.Facts.Clinicians.SortByTinAndNpi(clinician => (clinician.Tin, clinician.Npi));
        return input;
    }

    /// <summary>Parses a line into its record: a row as a part takes it, a case as it is scored. For measuring.</summary>
    /// <param name="table">The file.</param>
    /// <param name="number">The number of the line.</param>
    /// <param name="line">The line.</param>
    public void Parse(InputTable table, long number, ReadOnlySpan<byte> line)
    {
        if (table <= InputTable.Charges)
        {
            Take(table, number, line);
        }
        else
        {
            CaseReader.Read(line, rowProblems);
            rowProblems.Take();
        }
    }

    /// <summary>Forgets the records that were parsed.</summary>
    public void Forget()
    {
        Facts.Clinicians.Clear();
        Facts.Practices.Clear();
        Facts.Volumes.Clear();
        Facts.Elections.Clear();
        Facts.Apm.Clear();
        Facts.VirtualGroups.Clear();
        Facts.Subgroups.Clear();
        Charges.Clear();
        Problems.Clear();
    }

    private void Take(InputTable table, long number, ReadOnlySpan<byte> line)
    {
        if (table > InputTable.Charges)
        {
            TakeCase(new(table, number, line.ToArray()));
            return;
        }

        var row = rows[table];
        row.Line = number;
        if (CsvRows.Fill(line, headers[table], texts, row, rowProblems))
        {
            if (table == InputTable.Charges)
            {
                TakeCharge(row);
            }
            else
            {
                taker.Take((int)table, row);
            }
        }

        if (!rowProblems.IsEmpty)
        {
            Reject(table, number, row);
        }
    }

    private void TakeCharge(TableRow row)
    {
        var (tin, npi) = (row.Tin(0), row.Npi(1, allowSynthetic));
        row.Required(2);
        var dollars = row.Number(2, CaseLimits.Number) ?? 0m;
        if (tin.Length > 0 && npi.Length > 0 && !charged.Add((tin, npi)))
        {
            row.Problem(ProblemCode.DUPLICATE_ROW, 1, "The TIN/NPI stands twice. Keep one row.");
        }
        else if (rowProblems.IsEmpty)
        {
            Charges.Add((tin, npi, dollars));
        }
    }

    private void TakeCase(CaseLine line)
    {
        if (UnitKey.Of(line.Bytes.Span) is { } unit)
        {
            if (!Units.TryGetValue(unit, out var lines))
            {
                Units.Add(unit, lines = new(1));
            }

            lines.Add(line);
            return;
        }

        var problems = new ProblemList();
        CaseReader.Read(line.Bytes.Span, problems);
        foreach (var problem in problems.Found)
        {
            Problems.Add(new(Consequence.Rejected, problem.Code, line.Table, line.Number, problem.Path, null, problem.Message));
        }
    }

    /// <summary>A row with a problem: whom it names cannot be judged.</summary>
    private void Reject(InputTable table, long number, TableRow row)
    {
        var columns = table.Columns();
        var (tin, npi) = (TextOf(row, columns, "tin"), TextOf(row, columns, "npi"));
        UnitKey? unit = tin.Length == 0 ? null : npi.Length == 0 ? new(ParticipationOption.Group, tin, "") : new(ParticipationOption.Individual, tin, npi);
        foreach (var problem in rowProblems.Take())
        {
            var dot = problem.Path.LastIndexOf('.');
            var column = dot > problem.Path.LastIndexOf(')') ? problem.Path[(dot + 1)..] : "";
            Problems.Add(new(Consequence.Rejected, problem.Code, table, number, column, unit, problem.Message));
        }

        if (tin.Length > 0)
        {
            Rejected.Add((tin, npi));
        }
        else if (TextOf(row, columns, "entity_id") is { Length: > 0 } entity)
        {
            RejectedEntities.Add(entity);
        }
    }

    private static string TextOf(TableRow row, TableColumns columns, string column) => columns.Find(column) is >= 0 and var place ? row[place] ?? "" : "";
}
