using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>
/// Facts of eligibility in SQL. Every line has been decided by <see cref="FactFunction"/>; here they are added. Sums are DECIMAL, and
/// nothing depends on the order of rows.
/// </summary>
/// <param name="law">The law.</param>
/// <param name="lists">What is known besides the claims.</param>
/// <param name="knowsEncounters">Patient-facing encounters are known.</param>
internal sealed class FactsSql(YearLaw law, FactLists lists, bool knowsEncounters)
{
    private const string Clinician = "tin >= 0 AND npi >= 0";
    private const string Keys = "CASE level WHEN 'individual' THEN 1 WHEN 'group' THEN 2 ELSE 3 END, tin, npi, entity_id, segment";

    /// <summary>TIN, NPI and unit as they are written.</summary>
    private const string Unit = "level, lpad(CAST(tin AS VARCHAR), 9, '0') AS tin, lpad(CAST(npi AS VARCHAR), 10, '0') AS npi, entity_id";

    private static readonly string Places = string.Join(", ", VolumeOfClaims.PlacesCounted.Select(place => $"sum(services) FILTER (place = {place}) AS pos{place}"));

    private readonly string firstDay = FactLists.Day(law.Eligibility.Segments[0].From);

    /// <summary>Who treated whom in which segment, and what the lines come to; lines in no segment by TIN and NPI alone.</summary>
    /// <param name="scan">All lines.</param>
    public string Seen(LineScan scan) =>
        $"""
         CREATE TEMP TABLE seen AS
         SELECT fact.tin AS tin, fact.npi AS npi, fact.segment AS segment, CASE WHEN fact.segment > 0 THEN bene END AS bene, count(*) AS lines,
           coalesce(sum(allowed) FILTER (fact.low_volume = {FactTables.Yes} AND fact.segment > 0), 0) AS charges, bool_or(fact.low_volume = {FactTables.Yes}) AS patient,
           sum(fact.services) AS services, {Places.Replace("services)", "fact.services)", StringComparison.Ordinal).Replace("(place", "(fact.place", StringComparison.Ordinal)},
           sum(fact.encounter) AS encounters, count(*) FILTER (fact.covered = {FactTables.Yes}) AS covered,
           count(*) FILTER (fact.low_volume <> {FactTables.NotKnown}) AS charges_known, count(*) FILTER (fact.covered <> {FactTables.NotKnown}) AS covered_known,
           count(*) FILTER (fact.covered = {FactTables.NotKnown}) AS undecided, coalesce(sum(allowed) FILTER (fact.covered = {FactTables.NotKnown}), 0) AS undecided_allowed,
           min(dos) AS first, max(dos) AS last{(lists.KnowsHospitals ? ", list(DISTINCT dos) FILTER (fact.place IN (21, 22, 23) AND fact.segment = 1) AS hospital_days" : "")}
         FROM (SELECT trim({scan.Of(LineColumn.BeneId)}) AS bene, {scan.Of(LineColumn.Dos)} AS dos, {scan.Of(LineColumn.Allowed)} AS allowed, {FactFunction.Name}({scan.Arguments(FactLinesGiven.Wanted)}) AS fact FROM ({scan.Sql}))
         WHERE fact.billed = 1
         GROUP BY fact.tin, fact.npi, fact.segment, CASE WHEN fact.segment > 0 THEN bene END
         """;

    /// <summary>The hospital of every clinician who can be assigned one: where most of the patients were seen, of equal ones that with the higher score. It must have a score.</summary>
    public string Assigned()
    {
        const string isScored = "hvbp_score IS NOT NULL";
        return
            $"""
             CREATE TEMP TABLE assigned AS
             SELECT tin, npi, ccn, name, hvbp_score FROM (
               SELECT tin, npi, ccn, name, hvbp_score FROM (
                 SELECT tin, npi, ccn, count(DISTINCT bene) AS patients
                 FROM (SELECT tin, npi, bene, unnest(hospital_days) AS day FROM seen WHERE segment = 1 AND {Clinician}) AS days JOIN stays USING (bene)
                 WHERE day BETWEEN stays.first AND stays.last GROUP BY tin, npi, ccn) LEFT JOIN hospitals USING (ccn)
               WHERE {(law.Settings.HospitalsWithoutScoreArePassedOver ? isScored : "true")}
               QUALIFY row_number() OVER (PARTITION BY tin, npi ORDER BY patients DESC, hvbp_score DESC NULLS LAST, ccn) = 1)
             WHERE {isScored}
             """;
    }

