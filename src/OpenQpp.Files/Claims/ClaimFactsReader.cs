using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads what claims say beside their remittances: CSV with claim_id, line_no and as many as are known of the other columns.</summary>
public static class ClaimFactsReader
{
    private const int Claim = 0;
    private const int Line = 1;
    private const int Tin = 2;
    private const int Npi = 3;
    private const int ClaimType = 4;
    private const int Specialty = 5;
    private const int Place = 6;
    private const int Assigned = 7;
    private const int Participating = 8;
    private const int Status = 9;
    private const int Setting = 10;

    private static readonly TableColumns Columns = new("claims.csv", "claims", "claim_id", "line_no", "tin", "npi", "claim_type", "specialty", "pos", "assigned", "participating", "status", "setting");

    /// <summary>Reads the facts into a table; rows with a problem are left out.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="table">Takes the facts.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Read(Stream stream, ClaimFactsTable table, ProblemList problems) =>
        new CsvTable(Columns, problems) { HasOthers = true }.Read(stream, row =>
        {
            var before = problems.Found.Count;
            var (claim, line) = (row.Required(Claim), row.Required(Line));
            var tin = row[Tin] is null ? "" : row.Tin(Tin);
            // A participant takes every claim on assignment.
            var assigned = row.Flag(Assigned) ?? (row.Flag(Participating) == true ? true : null);
            var facts = new ClaimFacts(assigned, row[Place], row[Npi] is null ? null : row.Npi(Npi, allowSynthetic: true))
            {
                ClaimType = row[ClaimType],
                Specialty = row[Specialty],
                Status = row[Status],
                Setting = row.Word(Setting, ClaimSettings.Of, string.Join(", ", ClaimSettings.All.Select(setting => setting.Word()))),
            };
            if (problems.Found.Count == before && !table.Add(tin, claim, line, facts))
            {
                problems.Add(ProblemCode.DUPLICATE_ROW, row.Place, "Claim and line have a row already. Keep one.");
            }

            return problems.Found.Count <= ProblemList.Most;
        });
}
