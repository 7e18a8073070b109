using System.Globalization;
using System.Text.Json;
using OpenQpp.Claims;
using OpenQpp.Rules;

namespace OpenQpp.Cli;

/// <summary>What came of adjusting claim lines, for people and for programs.</summary>
internal static class AdjustScreen
{
    /// <summary>As a table.</summary>
    public static int Show(AdjustSummary summary)
    {
        var screen = new Screen();
        screen.Table(["Line", "Reason", ">Lines", ">Paid before", ">Adjustment"], [.. summary.ByReason.Select(Row)]);
        screen.Line($"{Whole(summary.Lines)} lines: {Whole(summary.Adjusted)} adjusted, {Whole(summary.NotAdjusted)} not, {Whole(summary.Undecided)} undecided because something is not known.");
        if (summary.Undecided > 0)
        {
            var open = summary.ByReason.Where(sum => sum.Reason?.IsUndecided() == true).ToArray();
            screen.Line($"Undecided: {Money(open.Sum(sum => sum.Allowed))} allowed, {Money(open.Sum(sum => sum.Program))} paid before the adjustment as far as that is known.");
        }

        screen.Line($"Written: {summary.LinesFile}, and {summary.TotalsFile} with {Whole(summary.Pairs)} rows by payment year, TIN and NPI.");
        return ExitCode.Done;
    }

    /// <summary>As JSON.</summary>
    public static void Write(Utf8JsonWriter json, AdjustSummary summary)
    {
        json.WriteStartObject();
        json.WriteStartObject("files");
        json.WriteString("lines", summary.LinesFile);
        json.WriteString("totals", summary.TotalsFile);
        json.WriteEndObject();
        json.WriteNumber("lines", summary.Lines);
        json.WriteNumber("adjusted", summary.Adjusted);
        json.WriteNumber("notAdjusted", summary.NotAdjusted);
        json.WriteNumber("undecided", summary.Undecided);
        json.WriteNumber("pairs", summary.Pairs);
        json.WriteStartArray("byReason");
        foreach (var sum in summary.ByReason)
        {
            json.WriteStartObject();
            json.WriteString("decision", Decision(sum.Reason));
            json.WriteString("reason", sum.Reason?.Word());
            json.WriteNumber("lines", sum.Lines);
            json.WriteNumber("allowed", sum.Allowed);
            json.WriteNumber("mipsProgram", sum.Program);
            json.WriteNumber("mipsAmount", sum.Adjustment);
            json.WriteNumber("seqAmount", sum.Sequestration);
            json.WriteNumber("mipsPaid", sum.Paid);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string[] Row(ReasonSum sum) =>
        [sum.Reason is not { } reason ? "adjusted" : reason.IsUndecided() ? "undecided" : "not adjusted", sum.Reason?.Word() ?? "", Whole(sum.Lines), Money(sum.Program), Money(sum.Adjustment)];

    private static string Decision(LineReason? reason) => reason is not { } known ? "adjusted" : known.IsUndecided() ? "undecided" : "notAdjusted";

    private static string Whole(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
