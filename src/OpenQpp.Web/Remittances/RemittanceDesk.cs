using Microsoft.AspNetCore.Http;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Remits;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.X12;

namespace OpenQpp.Web;

/// <summary>What a practice sends to have its remittances audited. Nothing of it is kept.</summary>
/// <param name="Remittances">Remittances.</param>
/// <param name="Claims">The claims that were sent; may be none.</param>
/// <param name="FeeSchedule">Status indicators; null where they are not given.</param>
internal sealed record SentRemittances(IReadOnlyList<IFormFile> Remittances, IReadOnlyList<IFormFile> Claims, IFormFile? FeeSchedule);

/// <summary>Audits a practice's own remittances with the adjustments that are published for it.</summary>
/// <param name="book">The law of all years.</param>
public sealed class RemittanceDesk(LawBook book) : IDisposable
{
    private const int MostAtOnce = 2;

    private readonly SemaphoreSlim places = new(MostAtOnce);

    /// <summary>
    /// The published adjustments of the practice, as far as the person may see them, of every year in which they are released: a remittance
    /// pays lines of one year and corrects those of another. Null until those of the address's year are released.
    /// </summary>
    /// <param name="request">The request, granted for the payment adjustment of a practice.</param>
    internal static async Task<FactorTable?> Factors(PortalRequest request)
    {
        if (request.PayingRun is null)
        {
            return null;
        }

        var table = new FactorTable { IsOfOnePractice = true };
        foreach (var year in request.Calendar.Years(ReleaseKind.Adjustments, request.Now))
        {
            await Add(table, request, request.Calendar.Current(year, ReleaseKind.Adjustments, request.Now)!);
        }

        return table;
    }

    /// <summary>Audits what was sent; where it has problems, nothing is told but them.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="tin">TIN of the practice.</param>
    /// <param name="factors">Its factors.</param>
    /// <param name="csv">Takes every line as CSV; null where nobody asked.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    internal async Task<(AuditTotals Totals, IReadOnlyList<FindingRow> Findings)?> Audit(SentRemittances sent, string tin, FactorTable factors, Stream? csv, ProblemList problems, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Audit(sent, tin, factors, csv, problems), cancellation);
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private (AuditTotals Totals, IReadOnlyList<FindingRow> Findings)? Audit(SentRemittances sent, string tin, FactorTable factors, Stream? csv, ProblemList problems)
    {
        var files = sent.Remittances.Select(Named).ToArray();
        var sources = new AuditSources(book, factors)
        {
            Schedule = sent.FeeSchedule is { } schedule ? ScheduleOf(schedule, problems) : null,
            Claims = sent.Claims.Count > 0 ? ClaimsOf(sent.Claims, problems) : null,
        };
        foreach (var file in files)
        {
            CheckOwner(file, tin, problems);
        }

        var audit = new RemittanceAudit(sources);
        if (problems.IsEmpty)
        {
            audit.Prepare(files, problems);
        }

        if (!problems.IsEmpty)
        {
            return null;
        }

        var findings = new List<FindingRow>();
        using var rows = csv is null ? null : new AuditCsv(csv);
        rows?.Head();
        var totals = new AuditTotals(row =>
        {
            if (findings.Count < PracticeReport.MostFindings)
            {
                findings.Add(row);
            }

            if (row.File.Length == 0)
            {
                rows?.Practice(row);
            }
        });
        audit.Run(files, rows is null ? totals : new SeveralTakers(totals, rows));
        totals.EndAll();
        return (totals, findings);
    }

    /// <summary>The right is asked for each year anew: in another one the practice may not be there, or hide other sources.</summary>
    private static async Task Add(FactorTable table, PortalRequest request, PublishedRun run)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var viewer = new Viewer(request.Viewer!.Roles, await store.OwnersFacts.Standing(request.Viewer.Roles, run.Year, run.Id, cancellation));
        var decision = AccessDecision.For(new(viewer, run.Year, Resource.PaymentAdjustment, request.Owner.Kind, await store.OwnersFacts.Of(request.Owner, run.Year, run.Id, cancellation)));
        if (!decision.IsGranted)
        {
            return;
        }

        await foreach (var line in store.Assignments.AllOfPractice(run.Id, request.Owner.Id, VisibleSources.Of(decision), cancellation))
        {
            table.Add(run.Year.PaymentYear.Year, line.Npi, new(line.Tin, line.IsHidden ? null : StandingOf(line.Status), line.FinalScore, line.Adjustment.Total));
        }
    }

    /// <summary>A practice may look at its own remittances here, and at no other's.</summary>
    private static void CheckOwner(RemittanceFile file, string tin, ProblemList problems)
    {
        using var stream = file.Open();
        var isForeign = false;
        new RemittanceReader(new ProblemList()).Read(stream, (_, _) => { }, remittance => isForeign |= !string.Equals(remittance.PayeeTin, tin, StringComparison.Ordinal));
        if (isForeign)
        {
            problems.Add(ProblemCode.REMITTANCE_OF_ANOTHER, "$.remittances", $"The file '{ShownText.Of(file.Name)}' has a remittance that names another practice, or none. Send those of this practice alone.");
        }
    }

    private static RemittanceFile Named(IFormFile file) => new(Path.GetFileName(file.FileName), file.OpenReadStream);

    private static FeeScheduleTable ScheduleOf(IFormFile file, ProblemList problems)
    {
        using var stream = file.OpenReadStream();
        return FeeScheduleReader.Read(stream, problems);
    }

    private static ClaimFactsTable ClaimsOf(IReadOnlyList<IFormFile> files, ProblemList problems)
    {
        var table = new ClaimFactsTable();
        foreach (var file in files)
        {
            ClaimFactsOfClaims.Read(Named(file), table, problems);
        }

        return table;
    }

    private static RowStanding StandingOf(string status) => status switch
    {
        "scored" => RowStanding.Scored,
        "neutral" => RowStanding.Neutral,
        "qp" => RowStanding.Qp,
        _ => RowStanding.Excluded,
    };
}
