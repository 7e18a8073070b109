using System.Text;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>report.html: what the nation comes to, with charts and a table beside each. One file, nothing loaded from elsewhere.</summary>
/// <param name="run">What the nation comes to.</param>
/// <param name="problems">Problems, counted.</param>
/// <param name="whatIf">The comparison with the recorded law; null where nothing is compared.</param>
internal sealed class HtmlReport(LawRun run, ProblemCounts problems, WhatIf? whatIf)
{
    private const int BinWidth = 5;
    private const int Bins = 21;

    private const string Style = """
        :root{color-scheme:light;--ink:#1b1b1b;--line:#c6cace;--bar:#205493;--curve:#981b1e}
        body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:#fff;max-width:60rem;margin:0 auto;padding:1rem}
        h1{font-size:1.7rem}h2{font-size:1.3rem;margin-top:2.2rem;border-bottom:1px solid var(--line)}
        .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;background:#fff;padding:.5rem}
        a:focus,.wide:focus{outline:3px solid #2491ff;outline-offset:2px}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.7rem 0}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:right;vertical-align:top}
        th:first-child{text-align:left}thead th{border-bottom:2px solid var(--ink)}
        figure{margin:1rem 0}svg{width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:var(--ink)}
        .bar{fill:var(--bar)}.grid{stroke:var(--line)}.zero{stroke:var(--ink)}.curve{fill:none;stroke:var(--curve);stroke-width:2}
        @media print{body{max-width:none;font-size:10pt;padding:0}nav,.skip{display:none}h2{break-after:avoid}figure,tr,svg{break-inside:avoid}
        thead{display:table-header-group}.wide{overflow:visible}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """;

    private static readonly (string Id, string Dimension, string Title)[] Groups =
    [
        ("size", Statistics.PracticeSize, "By practice size"),
        ("participation", Statistics.Participation, "By participation option"),
        ("reporting", Statistics.Reporting, "By reporting option"),
        ("state", Statistics.State, "By state"),
    ];

    private readonly PaymentLaw law = run.Law.Law.Payment;
    private readonly StatisticsCell whole = run.Statistics.Whole;
    private readonly Html html = new();

