using System.Globalization;
using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>
/// Items, services and emergency visits in SQL. Every line has been decided by <see cref="LineFunction"/>; here they are added. Sums are
/// DECIMAL, and nothing depends on the order of rows.
/// </summary>
/// <param name="law">The law.</param>
internal sealed class ServicesSql(YearLaw law)
{
    private readonly string year = law.Year.Year.ToString(CultureInfo.InvariantCulture);
    private readonly string caseMinimum = law.Services.CaseMinimum.Number.ToString(CultureInfo.InvariantCulture);
    private readonly string received = law.Settings.AssociationRequiresPositiveAllowed ? "allowed > 0" : "true";

    /// <summary>Every beneficiary of the year: whether they count, and how many rows and months there are.</summary>
    /// <param name="beneficiaries">Rows of beneficiaries.</param>
    public string People(string beneficiaries) =>
        $"""
         CREATE TEMP TABLE everybody AS
         SELECT bene_id, row_number() OVER () AS bene, entries, months, entries = 12 AND months = 12 AND sound AS counts
         FROM (
           SELECT coalesce(trim(bene_id), '') AS bene_id, count(*) AS entries, bit_count(bit_or(1 << month)) AS months,
             bool_and(coalesce(part_a = 1 AND part_b = 1 AND ma = 0 AND trim(country) IN ({string.Join(", ", law.Services.Countries.Order(StringComparer.Ordinal).Select(SqlText.Of))}), false)
               AND (death_date IS NULL OR death_date > DATE '{year}-12-31')) AS sound
           FROM ({beneficiaries}) WHERE year = {year} GROUP BY ALL)
         """;

    /// <summary>Professional lines of those who count.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="arguments">Arguments of <see cref="LineFunction"/>.</param>
    /// <param name="columns">Day of service, TIN, NPI, allowed amount and units.</param>
    public static string Lines(string lines, string arguments, string columns) =>
        $"""
         CREATE TEMP TABLE lines AS
         SELECT bene, dos, tin, npi, allowed, units, decided.years, decided.range, decided.step
         FROM (SELECT bene_id, {columns}, {LineFunction.Name}({arguments}) AS decided FROM ({lines})) AS line
         JOIN (SELECT bene_id, bene FROM everybody WHERE counts) AS people ON trim(CAST(line.bene_id AS VARCHAR)) = people.bene_id
         WHERE decided.years > 0
         """;

    /// <summary>Institutional lines of those who count; none where there are no files.</summary>
    /// <param name="lines">All lines, or null.</param>
    public static string Institutional(string? lines) =>
        lines is null
            ? "CREATE TEMP TABLE institutional (bene BIGINT, claim VARCHAR, ccn VARCHAR, day DATE, amount DECIMAL(12, 2), units DECIMAL(12, 3), emergency INTEGER, center INTEGER)"
            : $"""
               CREATE TEMP TABLE institutional AS
               SELECT bene, trim(claim_id) AS claim, nullif(trim(ccn), '') AS ccn, coalesce(revenue_date, from_date) AS day, amount, units, decided.emergency, decided.center
               FROM (SELECT *, {InstitutionalFunction.Name}({InstitutionalFunction.Arguments}) AS decided FROM ({lines})) AS line
               JOIN (SELECT bene_id AS id, bene FROM everybody WHERE counts) AS people ON trim(line.bene_id) = people.id
               WHERE decided.emergency + decided.center > 0
               """;

    /// <summary>To whom each beneficiary is attributed; of equal shares the latest day, then the lowest TIN, NPI and certification number.</summary>
    public string Attribution()
    {
        var share = law.Settings.PrimaryCareShareMetric switch
        {
            "lineCount" => "1",
            "units" => "coalesce(units, 0)",
            _ => "coalesce(allowed, 0)",
        };
        return
            $"""
             CREATE TEMP TABLE attributed AS
             SELECT bene, tin, npi, ccn FROM (
               SELECT bene, step, tin, npi, NULL AS ccn, sum({share}) AS share, max(dos) AS last
               FROM lines WHERE step > 0 AND allowed > 0 AND tin IS NOT NULL AND npi IS NOT NULL GROUP BY bene, step, tin, npi
               UNION ALL
               SELECT bene, 1, NULL, NULL, ccn, sum({share.Replace("allowed", "amount", StringComparison.Ordinal)}), max(day)
               FROM institutional WHERE center = 1 AND ccn IS NOT NULL AND coalesce(amount, 0) >= 0 GROUP BY bene, ccn)
             QUALIFY row_number() OVER (PARTITION BY bene ORDER BY step, share DESC, last DESC, ccn IS NOT NULL, tin, npi, ccn) = 1
             """;
    }

