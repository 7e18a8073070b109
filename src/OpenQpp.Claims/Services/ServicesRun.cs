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

    private static readonly string[] BeneficiaryKey = ["bene_id"];
    private static readonly string[] InstitutionalKey = ["bene_id", "claim_id", "line_no"];

    private readonly ServicesSql sql = new(law);

    private bool VisitsAreKnown => request.Institutional is not [];

    /// <summary>Counts, and writes what came of it; null where something is wrong. Nothing is written then.</summary>
    public ServicesSummary? Run() => WorkFolder.Work(request.Folder, request.Megabytes, request.Threads, problems, (engine, made) => Run(engine, part: null, () =>
    {
        engine.Run(sql.Shown());
        var files = ServiceFiles.Write(engine, made, request.AsParquet, sql.Items(), sql.Emergency(VisitsAreKnown), ServicesSql.Attributed);
        files.Add(ServiceFiles.WriteHeader(engine, made, law, VisitsAreKnown, request.PrimaryCare is not null));
        WorkFolder.Publish(made, request.Folder, files);
        return files;
    }) is var (files, numbers) ? ServiceFiles.Summary(files, numbers, WholeNumbers.Of(engine, ServicesSql.ShownNumbers, 2), VisitsAreKnown) : null);

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
            .Option(ServiceFiles.List, request.PrimaryCare is null ? "" : ServiceFiles.Own)
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
        var layouts = ClaimsLayout.Open(TableFiles.Of(request.Claims, problems), engine, problems);
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
        var statements = new CheckedStatements(engine, problems);
        try
        {
            if (!ReadPeople(engine, statements, beneficiaries!, cut) || !ReadLines(engine, statements, ofLines, layouts, cut) || !ReadInstitutional(engine, statements, ofInstitutional, institutional, cut))
            {
                return null;
            }

            engine.Run(sql.Attribution());
            engine.Run(sql.Had());
            var files = write();
            var seen = ofLines.Seen;
            return (files, [seen.Sum(one => one.Lines), seen.Sum(one => one.WithoutDate), seen.Sum(one => one.WithoutReceipt), .. WholeNumbers.Of(engine, ServicesSql.Numbers, ServiceFiles.CountedNumbers)]);
        }
        catch (EngineFault fault) when (fault.InnerException is null)
        {
            statements.Failed(fault);
            return null;
        }
    }

    private bool ReadPeople(DuckDbEngine engine, CheckedStatements statements, GivenTable beneficiaries, ServiceCut? cut)
    {
        if (!statements.TryRun(sql.People(beneficiaries.Sql(cut?.Beneficiaries, BeneficiaryKey)), () => beneficiaries.FindWrong(engine, problems)))
        {
            return false;
        }

        var numbers = WholeNumbers.Of(engine, "SELECT count(*) FILTER (bene_id = ''), count(*) FILTER (entries <> months) FROM everybody", 2);
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

    private bool ReadLines(DuckDbEngine engine, CheckedStatements statements, LineFunction function, ClaimsLayout[] layouts, ServiceCut? cut)
    {
        var scan = new LineScan(layouts, cut?.Lines);
        string Text(LineColumn column) => $"nullif(trim({scan.Of(column)}), '') AS {column.Name()}";
        var columns = $"{scan.Of(LineColumn.Dos)} AS dos, {Text(LineColumn.Tin)}, {Text(LineColumn.Npi)}, {scan.Of(LineColumn.Allowed)} AS allowed, {scan.Of(LineColumn.Units)} AS units";
        var search = new ProblemSearch(engine, problems);
        if (!statements.TryRun(ServicesSql.Lines(scan.Sql, scan.Arguments(LineFunction.Wanted), columns), () => search.Cells(layouts)))
        {
            return false;
        }

        if ((cut?.Lines.Twice ?? KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)])) is { Count: > 0 } twice)
        {
            search.Keys(layouts, twice);
        }

        return problems.IsEmpty;
    }

    private bool ReadInstitutional(DuckDbEngine engine, CheckedStatements statements, InstitutionalFunction function, GivenTable? institutional, ServiceCut? cut)
    {
        if (!statements.TryRun(ServicesSql.Institutional(institutional?.Sql(cut?.Institutional, InstitutionalKey)), () => institutional?.FindWrong(engine, problems)))
        {
            return false;
        }

        if ((cut?.Institutional.Twice ?? KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)])) is { Count: > 0 })
        {
            institutional!.FindTwice(["claim_id", "line_no"], engine, problems);
        }

        return problems.IsEmpty;
    }
}