    /// <summary>The same table, where hospitals are not known.</summary>
    public static string NobodyAssigned => "CREATE TEMP TABLE assigned (tin BIGINT, npi BIGINT, ccn VARCHAR, name VARCHAR, hvbp_score DECIMAL(12, 2))";

    /// <summary>The volumes of every unit.</summary>
    public string Volumes() =>
        $"""
         CREATE TEMP TABLE volumes AS
         {OfLevel("individual", "tin, npi", "NULL AS entity_id", $"seen WHERE segment > 0 AND {Clinician}")}
         UNION ALL BY NAME
         {OfLevel("group", "tin", "NULL AS npi, NULL AS entity_id", "seen WHERE segment > 0 AND tin >= 0")}
         UNION ALL BY NAME
         {OfLevel("apmEntity", "entity_id", "NULL AS tin, NULL AS npi", "seen JOIN members USING (tin, npi) WHERE segment > 0")}
         """;

    /// <summary>The hospital of each facility-based group: that of the plurality of its facility-based clinicians.</summary>
    public string GroupsAssigned()
    {
        var statuses = law.Eligibility.SpecialStatuses;
        var isFacilityBased = statuses is { FacilityBasedPercent: { } percent, FacilityBasedServices: { } least }
            ? string.Create(CultureInfo.InvariantCulture, $"100 * (pos21 + pos22 + pos23) >= {percent.Number} * services AND pos21 + pos23 >= {least.Number}")
            : "false";
        return
            $"""
             CREATE TEMP TABLE groups_assigned AS
             SELECT tin, name, ccn, hvbp_score FROM (
               SELECT tin, ccn, any_value(name) AS name, any_value(hvbp_score) AS hvbp_score, count(*) AS clinicians
               FROM assigned JOIN (SELECT tin, npi, services, pos21, pos22, pos23 FROM volumes WHERE level = 'individual' AND segment = 1 AND services > 0) USING (tin, npi)
               WHERE {isFacilityBased} GROUP BY tin, ccn)
             QUALIFY row_number() OVER (PARTITION BY tin ORDER BY clinicians DESC, hvbp_score DESC, ccn) = 1
             """;
    }

    /// <summary><c>volumes.csv</c>.</summary>
    public string VolumeRows() =>
        $"""
         SELECT {Unit}, segment, allowed_charges, beneficiaries, services, patient_facing_encounters, {string.Join(", ", VolumeOfClaims.PlacesCounted.Select(place => "pos" + place))},
           {Area("rural", lists.KnowsRural)}, {Area("hpsa", lists.KnowsHpsa)},
           {(lists.KnowsHospitals ? "CASE WHEN segment = 1 AND level <> 'apmEntity' THEN CASE WHEN assignable THEN 'Y' ELSE 'N' END END" : "NULL")} AS facility_assignable, clinicians
         FROM (
           SELECT volumes.*, left(coalesce(given.practice_zip, practices.zip), 5) AS area,
             CASE level WHEN 'individual' THEN one.ccn IS NOT NULL ELSE anybody.tin IS NOT NULL END AS assignable
           FROM volumes LEFT JOIN practices ON volumes.tin = practices.tin
             LEFT JOIN clinicians AS given ON volumes.tin = given.tin AND volumes.npi = given.npi
             LEFT JOIN assigned AS one ON volumes.tin = one.tin AND volumes.npi = one.npi
             LEFT JOIN (SELECT DISTINCT tin FROM assigned) AS anybody ON volumes.tin = anybody.tin) AS units
           LEFT JOIN zips ON area = zips.zip
         ORDER BY {Keys}
         """;

