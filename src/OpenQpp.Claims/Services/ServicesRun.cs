using System.Globalization;
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

    private const string CountTheClaims = "count the claims";

    private static readonly string[] BeneficiaryKey = ["bene_id"];
    private static readonly string[] InstitutionalKey = ["bene_id", "claim_id", "line_no"];

    private readonly ServicesSql sql = new(law);

    private bool VisitsAreKnown => request.Institutional is not [];

    /// <summary>Counts, and writes what came of it; null where something is wrong. Nothing is written then.</summary>
    public ServicesSummary? Run() => WorkFolder.Work(request.Folder, request.Megabytes, request.Threads, problems, (engine, made) => Run(engine, part: null, () =>
    {
        engine.Run(sql.Shown());
        var files = ServiceFiles.Write(engine, made, request.AsParquet, sql.Items(), sql.Emergency(VisitsAreKnown), ServicesSql.Attributed);
        WorkFolder.Publish(made, request.Folder, files);
        return files;
    }) is var (files, numbers) ? ServiceFiles.Summary(files, numbers, ServiceFiles.Longs(engine, ServicesSql.ShownNumbers, 2), VisitsAreKnown) : null);

    /// <summary>Counts for the beneficiaries of a part, and publishes it among the parts; null where something is wrong.</summary>
    /// <param name="part">The part.</param>
    public PartSummary? Run(BeneficiaryPart part)
    {
        var (claims, institutional, beneficiaries) = (TableFiles.Of(request.Claims, problems), TableFiles.Of(request.Institutional, problems), TableFiles.Of(request.Beneficiaries, problems));
        MadeOf MadeOf() => new MadeOf()
            .Option("parts", part.Parts.ToString(CultureInfo.InvariantCulture))
            .Under([law])
            .Option(ServiceFiles.Year, law.Year.Year.ToString(CultureInfo.InvariantCulture))
            .Option(ServiceFiles.Form, request.AsParquet ? ServiceFiles.Parquet : ServiceFiles.Csv)
            .Option(ServiceFiles.Visits, VisitsAreKnown ? ServiceFiles.Known : "")
            .Files("claims", claims)
            .Files("institutional", institutional)
            .Files("beneficiaries", beneficiaries)
            .Files("specialties", [request.Specialties])
            .Files("primary care", request.PrimaryCare is { } list ? [list] : []);
        return !problems.IsEmpty ? null : new PartRun(part, new(request.Folder, ServiceFiles.Parts), problems).Run(MadeOf, request.Megabytes, request.Threads, (engine, made) => Run(engine, part, () =>
            ServiceFiles.Write(engine, made, asParquet: true, sql.PartItems(), sql.PartEmergency(VisitsAreKnown), ServicesSql.Attributed)) is var (_, numbers)
            ? new Dictionary<string, long[]>(StringComparer.Ordinal) { [PartRun.Lines] = numbers }
            : null);
    }

    private (IReadOnlyList<string> Files, long[] Numbers)? Run(DuckDbEngine engine, BeneficiaryPart? part, Func<IReadOnlyList<string>> write)
    {
        CellFunctions.Define(engine);
        var layouts = TableFiles.Of(request.Claims, problems).Select(path => SourceFile.Open(path, engine, problems)).OfType<SourceFile>().Select(file => ClaimsLayout.Of(file, problems)).ToArray();
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
        using var ofLines = new LineFunction(tables, remembersKeys: part is null);
        using var ofInstitutional = new InstitutionalFunction(tables, remembersKeys: part is null);
        using var cut = part is null ? null : new ServiceCut(part);
        engine.Define(ofLines.Function);
        engine.Define(ofInstitutional.Function);
        cut?.Define(engine);
        engine.Run("SET preserve_insertion_order = false");
        try
        {
            if (!ReadPeople(engine, beneficiaries!, cut) || !ReadLines(engine, ofLines, layouts, cut) || !ReadInstitutional(engine, ofInstitutional, institutional, cut))
            {
                return null;
            }

            engine.Run(sql.Attribution());
            engine.Run(sql.Had());
            var files = write();
            var seen = ofLines.Seen;
            return (files, [seen.Sum(one => one.Lines), seen.Sum(one => one.WithoutDate), seen.Sum(one => one.WithoutReceipt), .. ServiceFiles.Longs(engine, ServicesSql.Numbers, ServiceFiles.CountedNumbers)]);
        }
        catch (EngineFault fault) when (fault.InnerException is null)
        {
            EngineProblem.Add(problems, fault, CountTheClaims);
            return null;
        }
    }

    private bool ReadPeople(DuckDbEngine engine, GivenTable beneficiaries, ServiceCut? cut)
    {
        if (!TryRun(engine, sql.People(beneficiaries.Sql(cut?.Beneficiaries, BeneficiaryKey)), () => beneficiaries.FindWrong(engine, problems)))
        {
            return false;
        }

        var numbers = ServiceFiles.Longs(engine, "SELECT count(*) FILTER (bene_id = ''), count(*) FILTER (entries <> months) FROM everybody", 2);
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

    private bool ReadLines(DuckDbEngine engine, LineFunction function, ClaimsLayout[] layouts, ServiceCut? cut)
    {
        var names = LineSql.Names(layouts).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string Of(LineColumn column, string type) => names.Contains(column.Name()) ? $"CAST({column.Name()} AS {type})" : $"CAST(NULL AS {type})";
        string Text(LineColumn column) => $"nullif(trim({Of(column, "VARCHAR")}), '') AS {column.Name()}";
        var arguments = string.Join(", ", LineFunction.Wanted.Select(column => Of(column, column.Form() == CellForm.Date ? "DATE" : "VARCHAR")));
        var columns = $"{Text(LineColumn.Tin)}, {Text(LineColumn.Npi)}, {Of(LineColumn.Allowed, "DECIMAL(12, 2)")} AS allowed, {Of(LineColumn.Units, "DECIMAL(12, 3)")} AS units";
        var dos = names.Contains(LineColumn.Dos.Name()) ? "" : "CAST(NULL AS DATE) AS dos, ";
        var search = new ProblemSearch(engine, problems);
        if (!TryRun(engine, ServicesSql.Lines($"SELECT *, {dos}1 AS one FROM ({LineSql.Of(layouts, cut?.Lines)})", arguments, columns), () => search.Cells(layouts)))
        {
            return false;
        }

        if ((cut?.Lines.Twice ?? KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)])) is { Count: > 0 } twice)
        {
            search.Keys(layouts, twice);
        }

        return problems.IsEmpty;
    }

    private bool ReadInstitutional(DuckDbEngine engine, InstitutionalFunction function, GivenTable? institutional, ServiceCut? cut)
    {
        if (!TryRun(engine, ServicesSql.Institutional(institutional?.Sql(cut?.Institutional, InstitutionalKey)), () => institutional?.FindWrong(engine, problems)))
        {
            return false;
        }

        if ((cut?.Institutional.Twice ?? KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)])) is { Count: > 0 })
        {
            institutional!.FindTwice(["claim_id", "line_no"], engine, problems);
        }

        return problems.IsEmpty;
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
                EngineProblem.Add(problems, fault, CountTheClaims);
            }

            return false;
        }
    }
}