    /// <summary>Who is shown: TIN/NPI and, without NPI, TIN with enough attributed patients.</summary>
    public string Shown() =>
        $"""
         CREATE TEMP TABLE shown AS
         SELECT tin, npi, count(*) AS patients FROM attributed WHERE ccn IS NULL GROUP BY tin, npi HAVING count(*) >= {caseMinimum}
         UNION ALL
         SELECT tin, NULL, count(*) FROM attributed WHERE ccn IS NULL GROUP BY tin HAVING count(*) >= {caseMinimum}
         """;

    /// <summary>What each beneficiary had in each range, from anybody.</summary>
    public string Had() =>
        $"""
         CREATE TEMP TABLE had AS
         SELECT bene, range, coalesce(sum(allowed) FILTER (allowed > 0), 0) AS cost, coalesce(sum(units) FILTER (allowed > 0), 0) AS services
         FROM lines WHERE years & {ServiceTables.OfYear} > 0 AND range >= 0 AND {received}
           AND bene NOT IN (SELECT bene FROM attributed WHERE ccn IS NOT NULL)
         GROUP BY bene, range
         """;

    /// <summary>Items and services, as they are written.</summary>
    public string Items() =>
        $"""
         SELECT level, tin, npi, {RangeKey} AS range_key, beneficiaries, cost, services FROM (
           {OfLevel("individual", "tin, npi", AmongShown("tin, npi", "npi IS NOT NULL"))}
           UNION ALL BY NAME
           {OfLevel("group", "tin", AmongShown("tin", "npi IS NULL"))})
         WHERE beneficiaries > 0 ORDER BY level, tin, npi NULLS FIRST, range
         """;

    /// <summary>Items and services of a part: of everybody, for who is shown is known once all parts are.</summary>
    public string PartItems() =>
        $"""
         SELECT level, tin, npi, range, beneficiaries, cost, services FROM (
           {OfLevel("individual", "tin, npi", "")}
           UNION ALL BY NAME
           {OfLevel("group", "tin", "")})
         """;

    /// <summary>Items and services of all parts, as they are written.</summary>
    /// <param name="parts">Those of the parts.</param>
    public string MergedItems(string parts) =>
        $"""
         SELECT level, tin, npi, {RangeKey} AS range_key, beneficiaries, cost, services FROM (
           SELECT level, part.tin, part.npi, range, CAST(sum(beneficiaries) AS BIGINT) AS beneficiaries, sum(cost) AS cost, sum(services) AS services
           FROM {parts} AS part SEMI JOIN shown ON part.tin = shown.tin AND part.npi IS NOT DISTINCT FROM shown.npi GROUP BY ALL)
         WHERE beneficiaries > 0 ORDER BY level, tin, npi NULLS FIRST, range
         """;

    /// <summary>Emergency visits, as they are written.</summary>
    /// <param name="areKnown">Whether institutional claims were given.</param>
    public string Emergency(bool areKnown) =>
        $"{EmergencyOf(areKnown, AmongShown("tin, npi", "npi IS NOT NULL"), AmongShown("tin", "npi IS NULL"))} ORDER BY level, tin, npi NULLS FIRST";

    /// <summary>Emergency visits of a part: of everybody.</summary>
    /// <param name="areKnown">Whether institutional claims were given.</param>
    public string PartEmergency(bool areKnown) => EmergencyOf(areKnown, "", "");

    /// <summary>Emergency visits of all parts, as they are written.</summary>
    /// <param name="parts">Those of the parts.</param>
    public static string MergedEmergency(string parts) =>
        $"""
         SELECT level, part.tin, part.npi, CAST(sum(associated) AS BIGINT) AS associated, CAST(sum(with_visit) AS BIGINT) AS with_visit, CAST(sum(visits) AS BIGINT) AS visits
         FROM {parts} AS part SEMI JOIN shown ON part.tin = shown.tin AND part.npi IS NOT DISTINCT FROM shown.npi GROUP BY ALL ORDER BY level, part.tin, part.npi NULLS FIRST
         """;

    /// <summary>Attribution of all parts, as it is written.</summary>
    /// <param name="parts">That of the parts.</param>
    public static string MergedAttribution(string parts) => $"SELECT bene_id, kind, tin, npi, ccn FROM {parts} ORDER BY bene_id";