    /// <summary>What is at stake in lines of which it is not known whether they count.</summary>
    public static string UndecidedRows =>
        $"SELECT {Unit}, segment, undecided AS lines, undecided_allowed AS allowed_charges FROM volumes WHERE undecided > 0 ORDER BY {Keys}";

    /// <summary><c>clinicians.csv</c>: everybody who billed from the first day of the determination period to the end of the year.</summary>
    public string ClinicianRows() =>
        $"""
         SELECT lpad(CAST(billed.tin AS VARCHAR), 9, '0') AS tin, lpad(CAST(billed.npi AS VARCHAR), 10, '0') AS npi, trim(clinician_type) AS clinician_type, first_enrolled, {Flag("earlier_claims")}, trim(qp_status) AS qp_status,
           {Flag("partial_qp_elected")}, least(first_claim, billed.first) AS first_claim, practice_zip, {Flag("automatic_extreme_circumstances")},
           trim(medicare_payment_percent) AS medicare_payment_percent, trim(medicare_patient_percent) AS medicare_patient_percent, trim(all_payer_payment_percent) AS all_payer_payment_percent, trim(all_payer_patient_percent) AS all_payer_patient_percent
         FROM ({Billed("tin, npi", Clinician)}) AS billed LEFT JOIN clinicians AS given ON billed.tin = given.tin AND billed.npi = given.npi
         ORDER BY billed.tin, billed.npi
         """;

    /// <summary><c>practices.csv</c>.</summary>
    public string PracticeRows() =>
        $"""
         SELECT lpad(CAST(billed.tin AS VARCHAR), 9, '0') AS tin, trim(name) AS name, least(formed, billed.first) AS formed, trim(state) AS state, zip
         FROM ({Billed("tin", "tin >= 0")}) AS billed LEFT JOIN practices ON billed.tin = practices.tin ORDER BY billed.tin
         """;

    /// <summary>Of every TIN/NPI and TIN its hospital and the sums of its patients' risk: level, tin, npi, name, score, sum and number of HCC scores, of dual patients.</summary>
    public string Computed()
    {
        var segment = law.FinalScore.ComplexPatientSegment is { } number ? ((int)number.Number).ToString(CultureInfo.InvariantCulture) : "0";
        string Risk(string level, string keys, string others, string where) =>
            $"""
             SELECT '{level}' AS level, {keys}{others}, sum(hcc) AS hcc, count(hcc) AS hcc_known, sum(dual) AS dual, count(dual) AS dual_known
             FROM (SELECT DISTINCT {keys}, bene FROM seen WHERE {where} AND segment = {segment} AND patient) JOIN risk USING (bene) GROUP BY {keys}
             """;
        return
            $"""
             WITH patients AS ({Risk("individual", "tin, npi", "", Clinician)} UNION ALL BY NAME {Risk("group", "tin", ", NULL AS npi", "tin >= 0")}),
             hospital AS (
               SELECT 'individual' AS level, tin, npi, coalesce(trim(name), ccn) AS name, hvbp_score FROM assigned
               UNION ALL SELECT 'group', tin, NULL, coalesce(trim(name), ccn), hvbp_score FROM groups_assigned)
             SELECT {Unit}, name, CAST(hvbp_score AS DECIMAL(18, 2)) AS score, CAST({(lists.KnowsHcc ? "hcc" : "NULL")} AS DECIMAL(18, 3)) AS hcc, CAST({(lists.KnowsHcc ? "hcc_known" : "0")} AS BIGINT) AS hcc_known,
               CAST({(lists.KnowsDual ? "dual" : "0")} AS BIGINT) AS dual, CAST({(lists.KnowsDual ? "dual_known" : "0")} AS BIGINT) AS dual_known
             FROM (SELECT coalesce(patients.level, hospital.level) AS level, coalesce(patients.tin, hospital.tin) AS tin, coalesce(patients.npi, hospital.npi) AS npi, NULL AS entity_id,
                 name, hvbp_score, hcc, coalesce(hcc_known, 0) AS hcc_known, coalesce(dual, 0) AS dual, coalesce(dual_known, 0) AS dual_known, 0 AS segment
               FROM patients FULL JOIN hospital ON patients.level = hospital.level AND patients.tin = hospital.tin AND coalesce(patients.npi, -1) = coalesce(hospital.npi, -1))
             WHERE name IS NOT NULL OR hcc_known > 0 OR dual_known > 0
             ORDER BY {Keys}
             """;
    }