    public void Write(Stream to)
    {
        var title = $"MIPS performance year {Csv.Number(run.Law.Law.Year.Year, 0)}, payment year {Csv.Number(run.Law.Law.Year.PaymentYear.Year, 0)}";
        html.Add("<!DOCTYPE html>").Add("<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        html.Add($"<title>{Html.Safe(title)}</title><style>{Style.ReplaceLineEndings("\n")}</style></head><body>");
        html.Add("<a class=\"skip\" href=\"#main\">Skip to the report</a>");
        html.Add($"<header><h1>{Html.Safe(title)}</h1></header>");
        html.Add("<nav aria-label=\"Contents\"><ul>");
        foreach (var (id, name) in Contents())
        {
            html.Add($"<li><a href=\"#{id}\">{Html.Safe(name)}</a></li>");
        }

        html.Add("</ul></nav><main id=\"main\">");
        WriteWhole();
        WriteNeutrality();
        WriteScores();
        WriteBands();
        WriteCurve();
        foreach (var (id, dimension, name) in Groups)
        {
            WriteGroup(id, dimension, name);
        }

        WriteWhatIf();
        WriteProblems();
        html.Add("</main></body></html>");
        to.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private IEnumerable<(string Id, string Name)> Contents() =>
    [
        ("whole", "Who was judged"), ("neutrality", "Budget neutrality"), ("scores", "Final scores"), ("bands", "Bands"), ("curve", "Adjustment by score"),
        .. Groups.Select(group => (group.Id, group.Title)),
        .. whatIf is null ? ((string, string)[])[] : [("what-if", "The changed law beside the recorded one")],
        ("problems", "Problems"),
    ];

    private void WriteWhole()
    {
        html.Heading("whole", "Who was judged");
        html.Table("TIN/NPIs by what came of them", ["What", "TIN/NPIs"], [
            ["all", Html.Whole(whole.Clinicians)],
            .. Outcome.Words.Select((word, status) => (string[])[word, Html.Whole(whole.ByStatus[status])])]);
        html.Table("Final scores", ["What", "Points"], [
            ["mean", Html.Number(whole.Mean)], ["median", Html.Number(whole.Median)],
            ["performance threshold", Html.Number(law.PerformanceThreshold.Number)],
            ["additional performance threshold", Html.Number(law.AdditionalPerformanceThreshold?.NumberOrNull)]]);
    }

    private void WriteNeutrality()
    {
        var scaling = run.Scaling;
        html.Heading("neutrality", "Budget neutrality");
        html.Paragraph("The scaling factor makes what positive factors add to allowed charges equal to what negative factors take from them; it lies between 0 and 3 (42 CFR 414.1405(b)(3)). The additional adjustment has a pool of its own (414.1405(d)).");
        html.Paragraph(scaling.Neutrality.Why switch
        {
            null => "Both sides are equal before rounding.",
            "noScoreAboveThreshold" => "No final score lies above the threshold: reductions stand, nothing is scaled and nothing is added.",
            "noScoreBelowThreshold" => "No final score lies below the threshold: nothing is lost, so the factor is 0.",
            "factorAtBound" => "More is lost than the largest factor could give back: the factor stands at its bound.",
            _ => "Nobody above the threshold has allowed charges.",
        });
        html.Table("Factors and dollars", ["What", "Value"],
        [
            ["scaling factor", Html.Number(scaling.Factor, 20)],
            ["additional scaling factor", Html.Number(scaling.AdditionalFactor, 20)],
            ["dollars gained, before rounding", Html.Dollars(scaling.PositiveDollars)],
            ["dollars lost, before rounding", Html.Dollars(scaling.NegativeDollars)],
            ["additional dollars, before rounding", Html.Dollars(scaling.AdditionalDollars)],
            ["gained less lost when percents are rounded as published", Html.Dollars(scaling.RemainingAfterRounding)],
        ]);
    }

    private void WriteScores()
    {
        var bins = new long[Bins];
        foreach (var (score, (clinicians, _)) in whole.Scores.ByScore)
        {
            bins[(int)decimal.Truncate(score / BinWidth)] += clinicians;
        }

        var named = bins.Select((count, bin) => (Name: bin == Bins - 1 ? "100" : Csv.Number(bin * BinWidth, 0), Value: (decimal)count)).ToArray();
        html.Heading("scores", "Final scores");
        html.Add($"<figure>{Chart.Bars("chart-scores", "TIN/NPIs by final score", "A bar for every five points; the last one is a score of 100. The table has the same numbers.", named)}");
        html.Table("TIN/NPIs by final score", ["From, points", "TIN/NPIs"], named.Select(bin => (string[])[bin.Name, Html.Whole((long)bin.Value)])).Add("</figure>");
    }

    private void WriteBands()
    {
        var bands = Enum.GetValues<AdjustmentBand>().Select(band => (Band: band, Word: ResultJson.Word(band), Clinicians: whole.In(band, run.Scaling))).ToArray();
        html.Heading("bands", "Bands");
        html.Add($"<figure>{Chart.Bars("chart-bands", "TIN/NPIs by band", "A bar for each band of final scores. The table has the same numbers, with dollars.", [.. bands.Select(band => (band.Word, (decimal)band.Clinicians))])}");
        html.Table("Bands", ["Band", "TIN/NPIs", "Share, percent", "Dollars"], bands.Select(band => (string[])
            [band.Word, Html.Whole(band.Clinicians), Html.Number(whole.Scored == 0 ? null : 100m * band.Clinicians / whole.Scored), Html.Dollars(whole.Dollars(run.Scaling, band.Band))])).Add("</figure>");
    }

    /// <summary>The curve jumps at a quarter of the threshold and where the additional adjustment begins.</summary>
    private void WriteCurve()
    {
        var (threshold, most) = (law.PerformanceThreshold.Number, law.MaximumFinalScore.Number);
        var quarter = threshold * law.MaximumNegativeShare.Number;
        var steps = new List<decimal> { 0m, quarter, quarter + 0.01m, threshold };
        steps.AddRange(law.AdditionalPerformanceThreshold is { } additional ? [additional.Number - 0.01m, additional.Number, most] : [most]);
        (decimal Score, decimal Percent)[] points = [.. steps.Where(score => score <= most).Select(score => (score, PercentAt(score)))];
        html.Heading("curve", "Adjustment by score");
        html.Add($"<figure>{Chart.Line("chart-curve", "Payment adjustment in percent by final score", "The line lies at the full reduction up to a quarter of the threshold, jumps up there, crosses zero at the threshold and rises to 100 points.", [points])}");
        html.Table("Payment adjustment at the corners of the line", ["Final score", "Percent, unrounded to six decimals"], points.Select(point => (string[])[Html.Number(point.Score), Html.Number(point.Percent, 6)])).Add("</figure>");
    }

    private decimal PercentAt(decimal score)
    {
        var given = new GivenScalingFactors(run.Scaling.Factor ?? 0m, law.AdditionalScalingFactor is null ? null : run.Scaling.AdditionalFactor ?? 0m);
        return PaymentAdjustment.For(Finding.Given(Score, score), given, law).TotalUnrounded.NumberOrZero;
    }

    private void WriteGroup(string id, string dimension, string name)
    {
        var cells = run.Statistics.Of(dimension).ToArray();
        html.Heading(id, name);
        html.Add($"<figure>{Chart.Bars($"chart-{id}", $"Mean final score, {name.ToLowerInvariant()}", "A bar for each group, as high as the mean of its final scores. The table has the same numbers and more.", [.. cells.Select(cell => (cell.Value, cell.Cell.Mean ?? 0m))])}");
        html.Table(name, ["Group", "TIN/NPIs", "Scored", "Mean", "Median", .. Enum.GetValues<AdjustmentBand>().Select(ResultJson.Word), "Dollars"], cells.Select(cell => (string[])
        [
            cell.Value, Html.Whole(cell.Cell.Clinicians), Html.Whole(cell.Cell.Scored), Html.Number(cell.Cell.Mean), Html.Number(cell.Cell.Median),
            .. Enum.GetValues<AdjustmentBand>().Select(band => Html.Whole(cell.Cell.In(band, run.Scaling))), Html.Dollars(cell.Cell.Dollars(run.Scaling)),
        ])).Add("</figure>");
    }

    private void WriteWhatIf()
    {
        if (whatIf is null)
        {
            return;
        }

        html.Heading("what-if", "The changed law beside the recorded one");
        html.Paragraph($"Recorded: {whatIf.RecordedLaw}. Changed: {whatIf.ChangedLaw}. All other numbers of this report are those of the changed law. {WhatIf.BenchmarksStay} Weights that are overridden are those of the named rows only; other rows of the tables stand as recorded.");
        html.Table("Everybody", ["Quantity", "Recorded", "Changed", "Difference"], whatIf.Rows.Where(row => string.Equals(row.Dimension, Statistics.All, StringComparison.Ordinal)).Select(row => (string[])
            [row.Quantity, Html.Number(row.Recorded, row.Decimals), Html.Number(row.Changed, row.Decimals), Html.Number(row.Recorded is null && row.Changed is null ? 0m : row.Changed - row.Recorded, row.Decimals)]));
        html.Paragraph("what-if.csv has the same for practice sizes, options and states.");
    }

    private void WriteProblems()
    {
        html.Heading("problems", "Problems");
        html.Paragraph("problems.csv has each with its file and line. Rejected participants have no factor; the run went on without them.");
        html.Table("Problems by code", ["Code", "Consequence", "Problems", "Rows or results touched"], problems.All.Select(pair => (string[])
            [pair.Key.Code, pair.Key.Consequence == Consequence.Rejected ? "rejected" : "note", Html.Whole(pair.Value.Problems), Html.Whole(pair.Value.Rows)]));
    }

    private static readonly Label Score = new("final score", Unit.Points, "414.1380(c)", "the final score is {v}");
}
