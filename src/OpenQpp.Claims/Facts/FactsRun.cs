using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Makes the facts of eligibility that follow from claims, in the files that a year's run reads.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="law">The law of the year, with its settings.</param>
/// <param name="problems">Takes what is wrong.</param>
public sealed class FactsRun(FactsRequest request, YearLaw law, ProblemList problems)
{
    private const string Computed = "computed.ndjson";

    /// <summary>Makes them; null where something is wrong. Nothing is written then.</summary>
    public FactsSummary? Run() => WorkFolder.Work(request.Folder, request.Megabytes, request.Threads, problems, Run);

    private FactsSummary? Run(DuckDbEngine engine, string part)
    {
        CellFunctions.Define(engine);
        engine.Run("SET preserve_insertion_order = false");
        var statements = new CheckedStatements(engine, problems);
        try
        {
            var layouts = ClaimsLayout.Open(TableFiles.Of(request.Claims, problems), engine, problems);
            var lists = new FactLists(request, law, engine, problems);
            var patientFacing = lists.PatientFacing();
            var schedule = request.FeeSchedule is { } path ? new FeeScheduleReader(problems).Read(path, engine) : null;
            if (!lists.Read())
            {
                return null;
            }

            using var function = new FactFunction(new(law, schedule, patientFacing ?? []));
            engine.Define(function.Function);
            var sql = new FactsSql(law, lists, patientFacing is not null);
            return ReadLines(engine, statements, sql, function, layouts) ? Write(engine, statements, sql, lists, part, function.Seen) : null;
        }
        catch (EngineFault fault) when (fault.InnerException is null)
        {
            statements.Failed(fault);
            return null;
        }
    }

    private bool ReadLines(DuckDbEngine engine, CheckedStatements statements, FactsSql sql, FactFunction function, ClaimsLayout[] layouts)
    {
        var search = new ProblemSearch(engine, problems);
        if (!statements.TryRun(sql.Seen(new(layouts)), () => search.Cells(layouts)))
        {
            return false;
        }

        if (KeysSeen.Twice([.. function.Seen.Select(seen => seen.Keys)]) is { Count: > 0 } twice)
        {
            search.Keys(layouts, twice);
        }

        return problems.IsEmpty;
    }

    private FactsSummary Write(DuckDbEngine engine, CheckedStatements statements, FactsSql sql, FactLists lists, string part, IReadOnlyList<LinesSeen> seen)
    {
        engine.Run(lists.KnowsHospitals ? sql.Assigned() : FactsSql.NobodyAssigned);
        engine.Run(sql.Volumes());
        engine.Run(sql.GroupsAssigned());
        var files = new List<string>();
        foreach (var (name, query) in (ReadOnlySpan<(string, string)>)[("clinicians.csv", sql.ClinicianRows()), ("practices.csv", sql.PracticeRows()), ("volumes.csv", sql.VolumeRows()), ("undecided.csv", FactsSql.UndecidedRows)])
        {
            engine.Run($"COPY ({query}) TO {SqlText.Target(Path.Combine(part, name))} (FORMAT csv, HEADER true)");
            files.Add(name);
        }

        new ComputedLines(law.Year.Year).Write(engine, sql.Computed(), Path.Combine(part, Computed));
        files.Add(Computed);
        var numbers = WholeNumbers.Of(engine, sql.Numbers(), 10);
        WorkFolder.Publish(part, request.Folder, files);
        return new(
            files, seen.Sum(one => one.Lines), numbers[0], numbers[1], seen.Sum(one => one.WithoutDate), seen.Sum(one => one.WithoutReceipt), numbers[2], numbers[3], numbers[4], numbers[5],
            numbers[6], numbers[7], numbers[8], numbers[9], Unknown(lists, numbers[0], numbers[1], numbers[4]));
    }

    /// <summary>Facts that nothing was given for; volumes, where lines lie in the segments and none of them could be decided.</summary>
    private string[] Unknown(FactLists lists, long lines, long covered, long undecided)
    {
        (bool IsKnown, string Name)[] facts =
        [
            (covered > 0 || undecided < lines || lines == 0, "services"),
            (request.PatientFacing is not null, "patientFacingEncounters"),
            (request.Clinicians is not null, "clinicianTypes"),
            (request.Practices is not null || request.Clinicians is not null, "practiceZips"),
            (lists.KnowsRural, "rural"),
            (lists.KnowsHpsa, "hpsa"),
            (lists.KnowsHospitals || !law.Eligibility.SpecialStatuses.FacilityBased.Flag, "facilityAssignable"),
            (lists.KnowsHcc || law.FinalScore.ComplexPatientSegment is null, "averageHccRiskScore"),
            (lists.KnowsDual || law.FinalScore.ComplexPatientSegment is null, "dualEligibleRatio"),
        ];
        return [.. facts.Where(fact => !fact.IsKnown).Select(fact => fact.Name)];
    }
}
