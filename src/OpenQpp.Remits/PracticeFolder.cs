using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>Writes a CSV and a report for each practice into a folder. One file is open at a time.</summary>
/// <param name="folder">The folder; it is there.</param>
public sealed class PracticeFolder(string folder) : IAuditTaker, IDisposable
{
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FindingRow>> listed = new(StringComparer.Ordinal);
    private string? open;
    private FileStream? stream;
    private AuditCsv? csv;

    /// <inheritdoc/>
    public void Take(AuditedClaim claim) => Of(claim.Tin).Take(claim);

    /// <inheritdoc/>
    public void SetAside(Remittance remittance, RemittanceClaim claim) => Of(remittance.PayeeTin ?? "").SetAside(remittance, claim);

    /// <inheritdoc/>
    public void End(RemittanceFile file, Remittance remittance, Imbalance? imbalance) => Of(remittance.PayeeTin ?? "").End(file, remittance, imbalance);

    /// <summary>A finding for the report of its practice; those beyond the most that a report lists are not kept.</summary>
    /// <param name="row">The finding.</param>
    public void List(FindingRow row)
    {
        if (!listed.TryGetValue(row.Tin, out var rows))
        {
            listed[row.Tin] = rows = [];
        }

        if (rows.Count < PracticeReport.MostFindings)
        {
            rows.Add(row);
        }

        if (row.File.Length == 0)
        {
            Of(row.Tin).Practice(row);
        }
    }

    /// <summary>Writes the reports.</summary>
    /// <param name="practices">What was counted.</param>
    public void Reports(IEnumerable<PracticeTotals> practices)
    {
        Close();
        foreach (var practice in practices)
        {
            using var report = new FileStream(PathOf(practice.Tin, "html"), FileMode.Create, FileAccess.Write);
            PracticeReport.Write(report, practice, listed.GetValueOrDefault(practice.Tin) ?? []);
        }
    }

    /// <summary>Closes what is open.</summary>
    public void Dispose() => Close();

    private AuditCsv Of(string tin)
    {
        var path = PathOf(tin, "csv");
        if (!string.Equals(open, path, StringComparison.Ordinal))
        {
            Close();
            var isNew = begun.Add(path);
            (open, stream) = (path, new(path, isNew ? FileMode.Create : FileMode.Append, FileAccess.Write));
            csv = new(stream);
            if (isNew)
            {
                csv.Head();
            }
        }

        return csv!;
    }

    private void Close()
    {
        csv?.Dispose();
        stream?.Dispose();
        (csv, stream, open) = (null, null, null);
    }

    /// <summary>A TIN comes from a file: only its digits make a name.</summary>
    private string PathOf(string tin, string extension) =>
        Path.Combine(folder, $"practice-{(tin.Length > 0 && tin.All(char.IsAsciiLetterOrDigit) ? tin : "without-tin")}.{extension}");
}