    /// <summary>Numbers of the summary, one row.</summary>
    public string Numbers() =>
        $"""
         SELECT {Sum("lines", "segment > 0")}, {Sum("covered", "segment > 0")}, {Sum("lines", "segment > 0 AND tin < 0")}, {Sum("lines", "segment > 0 AND tin >= 0 AND npi < 0")},
           {Sum("undecided", "segment > 0")}, {Sum("CAST(undecided_allowed * 100 AS BIGINT)", "segment > 0")},
           (SELECT count(*) FROM ({Billed("tin, npi", Clinician)})), (SELECT count(*) FROM ({Billed("tin", "tin >= 0")})),
           (SELECT count(*) FROM ({Billed("tin, npi", Clinician)}) AS billed ANTI JOIN (SELECT tin, npi FROM clinicians WHERE trim(clinician_type) <> '') AS given USING (tin, npi)),
           (SELECT count(*) FROM clinicians ANTI JOIN ({Billed("tin, npi", Clinician)}) AS billed USING (tin, npi))
         """;

    private string OfLevel(string level, string keys, string others, string from) =>
        $"""
         SELECT '{level}' AS level, {keys}, {others}, segment,
           CASE WHEN sum(charges_known) > 0 THEN CAST(sum(charges) AS DECIMAL(18, 2)) END AS allowed_charges, CASE WHEN sum(charges_known) > 0 THEN count(DISTINCT bene) FILTER (patient) END AS beneficiaries,
           {IfCoveredIsKnown("services")}, {(knowsEncounters ? IfCoveredIsKnown("encounters", "patient_facing_encounters") : "CAST(NULL AS BIGINT) AS patient_facing_encounters")},
           {string.Join(", ", VolumeOfClaims.PlacesCounted.Select(place => IfCoveredIsKnown("pos" + place)))},
           {(keys.Contains("npi", StringComparison.Ordinal) ? "NULL" : "count(DISTINCT npi) FILTER (npi >= 0)")} AS clinicians, sum(undecided) AS undecided, CAST(sum(undecided_allowed) AS DECIMAL(18, 2)) AS undecided_allowed
         FROM {from} GROUP BY {keys}, segment
         """;

    private static string IfCoveredIsKnown(string column, string? name = null) => $"CASE WHEN sum(covered_known) > 0 THEN CAST(coalesce(sum({column}), 0) AS BIGINT) END AS {name ?? column}";

    /// <summary>The list names every designated code: one that is not on it is none. A code that is not known says nothing.</summary>
    private static string Area(string column, bool isKnown) =>
        isKnown ? $"CASE WHEN area IS NULL OR level = 'apmEntity' THEN NULL WHEN zips.zip IS NULL OR {column} = 0 THEN 'N' WHEN {column} = 1 THEN 'Y' END AS {column}" : $"NULL AS {column}";

    private static string Flag(string column) => $"CASE {column} WHEN 1 THEN 'Y' WHEN 0 THEN 'N' END AS {column}";

    private static string Sum(string column, string where) => $"(SELECT CAST(coalesce(sum({column}), 0) AS BIGINT) FROM seen WHERE {where})";

    private string Billed(string keys, string where) => $"SELECT {keys}, min(first) AS first FROM seen WHERE {where} GROUP BY {keys} HAVING max(last) >= {firstDay}";
}
