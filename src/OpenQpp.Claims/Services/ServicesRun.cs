using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Counts items, services and emergency visits of the patients of every clinician and group from files of claims.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="law">The law of the year, with its settings.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class ServicesRun(ServicesRequest request, YearLaw law, ProblemList problems)
{
    private static readonly GivenColumn[] BeneficiaryColumns =
    [
        new("bene_id", CellForm.Key, IsNeeded: true),
        new("year", CellForm.Year, IsNeeded: true),
        new("month", CellForm.Month, IsNeeded: true),
        new("part_a", CellForm.Flag, IsNeeded: true),
        new("part_b", CellForm.Flag, IsNeeded: true),
        new("ma", CellForm.Flag, IsNeeded: true),
        new("country", CellForm.Text, IsNeeded: true),
        new("death_date", CellForm.Date, IsNeeded: true),
    ];

    private readonly ServicesSql sql = new(law);

    /// <summary>Counts, and writes what came of it; null where something is wrong. Nothing is written then.</summary>
    public ServicesSummary? Run() => PartFolder.Work(request.Folder, request.Megabytes, request.Threads, problems, Run);

    private ServicesSummary? Run(DuckDbEngine engine, string part)
    {
        CellFunctions.Define(engine);
        var layouts = request.Claims.Select(path => SourceFile.Open(path, engine, problems)).OfType<SourceFile>().Select(file => ClaimsLayout.Of(file, problems)).ToArray();
        var beneficiaries = GivenTable.Open(request.Beneficiaries, BeneficiaryColumns, engine, problems);
        var institutional = request.Institutional is [] ? null : GivenTable.Open(request.Institutional, InstitutionalFunction.Columns, engine, problems);
        var lists = new ServiceLists(engine, problems);
        var classes = lists.Specialties(request.Specialties);
        var profile = law.Settings.PrimaryCareCodeProfile;
        var services = request.PrimaryCare is { } path ? lists.PrimaryCare(path, profile) : law.Services.PrimaryCare(profile);
        if (!problems.IsEmpty)
        {
            return null;
        }

        var tables = new ServiceTables(law, classes, services);
        using var ofLines = new LineFunction(tables);
        using var ofInstitutional = new InstitutionalFunction(tables);
        engine.Define(ofLines.Function);
        engine.Define(ofInstitutional.Function);
        engine.Run("SET preserve_insertion_order = false");
        try
        {
            if (!ReadPeople(engine, beneficiaries!) || !ReadLines(engine, ofLines, layouts) || !ReadInstitutional(engine, ofInstitutional, institutional))
            {
                return null;
            }

            return Count(engine, part, ofLines.Seen);
        }
        catch (EngineFault fault) when (fault.InnerException is null)
        {
            Failed(fault);
            return null;
        }
    }

    private bool ReadPeople(DuckDbEngine engine, GivenTable beneficiaries)
    {
        if (!TryRun(engine, sql.People(beneficiaries.Sql), () => beneficiaries.FindWrong(engine, problems)))
        {
            return false;
        }

        var numbers = Longs(engine, "SELECT count(*) FILTER (bene_id = ''), count(*) FILTER (entries <> months) FROM everybody", 2);
        if (numbers[0] > 0)
        {
            beneficiaries.FindWrong(engine, problems);
        }
        else if (numbers[1] > 0)
        {
            beneficiaries.FindTwice(["bene_id", "year", "month"], engine, problems);
        }

        return problems.IsEmpty;
    }

    private bool ReadLines(DuckDbEngine engine, LineFunction function, ClaimsLayout[] layouts)
    {
        var names = LineSql.Names(layouts).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string Of(LineColumn column, string type) => names.Contains(column.Name()) ? $"CAST({column.Name()} AS {type})" : $"CAST(NULL AS {type})";
        string Text(LineColumn column) => $"nullif(trim({Of(column, "VARCHAR")}), '') AS {column.Name()}";
        var arguments = string.Join(", ", LineFunction.Wanted.Select(column => Of(column, column.Form() == CellForm.Date ? "DATE" : "VARCHAR")));
        var columns = $"{Text(LineColumn.Tin)}, {Text(LineColumn.Npi)}, {Of(LineColumn.Allowed, "DECIMAL(12, 2)")} AS allowed, {Of(LineColumn.Units, "DECIMAL(12, 3)")} AS units";
        var dos = names.Contains(LineColumn.Dos.Name()) ? "" : "CAST(NULL AS DATE) AS dos, ";
        var search = new ProblemSearch(engine, problems);
        if (!TryRun(engine, ServicesSql.Lines($"SELECT *, {dos}1 AS one FROM ({LineSql.Of(layouts)})", arguments, columns), () => search.Cells(layouts)))
        {
            return false;
        }

        if (KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)]) is { Count: > 0 } twice)
        {
            search.Keys(layouts, twice);
        }

        return problems.IsEmpty;
    }

    private bool ReadInstitutional(DuckDbEngine engine, InstitutionalFunction function, GivenTable? institutional)
    {
        if (!TryRun(engine, ServicesSql.Institutional(institutional?.Sql), () => institutional?.FindWrong(engine, problems)))
        {
            return false;
        }

        if (KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)]) is { Count: > 0 })
        {
            institutional!.FindTwice(["claim_id", "line_no"], engine, problems);
        }

        return problems.IsEmpty;
    }

    private ServicesSummary Count(DuckDbEngine engine, string part, IReadOnlyList<LinesSeen> seen)
    {
        engine.Run(sql.Attribution());
        engine.Run(sql.Shown());
        engine.Run(sql.Had());
        var (ending, format) = request.AsParquet ? (".parquet", "FORMAT parquet, COMPRESSION zstd") : (".csv", "FORMAT csv, HEADER true");
        var areKnown = request.Institutional is not [];
        var files = new List<string>();
        foreach (var (name, query) in (ReadOnlySpan<(string, string)>)[("items", sql.Items()), ("ed", sql.Emergency(areKnown)), ("attribution", ServicesSql.Attributed)])
        {
            engine.Run($"COPY ({query}) TO {SqlText.Target(Path.Combine(part, name + ending))} ({format})");
            files.Add(name + ending);
        }

        var numbers = Longs(engine, ServicesSql.Numbers, 9);
        files.Add(ServicesHeader.FileName);
        var summary = new ServicesSummary(
            files, seen.Sum(one => one.Lines), numbers[0], seen.Sum(one => one.WithoutDate), seen.Sum(one => one.WithoutReceipt), numbers[1], numbers[2],
            numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[8], areKnown);
        using (var to = File.Create(Path.Combine(part, ServicesHeader.FileName)))
        {
            ServicesHeader.Of(law, summary.Individuals, summary.Groups, areKnown, request.PrimaryCare is not null).Write(to);
        }

        PartFolder.Publish(part, request.Folder, files);
        return summary;
    }

    /// <summary>Runs a statement that reads files; where a cell is at fault, what is wrong where is looked for.</summary>
    private bool TryRun(DuckDbEngine engine, string statement, Action search)
    {
        try
        {
            engine.Run(statement);
            return true;
        }
        catch (EngineFault fault) when (fault.InnerException is null or CellFault)
        {
            if (fault.IsOfInput || fault.InnerException is CellFault)
            {
                search();
            }

            if (problems.IsEmpty)
            {
                Failed(fault);
            }

            return false;
        }
    }

    private void Failed(EngineFault fault) =>
        problems.Add(ProblemCode.ANALYTICS_FAILED, "$", $"The engine could not count the claims: {fault.Kind}. Give it more memory (--memory) or space, or write the files again.");

    private static long[] Longs(DuckDbEngine engine, string query, int count)
    {
        var numbers = new long[count];
        engine.Read(query, rows =>
        {
            for (var column = 0; column < count; column++)
            {
                numbers[column] = rows[column].Longs[0];
            }

            return true;
        });
        return numbers;
    }
}
