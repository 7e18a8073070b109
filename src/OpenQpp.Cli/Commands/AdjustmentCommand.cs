using System.CommandLine;
using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp adjustment</c>: the payment adjustment of a final score.</summary>
internal static class AdjustmentCommand
{
    public static Command Create()
    {
        var year = CommonOptions.Year();
        var score = CommonOptions.Number("--score", "Final score, 0 to 100", "POINTS");
        var factor = CommonOptions.NumberOrNothing("--scaling-factor", "Scaling factor to use instead of the one on record, 0 to 3", "FACTOR");
        var additional = CommonOptions.NumberOrNothing("--additional-scaling-factor", "Additional scaling factor to use instead of the one on record, 0 to 1 (2017 to 2022)", "FACTOR");
        var command = new Command("adjustment", "The payment adjustment of a final score") { year, score, factor, additional, CommonOptions.Law, CommonOptions.Set, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var law = LawOnDisk.Of(parsed.GetValue(year), parsed, LawOnDisk.Open());
            var problems = new ProblemList();
            var answer = new AdjustmentQuestion(parsed.GetValue(score), new(parsed.GetValue(factor), parsed.GetValue(additional))).Answer(law, problems);
            Refused.If(problems);
            return parsed.GetValue(CommonOptions.Json)
                ? Output.Json(json => ResultJson.WriteAdjustment(json, answer!, withExplanation: true))
                : Show(answer!, law.Year.PaymentYear);
        });
        return command;
    }

    private static int Show(PaymentAdjustment adjustment, PaymentYear year)
    {
        var screen = new Screen();
        AdjustmentScreen.Show(screen, adjustment, year);
        screen.Outline(adjustment.TotalPercent, full: false);
        return ExitCode.Done;
    }
}
