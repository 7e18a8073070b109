using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Remits;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>A practice's own remittances, audited: for whom its payment adjustment is to see, and nobody else. Nothing that is sent is kept.</summary>
internal static class RemittanceRoutes
{
    /// <summary>Most bytes of the files of a form together: 32 MiB.</summary>
    public const long MostBytes = 32 * 1024 * 1024;

    private const long MostBytesOfForm = MostBytes + (64 * 1024);
    private const string Here = "/remittances";
    private const string Sample = "/sample-remittance";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page(OwnerKind.Practice, Resource.PaymentAdjustment, Here, request => Page(request, null, []));
        routes.Upload(OwnerKind.Practice, Resource.PaymentAdjustment, Here, MostBytesOfForm, Audit);
        routes.Page(OwnerKind.Practice, Resource.PaymentAdjustment, Sample, SampleOf);
    }

    private static async Task<IResult> Page(PortalRequest request, (AuditTotals Totals, IReadOnlyList<FindingRow> Findings)? audit, IReadOnlyList<Problem> problems) => new RazorComponentResult<RemittancePage>(new
    {
        request.Year.Year,
        PaymentYear = request.Year.PaymentYear.Year,
        Heading = await OwnerHeading.Of(request.Store, request.Owner, request.Cancellation),
        IsReleased = request.PayingRun is not null,
        PaymentYears = (IReadOnlyList<int>)[.. request.Calendar.Years(ReleaseKind.Adjustments, request.Now).Select(year => year.PaymentYear.Year)],
        HasSample = IsDemonstration(request),
        Practice = audit?.Totals.Practices.FirstOrDefault() ?? (audit is null ? null : new PracticeTotals("")),
        Findings = audit?.Findings ?? [],
        Problems = problems,
    })
    {
        StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task<IResult> Audit(PortalRequest request)
    {
        var (problems, cancellation) = (new ProblemList(), request.Cancellation);
        var form = await request.Http.Request.ReadFormAsync(cancellation);
        var sent = new SentRemittances([.. form.Files.GetFiles("remittances").Where(file => file.Length > 0)], [.. form.Files.GetFiles("claims").Where(file => file.Length > 0)], form.Files.GetFile("fee-schedule") is { Length: > 0 } schedule ? schedule : null);
        if (sent.Remittances.Count == 0 || form.Files.Sum(file => file.Length) > MostBytes)
        {
            problems.Add(ProblemCode.INPUT_TOO_LARGE, "$.remittances", $"Choose one or more remittances, with claims and fee schedule at most {MostBytes / 1024 / 1024} MiB together. For more, use the command line: 'openqpp remit audit'.");
        }
        else
        {
            await UploadGuard.Scan(request, form.Files, problems);
        }

        var factors = problems.IsEmpty ? await RemittanceDesk.Factors(request) : null;
        if (problems.IsEmpty && factors is null)
        {
            problems.Add(ProblemCode.NOT_FROM_HERE, "$", "The payment adjustments of this year are not released yet.");
        }

        using var rows = form["as"] == "csv" ? new MemoryStream() : null;
        var audit = problems.IsEmpty
            ? await request.Http.RequestServices.GetRequiredService<RemittanceDesk>().Audit(sent, await TinOf(request), factors!, rows, problems, cancellation)
            : null;
        var entry = request.Entry("audit-remittances", audit is null ? "refused" : "done") with { Detail = factors is null ? null : $"payment years {string.Join(", ", factors.Years.Order())}" };
        await request.Store.Audit.Append(entry, cancellation);
        return audit is not { } done ? await Page(request, null, problems.Found)
            : rows is not null ? Results.File(rows.ToArray(), "text/csv; charset=utf-8", NameOf(request, "csv"))
            : form["as"] == "report" ? Results.File(Report(done), "text/html; charset=utf-8", NameOf(request, "html"))
            : await Page(request, audit, []);
    }

    private static byte[] Report((AuditTotals Totals, IReadOnlyList<FindingRow> Findings) audit)
    {
        using var page = new MemoryStream();
        PracticeReport.Write(page, audit.Totals.Practices.FirstOrDefault() ?? new(""), audit.Findings);
        return page.ToArray();
    }

    /// <summary>A made-up remittance, in the demonstration alone: people, practice and payer are made up there.</summary>
    private static async Task<IResult> SampleOf(PortalRequest request)
    {
        if (!IsDemonstration(request) || await RemittanceDesk.Factors(request) is not { } factors)
        {
            return Results.LocalRedirect(Address.Of(request.Year.Year, request.Owner.Kind.Word(), request.Owner.Id, $"{Resource.PaymentAdjustment.Word()}{Here}"));
        }

        var law = request.Http.RequestServices.GetRequiredService<LawBook>().Of(request.Year);
        var npis = factors.Npis.Where(npi => factors.Of(request.Year.PaymentYear.Year, npi).Count > 0).ToArray();
        return Results.File(SampleRemittance.Of(await TinOf(request), npis, factors, law), MediaTypeNames.Text.Plain, string.Create(CultureInfo.InvariantCulture, $"sample-{request.Year.PaymentYear.Year}.835"));
    }

    private static bool IsDemonstration(PortalRequest request) => request.Http.RequestServices.GetRequiredService<DemoSignIns>().People.Count > 0;

    private static async Task<string> TinOf(PortalRequest request) => (await request.Store.Owners.ById(request.Owner, request.Cancellation))?.Identifier ?? "";

    private static string NameOf(PortalRequest request, string extension) => string.Create(CultureInfo.InvariantCulture, $"remittance-audit-{request.Year.PaymentYear.Year}.{extension}");
}
