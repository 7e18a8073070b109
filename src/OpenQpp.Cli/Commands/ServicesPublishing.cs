using System.CommandLine;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp store services</c>: takes the output of <c>services run</c> into the store, as a new version of its year.</summary>
internal static class ServicesPublishing
{
    private static readonly Argument<string> Folder = CommonOptions.Word("DIR", "The folder that 'openqpp services run' wrote, as CSV");
    private static readonly Option<DateTimeOffset?> At = TimeOption.Of("--at", "From when on the counts are shown, in place of an earlier version; may lie in the future; now unless said");

    public static Command Create(Option<string> store)
    {
        var year = CommonOptions.Year();
        var command = new Command("services", "Take items, services and emergency visits of a year into the store; nobody sees them before they are complete") { Folder, year, At, store, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var (problems, folder, now) = (new ProblemList(), parsed.GetValue(Folder)!, DateTimeOffset.UtcNow);
            if (!Directory.Exists(folder))
            {
                throw new Refused(ProblemCode.NOT_READABLE, "$.dir", $"There is no folder '{ShownText.Of(folder)}'.");
            }

            var law = LawOnDisk.Of(parsed.GetValue(year), parsed, LawOnDisk.Open());
            var published = StoreConnection.With(parsed.GetValue(store)!, database =>
                StoreCommand.Using(folder, ProblemCode.NOT_READABLE, () => new ServicesPublish(database, law).Run(folder, now, parsed.GetValue(At) ?? now, problems)));
            Refused.If(problems);
            return StoreCommand.Tell(parsed,
            [
                ("performance year", "performanceYear", published!.Year.Year),
                ("version", "version", published.Version),
                ("practices", "practices", published.Practices),
                ("TIN/NPIs", "clinicians", published.Clinicians),
                ("rows of ranges", "ranges", published.Ranges),
            ]);
        });
        return command;
    }
}
