using OpenQpp.DuckDb;
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
        var statements = new CheckedStatements(engine, problems);
        try
        {
            if (!ReadPeople(engine, statements, beneficiaries!) || !ReadLines(engine, statements, ofLines, layouts) || !ReadInstitutional(engine, statements, ofInstitutional, institutional))
            {
                return null;
            }

            return Count(engine, statements, part, ofLines.Seen);
        }
        catch (EngineFault fault) when (fault.InnerException is null)
        {
            statements.Failed(fault);
            return null;
        }
    }

    private bool ReadPeople(DuckDbEngine engine, CheckedStatements statements, GivenTable beneficiaries)
    {
        if (!statements.TryRun(sql.People(beneficiaries.Sql), () => beneficiaries.FindWrong(engine, problems)))
        {
            return false;
        }

        var numbers = statements.Longs("SELECT count(*) FILTER (bene_id = ''), count(*) FILTER (entries <> months) FROM everybody", 2);
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

    private bool ReadLines(DuckDbEngine engine, CheckedStatements statements, LineFunction function, ClaimsLayout[] layouts)
    {
        var scan = new LineScan(layouts);
        string Text(LineColumn column) => $"nullif(trim({scan.Of(column)}), '') AS {column.Name()}";
        var columns = $"{scan.Of(LineColumn.Dos)} AS dos, {Text(LineColumn.Tin)}, {Text(LineColumn.Npi)}, {scan.Of(LineColumn.Allowed)} AS allowed, {scan.Of(LineColumn.Units)} AS units";
        var search = new ProblemSearch(engine, problems);
        if (!statements.TryRun(ServicesSql.Lines(scan.Sql, scan.Arguments(LineFunction.Wanted), columns), () => search.Cells(layouts)))
        {
            return false;
        }

        if (KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)]) is { Count: > 0 } twice)
        {
            search.Keys(layouts, twice);
        }

        return problems.IsEmpty;
    }

    private bool ReadInstitutional(DuckDbEngine engine, CheckedStatements statements, InstitutionalFunction function, GivenTable? institutional)
    {
        if (!statements.TryRun(ServicesSql.Institutional(institutional?.Sql), () => institutional?.FindWrong(engine, problems)))
        {
            return false;
        }

        if (KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)]) is { Count: > 0 })
        {
            institutional!.FindTwice(["claim_id", "line_no"], engine, problems);
        }

        return problems.IsEmpty;
    }

    private ServicesSummary Count(DuckDbEngine engine, CheckedStatements statements, string part, IReadOnlyList<LinesSeen> seen)
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

        var numbers = statements.Longs(ServicesSql.Numbers, 9);
        PartFolder.Publish(part, request.Folder, files);
        return new(
            files, seen.Sum(one => one.Lines), numbers[0], seen.Sum(one => one.WithoutDate), seen.Sum(one => one.WithoutReceipt), numbers[1], numbers[2],
            numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[8], areKnown);
    }
}
