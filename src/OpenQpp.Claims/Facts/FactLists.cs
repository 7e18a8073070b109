using System.Globalization;
using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>The lists that <c>claims facts</c> is given. One that is not given is null, or an empty table.</summary>
/// <param name="request">Where they lie.</param>
/// <param name="law">The law of the year.</param>
/// <param name="engine">Reads them.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FactLists(FactsRequest request, YearLaw law, IColumnEngine engine, ProblemList problems)
{
    private const int MembersAtOnce = 1 << 12;

    private static readonly string[] EncounterColumns = ["code"];
    private static readonly string[] EncounterDays = ["from", "until"];

    /// <summary>Columns of clinicians that stand in the file as they are given.</summary>
    public static readonly GivenColumn[] ClinicianColumns =
    [
        new("tin", CellForm.Tin, IsNeeded: true), new("npi", CellForm.Npi, IsNeeded: true), new("clinician_type", CellForm.Text, IsNeeded: true), new("first_enrolled", CellForm.Date, IsNeeded: false),
        new("earlier_claims", CellForm.Flag, IsNeeded: false), new("qp_status", CellForm.Text, IsNeeded: false), new("partial_qp_elected", CellForm.Flag, IsNeeded: false),
        new("first_claim", CellForm.Date, IsNeeded: false), new("practice_zip", CellForm.Zip, IsNeeded: false), new("automatic_extreme_circumstances", CellForm.Flag, IsNeeded: false),
        new("medicare_payment_percent", CellForm.Text, IsNeeded: false), new("medicare_patient_percent", CellForm.Text, IsNeeded: false), new("all_payer_payment_percent", CellForm.Text, IsNeeded: false),
        new("all_payer_patient_percent", CellForm.Text, IsNeeded: false),
    ];

    /// <summary>Columns of practices.</summary>
    public static readonly GivenColumn[] PracticeColumns =
    [
        new("tin", CellForm.Tin, IsNeeded: true), new("name", CellForm.Text, IsNeeded: false), new("formed", CellForm.Date, IsNeeded: false), new("state", CellForm.Text, IsNeeded: false),
        new("zip", CellForm.Zip, IsNeeded: true),
    ];

    private static readonly GivenColumn[] ZipColumns = [new("zip", CellForm.ListedZip, IsNeeded: true), new("rural", CellForm.Flag, IsNeeded: false), new("hpsa", CellForm.Flag, IsNeeded: false)];

    private static readonly GivenColumn[] HospitalColumns = [new("ccn", CellForm.Key, IsNeeded: true), new("name", CellForm.Text, IsNeeded: false), new("hvbp_score", CellForm.Money, IsNeeded: true)];

    private static readonly GivenColumn[] MonthColumns =
    [
        new("bene_id", CellForm.Key, IsNeeded: true), new("year", CellForm.Year, IsNeeded: true), new("month", CellForm.Month, IsNeeded: true), new("hcc", CellForm.Units, IsNeeded: false),
        new("dual", CellForm.Flag, IsNeeded: false),
    ];

    private static readonly GivenColumn[] InstitutionalColumns =
    [
        new("bene_id", CellForm.Key, IsNeeded: true), new("claim_type", CellForm.Text, IsNeeded: false), new("ccn", CellForm.Text, IsNeeded: true), new("from_date", CellForm.Date, IsNeeded: true), new("thru_date", CellForm.Date, IsNeeded: false), new("denied", CellForm.Flag, IsNeeded: false),
        new("final_action", CellForm.Flag, IsNeeded: false),
    ];

    private readonly CheckedStatements statements = new(engine, problems);

    /// <summary>Rural areas are known.</summary>
    public bool KnowsRural { get; private set; }

    /// <summary>Shortage areas are known.</summary>
    public bool KnowsHpsa { get; private set; }

    /// <summary>Risk scores are known, and the year has a bonus for them.</summary>
    public bool KnowsHcc { get; private set; }

    /// <summary>Dual eligibility is known, and the year has a bonus for it.</summary>
    public bool KnowsDual { get; private set; }

    /// <summary>Hospitals are known, and so are their claims, and the year has facility-based clinicians.</summary>
    public bool KnowsHospitals => request is { Institutional: not [], Hospitals: not null } && law.Eligibility.SpecialStatuses.FacilityBased.Flag;

    /// <summary>Patient-facing encounters; null where they are not known.</summary>
    public IReadOnlyList<PatientFacingCode>? PatientFacing()
    {
        if (request.PatientFacing is not { } path)
        {
            return null;
        }

        var found = new List<PatientFacingCode>();
        SourceTable.Open(path, EncounterColumns, EncounterDays, engine, problems)?.Read(engine, problems, cells =>
        {
            var (from, until) = (cells.Day(1), cells.Day(2));
            if (cells.Required(0))
            {
                found.Add(new(Encoding.UTF8.GetString(cells.Text(0)).ToUpperInvariant(), from is { } first ? CellText.Date(first) : null, until is { } last ? CellText.Date(last) : null));
            }
        });
        return found;
    }

    /// <summary>Makes the tables <c>clinicians</c>, <c>practices</c>, <c>zips</c>, <c>risk</c>, <c>hospitals</c>, <c>stays</c> and <c>members</c>; false where something is wrong.</summary>
    public bool Read()
    {
        Load("clinicians", request.Clinicians, ClinicianColumns, ["tin", "npi"]);
        Load("practices", request.Practices, PracticeColumns, ["tin"]);
        var zips = Load("zips", request.Zips, ZipColumns, ["zip"], "SELECT left(zip, 5) AS zip, rural, hpsa FROM");
        (KnowsRural, KnowsHpsa) = (zips?.Has("rural") == true, zips?.Has("hpsa") == true);
        Load("hospitals", request.Hospitals, HospitalColumns, ["ccn"], "SELECT trim(ccn) AS ccn, name, hvbp_score FROM");
        ReadStays();
        ReadRisk();
        ReadMembers();
        return problems.IsEmpty;
    }

    private GivenTable? Load(string name, string? path, GivenColumn[] columns, string[] keys, string select = "SELECT * FROM")
    {
        var table = GivenTable.Open(path is null ? [] : [path], columns, engine, problems);
        if (path is null)
        {
            engine.Run($"CREATE TEMP TABLE {name} ({string.Join(", ", columns.Select(column => $"{column.Name} {TypeOf(column.Form)}"))})");
            return null;
        }

        if (table is not null && statements.TryRun($"CREATE TEMP TABLE {name} AS {select} ({table.Sql(part: null)})", () => table.FindWrong(engine, problems)))
        {
            var list = string.Join(", ", keys);
            if (WholeNumbers.Of(engine, $"SELECT count(*) FROM (SELECT {list} FROM {name} GROUP BY {list} HAVING count(*) > 1)", 1)[0] > 0)
            {
                table.FindTwice(keys, engine, problems);
            }
            else if (WholeNumbers.Of(engine, $"SELECT count(*) FROM {name} WHERE {string.Join(" OR ", keys.Select(key => $"coalesce(trim(CAST({key} AS VARCHAR)), '') = ''"))}", 1)[0] > 0)
            {
                table.FindWrong(engine, problems);
            }
        }

        return table;
    }

    /// <summary>Hospital claims, each day range once.</summary>
    private void ReadStays()
    {
        var types = string.Join(", ", law.Services.EmergencyTypes.Order(StringComparer.Ordinal).Select(SqlText.Of));
        var table = Join(
            "stays",
            request.Institutional,
            InstitutionalColumns,
            "bene VARCHAR, ccn VARCHAR, first DATE, last DATE",
            table => $"""
                      SELECT DISTINCT coalesce(trim(bene_id), '') AS bene, trim(ccn) AS ccn, from_date AS first, coalesce(thru_date, from_date) AS last FROM ({table})
                      WHERE from_date IS NOT NULL AND coalesce(trim(ccn), '') <> '' AND coalesce(denied, 0) = 0 AND coalesce(final_action, 1) = 1 AND (coalesce(trim(claim_type), '') = '' OR trim(claim_type) IN ({types}))
                      """);
        if (problems.IsEmpty && WholeNumbers.Of(engine, "SELECT count(*) FROM stays WHERE bene = ''", 1)[0] > 0)
        {
            table!.FindWrong(engine, problems);
        }
    }

    /// <summary>The risk of every beneficiary in the segment of the complex patient bonus.</summary>
    private void ReadRisk()
    {
        var segment = law.FinalScore.ComplexPatientSegment is { } number ? law.Eligibility.Segments[(int)number.Number - 1] : null;
        var paths = segment is null ? [] : request.Beneficiaries;
        var dual = law.Settings.LastMonthMakesDual ? "arg_max(dual, month_of) FILTER (dual IS NOT NULL)" : "max(dual)";
        var table = Join(
            "risk",
            paths,
            MonthColumns,
            "bene VARCHAR, hcc DECIMAL(12, 3), dual INTEGER, entries BIGINT, months BIGINT",
            rows => $"""
                     SELECT bene, arg_max(hcc, month_of) FILTER (hcc IS NOT NULL) AS hcc, {dual} AS dual, count(*) AS entries, count(DISTINCT month_of) AS months
                     FROM (SELECT coalesce(trim(bene_id), '') AS bene, make_date(year, month, 1) AS month_of, hcc, dual FROM ({rows}))
                     WHERE month_of BETWEEN {Day(segment!.From)} AND {Day(segment.To)} GROUP BY bene
                     """);
        if (table is null || !problems.IsEmpty)
        {
            return;
        }

        (KnowsHcc, KnowsDual) = (table.Has("hcc"), table.Has("dual"));
        var wrong = WholeNumbers.Of(engine, "SELECT count(*) FILTER (bene = ''), count(*) FILTER (entries <> months) FROM risk", 2);
        if (wrong[0] > 0)
        {
            table.FindWrong(engine, problems);
        }
        else if (wrong[1] > 0)
        {
            table.FindTwice(["bene_id", "year", "month"], engine, problems);
        }
    }

    private GivenTable? Join(string name, IReadOnlyList<string> paths, GivenColumn[] columns, string empty, Func<string, string> select)
    {
        var table = paths is [] ? null : GivenTable.Open(paths, columns, engine, problems);
        if (table is null)
        {
            engine.Run($"CREATE TEMP TABLE {name} ({empty})");
            return null;
        }

        statements.TryRun($"CREATE TEMP TABLE {name} AS {select(table.Sql(part: null))}", () => table.FindWrong(engine, problems));
        return table;
    }

    /// <summary>Who belongs to an APM Entity group.</summary>
    private void ReadMembers()
    {
        engine.Run("CREATE TEMP TABLE members (tin BIGINT, npi BIGINT, entity_id VARCHAR)");
        if (request.Apm is not { } path)
        {
            return;
        }

        var facts = new EligibilityFacts();
        try
        {
            using var stream = File.OpenRead(path);
            new CsvTable(MembershipRows.Apm, problems).Read(stream, row =>
            {
                new MembershipRows(facts, allowSynthetic: true).TakeApm(row);
                return problems.Found.Count <= ProblemList.Most;
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemCode.NOT_READABLE, "$", $"The file '{ShownText.Of(path)}' cannot be opened. Check the path and that you may read it.");
        }

        if (!problems.IsEmpty)
        {
            return;
        }

        var listed = facts.Apm.Where(listing => ApmMembership.For(listing, law).IsMember).Select(listing => (listing.Tin, listing.Npi, listing.EntityId)).Distinct();
        foreach (var batch in listed.Chunk(MembersAtOnce))
        {
            engine.Run($"INSERT INTO members VALUES {string.Join(", ", batch.Select(one => $"({one.Tin}, {one.Npi}, {SqlText.Of(one.EntityId)})"))}");
        }
    }

    /// <summary>A day in SQL.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'");

    private static string TypeOf(CellForm form) => form switch
    {
        CellForm.Tin or CellForm.Npi => "BIGINT",
        CellForm.Date => "DATE",
        CellForm.Flag => "INTEGER",
        CellForm.Money => "DECIMAL(12, 2)",
        _ => "VARCHAR",
    };
}
