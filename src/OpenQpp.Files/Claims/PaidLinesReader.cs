using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads claim lines with their adjustments, row by row: CSV with the columns of adjusted claims. Other columns are passed over.</summary>
public static class PaidLinesReader
{
    private const decimal Most = 9_999_999_999.99m;

    private static readonly TableColumns Columns = new(
        "claims.csv", "claims", "claim_id", "line_no", "tin", "npi", "bene_id", "pos", "dos", "hcpcs", "mod1", "mod2", "units", "charge", "allowed", "deductible", "coins_used", "mips_program", "mips_amount",
        "seq_amount", "group_code", "carc", "rarc", "seq_carc", "assigned", "denied");

    private static readonly int Decision = Columns.Find("mips_amount");

    /// <summary>Reads the lines; those without a decision about the adjustment, and those with a problem, are left out.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="take">Takes each line.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>How many lines were left out because nothing was decided about them.</returns>
    public static long Read(Stream stream, Action<PaidLine> take, ProblemList problems)
    {
        var undecided = 0L;
        new CsvTable(Columns, problems) { HasOthers = true }.Read(stream, row =>
        {
            var isDenied = Flag("denied") == true;
            if (row[Decision] is null && !isDenied)
            {
                undecided++;
                return true;
            }

            var before = problems.Found.Count;
            var line = new PaidLine(row.Required(At("claim_id")), row.Required(At("line_no")), row.Tin(At("tin")), row.Npi(At("npi"), allowSynthetic: true))
            {
                Beneficiary = row[At("bene_id")] ?? "",
                Place = row[At("pos")] ?? "",
                Service = row.Required(At("dos")).Length > 0 ? row.Date(At("dos")) ?? default : default,
                Code = row.Required(At("hcpcs")),
                Modifiers = [.. ((string?[])[row[At("mod1")], row[At("mod2")]]).OfType<string>()],
                Units = Number("units") ?? 1m,
                Charge = Needed("charge"),
                Allowed = Needed("allowed"),
                Deductible = Number("deductible") ?? 0m,
                Coinsurance = Number("coins_used") ?? 0m,
                Program = isDenied ? 0m : Needed("mips_program"),
                Mips = Number("mips_amount") ?? 0m,
                Sequestration = Number("seq_amount") ?? 0m,
                Group = row[At("group_code")],
                Reason = row[At("carc")],
                Remark = row[At("rarc")],
                SequestrationReason = row[At("seq_carc")],
                IsUnassigned = Flag("assigned") == false,
                IsDenied = isDenied,
            };
            if (problems.Found.Count == before)
            {
                take(line);
            }

            return problems.Found.Count <= ProblemList.Most;

            decimal? Number(string name) => row.Number(At(name), -Most, Most);
            bool? Flag(string name) => row.Flag(At(name));

            decimal Needed(string name)
            {
                row.Required(At(name));
                return Number(name) ?? 0m;
            }
        });
        return undecided;
    }

    private static int At(string name) => Columns.Find(name);
}
