using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>Puts the claims of a remittance together with what is known from elsewhere.</summary>
/// <param name="sources">What is known.</param>
internal sealed class RemittedClaims(AuditSources sources)
{
    private const string MedicarePartB = "MB";

    /// <summary>Percents that explain all lines of a TIN/NPI and year, found when the files were read first.</summary>
    public IReadOnlyDictionary<(string Tin, string Npi, int Year), decimal> PercentsOfAllLines { get; set; } = new Dictionary<(string, string, int), decimal>();

    /// <summary>The claim was paid by Medicare Part B; others are set aside.</summary>
    public static bool IsMedicare(RemittanceClaim claim) => claim.FilingIndicator is MedicarePartB;

    /// <summary>Who rendered a line: by the line, the claim as it was sent, the claim as it was paid; a practice of one is its own.</summary>
    public static string? NpiOf(Remittance remittance, RemittanceClaim claim, RemittanceLine? line, ClaimFacts? facts) =>
        line?.RenderingNpi ?? facts?.RenderingNpi ?? claim.RenderingNpi ?? remittance.PayeeNpi;

    /// <summary>Facts of a line from the claims that were given.</summary>
    public ClaimFacts? FactsOf(Remittance remittance, RemittanceClaim claim, RemittanceLine? line) =>
        sources.Claims?.Of(remittance.PayeeTin ?? "", claim.PatientControlNumber, line?.ControlNumber ?? "");

    /// <summary>
    /// A claim is judged line by line, unless it has no lines or other adjustments stand on the claim as a whole: then no line says what
    /// was paid for it, and the claim is one line.
    /// </summary>
    public static bool IsWhole(RemittanceClaim claim) =>
        claim.Lines.Count == 0 || claim.Adjustments.Any(one => one.Amount != 0m && ShownCodes.IsBeforeAdjustment(Entry(one)));

    /// <summary>The claim as the rule takes it.</summary>
    public RemittedClaim Of(Remittance remittance, RemittanceClaim claim)
    {
        var isRemarked = claim.Remarks.Contains(LineAdjustment.MipsRemark, StringComparer.Ordinal);
        if (IsWhole(claim))
        {
            return new([Whole(remittance, claim, isRemarked)]);
        }

        return new([.. claim.Lines.Select(line => Line(remittance, claim, line))]) { Entries = [.. claim.Adjustments.Select(Entry)], HasRemark = isRemarked };
    }

    private RemittedLine Line(Remittance remittance, RemittanceClaim claim, RemittanceLine line)
    {
        var facts = FactsOf(remittance, claim, line);
        var service = line.Service ?? claim.Service;
        return With(remittance, claim, facts, NpiOf(remittance, claim, line, facts), service, new()
        {
            Factor = LineFactor.NotKnown,
            Charge = line.Charge,
            Paid = line.Paid,
            Entries = [.. line.Adjustments.Select(Entry)],
            HasRemark = line.Remarks.Contains(LineAdjustment.MipsRemark, StringComparer.Ordinal),
            Status = facts?.Status ?? StatusOf(line, service),
        });
    }

    /// <summary>What its lines have in common is the claim's; what they differ in is not known.</summary>
    private RemittedLine Whole(Remittance remittance, RemittanceClaim claim, bool isRemarked)
    {
        var facts = claim.Lines.Count == 0 ? [FactsOf(remittance, claim, null)] : claim.Lines.Select(line => FactsOf(remittance, claim, line)).ToArray();
        var services = claim.Lines.Count == 0 ? [claim.Service] : claim.Lines.Select(line => line.Service ?? claim.Service).ToArray();
        var npis = claim.Lines.Count == 0 ? [NpiOf(remittance, claim, null, facts[0])] : claim.Lines.Zip(facts, (line, fact) => NpiOf(remittance, claim, line, fact)).ToArray();
        var statuses = claim.Lines.Zip(facts, (line, fact) => fact?.Status ?? StatusOf(line, line.Service ?? claim.Service)).ToArray();
        return With(remittance, claim, Common(facts), Common(npis), services.Select(day => day?.Year).Distinct().Count() == 1 ? services[0] : null, new()
        {
            Factor = LineFactor.NotKnown,
            Charge = claim.Charge,
            Paid = claim.Paid,
            Entries = [.. claim.Adjustments.Select(Entry), .. claim.Lines.SelectMany(line => line.Adjustments).Select(Entry)],
            HasRemark = isRemarked || claim.Lines.Any(line => line.Remarks.Contains(LineAdjustment.MipsRemark, StringComparer.Ordinal)),
            Status = Common(statuses),
        });
    }

    private RemittedLine With(Remittance remittance, RemittanceClaim claim, ClaimFacts? facts, string? npi, DateOnly? service, RemittedLine line)
    {
        var law = sources.LawOf(service);
        return line with
        {
            Service = service,
            Npi = npi ?? "",
            Denied = claim.Status is "4" or "23" or "25",
            Assigned = claim.Adjustments.Any(one => one.Reason is ShownCodes.PaidToPatient) ? false : facts?.Assigned,
            Setting = AuditSources.SettingOf(facts, claim.PlaceOfService.Length > 0 ? claim.PlaceOfService : null, law),
            Factor = FactorOf(remittance, claim, npi, service, isTold: !string.Equals(npi, remittance.PayeeNpi, StringComparison.Ordinal)),
            PercentsOfClinician = npi is null ? [] : sources.Factors.PercentsOf(npi),
            PercentOfAllLines = service is { } day && PercentsOfAllLines.TryGetValue((remittance.PayeeTin ?? "", npi ?? "", day.Year), out var percent) ? percent : null,
            IsInPaymentYear = service is { } known && sources.Factors.Has(known.Year),
            Law = law,
        };
    }

    /// <summary>Where nobody is named and the practice's own NPI has no factor, who rendered the line is not known, and so is the factor.</summary>
    private LineFactor FactorOf(Remittance remittance, RemittanceClaim claim, string? npi, DateOnly? service, bool isTold)
    {
        if (npi is null || service is not { } day || remittance.PayeeTin is not { Length: > 0 } tin)
        {
            return LineFactor.NotKnown;
        }

        var rows = sources.Factors.Of(day.Year, npi);
        return rows.Count > 0 ? LineFactor.For(tin, rows)
            : sources.Factors.IsOfOnePractice ? new(null, FactorSource.None, LineReason.UndecidedFactorNotVisible)
            : !isTold && claim.RenderingNpi is null ? LineFactor.NotKnown
            : LineFactor.For(tin, rows);
    }

    private string? StatusOf(RemittanceLine line, DateOnly? service) =>
        service is { } day && line.Procedure.Code.Length > 0 ? sources.Schedule?.Of(day, line.Procedure.Code, line.Procedure.Modifiers) : null;

    private static T? Common<T>(IReadOnlyList<T?> all)
        where T : class => all.Count > 0 && all.All(one => Equals(one, all[0])) ? all[0] : null;

    /// <summary>An entry as the rule takes it.</summary>
    public static RemittedEntry Entry(RemittanceAdjustment adjustment) => new(adjustment.Group, adjustment.Reason, adjustment.Amount);
}
