using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>A page of feedback on paper, or as a tagged PDF.</summary>
public sealed partial class PrintTests(Chromium chromium)
{
    private const string TextReader = "/usr/bin/pdftotext";

    /// <summary>The file that the portal itself makes: tagged, with links back to the portal, for whom the page is, and for nobody else.</summary>
    [Fact]
    public async Task ThePortalMakesATaggedPdf()
    {
        Assert.SkipUnless(Chromium.IsThere || Required.Everything, Chromium.Absent);
        using var answer = await (await chromium.World.As("manager")).Get(Feedback + "/quality.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "quality-2024.pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName));
        var text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Contains($"{chromium.World.Portal.Base}law?paragraph=", text, StringComparison.Ordinal);
        Assert.True(PageTests.Sheets.Count == 1 || text.Contains("OpenSans", StringComparison.Ordinal), "the file has not the look of the page");
        Assert.DoesNotContain("file://", text, StringComparison.Ordinal);
        using var foreign = await (await chromium.World.As("facility")).Get(Feedback + "/quality.pdf");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var due = await (await chromium.World.As(Deeds.Undecided)).Get(Feedback + "/quality.pdf");
        Assert.Equal((HttpStatusCode.Redirect, Feedback + "/quality"), (due.StatusCode, due.Headers.Location?.OriginalString));
        Assert.Contains((await chromium.World.Store.Audit.OfOrganization(chromium.World.OrganizationOf("manager").Id, new(0, 1000))).Rows, entry => entry.Action == "download");
    }

    /// <summary>A page of US Letter between its margins, pixels.</summary>
    private const int PaperWidth = 740;

    private static readonly string[] Parts = ["", "/quality", "/cost", "/improvement-activities", "/promoting-interoperability"];

    private string Feedback => $"/py/2024/practices/{chromium.World.OrganizationOf("manager").Id}/group-feedback";

    [Fact]
    public async Task TheOverviewPrintsAsATaggedPdf()
    {
        var bytes = await Pdf(Feedback);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Matches(@"/MarkInfo[^>]*/Marked true", text);
        Assert.Matches(@"/Lang\s*\(en", text);
        Assert.Contains("/Outlines", text, StringComparison.Ordinal);
    }

    /// <summary>What stands on the screen stands on paper: every word of the content, without what is there to click on.</summary>
    [Fact]
    public async Task EveryWordOfTheContentIsPrinted()
    {
        Assert.SkipUnless(File.Exists(TextReader) || Required.Everything, "No pdftotext is here: install the package 'poppler-utils'.");
        await using var context = await chromium.As("manager");
        var page = await context.NewPageAsync();
        foreach (var part in Parts)
        {
            await page.GotoAsync(Feedback + part);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            var screen = await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('main h1, main h2, main h3, main p, main td, main th, main dd, main dt, main li')].filter(one => !one.closest('nav, form, .actions, .crumbs, summary') && !one.querySelector('a, summary') && one.checkVisibility() && !one.closest('.ds-u-visibility--screen-reader')).map(one => one.innerText).join(' ')");
            var paper = Letters().Replace(TextOf(await Pdf(Feedback + part)), "");
            var missing = Word().Matches(screen).Select(match => match.Value).Distinct().Where(word => !paper.Contains(Letters().Replace(word, ""), StringComparison.Ordinal));
            Assert.Empty(missing.Select(word => $"{part}: {word}"));
        }
    }

    /// <summary>Every page on paper: its content alone, with everything opened that is closed on the screen, and nothing cut off.</summary>
    [Fact]
    public async Task EveryPageIsCompleteOnPaper() =>
        Chromium.None(await chromium.OnEach(chromium.Inventory.Routes, new() { ViewportSize = new() { Width = PaperWidth, Height = 1000 } }, async (page, _) =>
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            return await page.EvaluateAsync<string[]>(
                """
                () => [
                  document.querySelector('main h1').checkVisibility() ? '' : 'no heading',
                  [...document.querySelectorAll('nav')].some(one => one.checkVisibility()) ? 'navigation is printed' : '',
                  [...document.querySelectorAll('main details li')].every(one => one.checkVisibility({ contentVisibilityAuto: true })) ? '' : 'what is closed is not printed',
                  document.documentElement.scrollWidth > innerWidth + 1 ? `wider than the paper: ${document.documentElement.scrollWidth}` : '',
                ].filter(one => one)
                """);
        }));

    /// <summary>Pictures for the documents, made only when asked for: a run of the tests leaves the checkout as it was.</summary>
    [Fact]
    public async Task Screenshots()
    {
        if (Environment.GetEnvironmentVariable("OPENQPP_SCREENSHOTS") != "1")
        {
            return;
        }

        await using var context = await chromium.As("manager");
        var page = await context.NewPageAsync();
        foreach (var (part, name) in new[] { ("", "portal-overview.png"), ("/quality", "portal-quality.png") })
        {
            await page.GotoAsync(Feedback + part);
            if (part.Length > 0)
            {
                await page.Locator("main details summary").First.ClickAsync();
            }

            await page.ScreenshotAsync(new() { Path = Path.Combine(Explanations.Root.Folder, "docs", name) });
        }
    }

    private async Task<byte[]> Pdf(string path)
    {
        await using var context = await chromium.As("manager");
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return await page.PdfAsync(new() { Tagged = true, Outline = true, PrintBackground = true });
    }

    private static string TextOf(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            using var process = Process.Start(new ProcessStartInfo(TextReader, ["-raw", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^A-Za-z0-9.]")]
    private static partial Regex Letters();
}