    /// <summary>Makes the attribution of all parts one table, as <see cref="Attribution"/> does.</summary>
    /// <param name="parts">That of the parts.</param>
    public static string AttributionOf(string parts) => $"CREATE TEMP TABLE attributed AS SELECT bene_id AS bene, tin, npi, ccn FROM {parts}";

    private string RangeKey => $"[{string.Join(", ", law.Services.Ranges.Select(range => range.Key).Append(RangeOfHcpcs.Unclassified).Select(SqlText.Of))}][range + 1]";

    private static string AmongShown(string keys, string isShown) => $" SEMI JOIN (SELECT {keys} FROM shown WHERE {isShown}) USING ({keys})";

    private string EmergencyOf(bool areKnown, string amongPairs, string amongTins)
    {
        var (withVisit, all) = areKnown ? ("count(visits)", "coalesce(sum(visits), 0)") : ("NULL", "NULL");
        // A claim whose provider is not known is a visit of its own.
        var claims = law.Settings.EmergencyClaimsAreMerged
            ? "SELECT DISTINCT bene, CASE WHEN ccn IS NULL THEN claim END AS claim, ccn, day FROM (SELECT bene, claim, min(ccn) AS ccn, min(day) AS day FROM institutional WHERE emergency = 1 GROUP BY bene, claim)"
            : "SELECT DISTINCT bene, claim FROM institutional WHERE emergency = 1";
        string Level(string level, string keys, string among) =>
            $"""
             SELECT '{level}' AS level, {keys}, count(*) AS associated, CAST({withVisit} AS BIGINT) AS with_visit, CAST({all} AS BIGINT) AS visits
             FROM (SELECT {keys}, bene FROM attributed{among} WHERE ccn IS NULL) LEFT JOIN visitors USING (bene) GROUP BY {keys}
             """;
        return
            $"""
             WITH visitors AS MATERIALIZED (SELECT bene, count(*) AS visits FROM ({claims}) GROUP BY bene)
             SELECT level, tin, npi, associated, with_visit, visits FROM ({Level("individual", "tin, npi", amongPairs)} UNION ALL BY NAME {Level("group", "tin", amongTins)})
             """;
    }

    /// <summary>Attribution, as it is written.</summary>
    public static string Attributed =>
        "SELECT bene_id, CASE WHEN ccn IS NULL THEN 'clinician' ELSE 'center' END AS kind, tin, npi, ccn FROM attributed JOIN everybody USING (bene) ORDER BY bene_id";

    /// <summary>Numbers of the summary that are counted, one row.</summary>
    public static string Numbers =>
        $"""
         SELECT (SELECT count(*) FROM lines WHERE years & {ServiceTables.OfYear} > 0), (SELECT count(*) FROM lines WHERE years & {ServiceTables.OfYear} > 0 AND allowed IS NULL),
           (SELECT count(*) FROM lines WHERE years & {ServiceTables.OfYear} > 0 AND units IS NULL), (SELECT count(*) FROM everybody), (SELECT count(*) FROM everybody WHERE counts),
           (SELECT count(*) FROM attributed WHERE ccn IS NULL), (SELECT count(*) FROM attributed WHERE ccn IS NOT NULL)
         """;

    /// <summary>How many TIN/NPI and TINs are shown, one row.</summary>
    public const string ShownNumbers = "SELECT count(*) FILTER (npi IS NOT NULL), count(*) FILTER (npi IS NULL) FROM shown";

    /// <summary>Patients of a level with what they had. Where patients are those of another year, cost and services stay those of the year.</summary>
    private string OfLevel(string level, string keys, string among)
    {
        var own = string.Join(" AND ", keys.Split(", ").Select(key => $"{key} IS NOT NULL").Append(received));
        var patients = law.Settings.PatientsAreOfTheYearBefore
            ? $"SELECT {keys}, bene, bool_or(years & {ServiceTables.OfPatientsYear} > 0) AS counted, bool_or(years & {ServiceTables.OfYear} > 0) AS paid FROM lines{among} WHERE {own} GROUP BY {keys}, bene"
            : $"SELECT DISTINCT {keys}, bene, true AS counted, true AS paid FROM lines{among} WHERE {own}";
        return
            $"""
             SELECT '{level}' AS level, {keys}, range, count(*) FILTER (counted) AS beneficiaries,
               coalesce(sum(cost) FILTER (paid), 0) AS cost, coalesce(sum(services) FILTER (paid), 0) AS services
             FROM ({patients}) JOIN had USING (bene) GROUP BY {keys}, range
             """;
    }
}
