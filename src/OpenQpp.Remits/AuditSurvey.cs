using OpenQpp.Rules;

namespace OpenQpp.Remits;

/// <summary>
/// What must be known of all files before a line is named: which percent explains all lines of a TIN/NPI, which claims were taken back,
/// where remark code N807 stands at all. Its size grows with clinicians, practices and findings, not with the files.
/// </summary>
/// <param name="sources">What is known besides the remittances.</param>
internal sealed class AuditSurvey(AuditSources sources)
{
    private readonly Dictionary<(string Tin, string Npi, int Year), (ExplainingPercents Percents, decimal Factor)> percents = [];

    public ReversalMatches Reversals { get; } = new();

    public void Add(AuditedClaim claim)
    {
        Reversals.Add(claim);
        foreach (var line in claim.Audit.Lines)
        {
            if (line is { IsUndecided: false, Line: { Service: { } service, Factor.Percent: { } factor } } && line.Codes.Mips.Count > 0 && line.Program.Number != 0m && line.Expected.Number != 0m)
            {
                var key = (claim.Tin, line.Line.Npi, service.Year);
                var (so, _) = percents.TryGetValue(key, out var known) ? known : (ExplainingPercents.Any, 0m);
                percents[key] = (so.With(line.Program.Number, line.Codes.Adjustment, line.Expected.Number, sources.IsCutOff), factor.Number);
            }
        }
    }

    /// <summary>The percents that were taken instead of the factor, where one explains all lines.</summary>
    public IReadOnlyDictionary<(string Tin, string Npi, int Year), decimal> PercentsOfAllLines() =>
        percents.Select(pair => (pair.Key, Instead: pair.Value.Percents.Instead(pair.Value.Factor))).Where(pair => pair.Instead is not null).ToDictionary(pair => pair.Key, pair => pair.Instead!.Value);
}
