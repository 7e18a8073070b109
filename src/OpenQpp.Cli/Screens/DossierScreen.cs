using System.Globalization;
using OpenQpp.Files;
using OpenQpp.Program;

namespace OpenQpp.Cli;

/// <summary>A dossier for people: the table of numbers, then the first difference and why ours is what it is.</summary>
internal static class DossierScreen
{
    public static void Show(Screen screen, Dossier dossier, bool full)
    {
        screen.Heading("Printed values beside ours, in the order of computation");
        screen.Table(["Number", ">Printed", ">Ours", "", "Paragraph"], [.. dossier.Compared.Select(Row)]);
        if (dossier.First is not { } first)
        {
            screen.Line($"All {dossier.Compared.Count} numbers agree at the decimals printed.");
            return;
        }

        screen.Heading($"First difference: {first.Printed.Path}");
        screen.Line($"The printed value needs {first.Needs}.");
        screen.Line($"Ours rests on {FindingJson.FullBasis(first.Basis)}:");
        screen.Outline(first.Computed.Finding, full);
    }

    private static string[] Row(ComparedNumber number) =>
    [
        number.Printed.Path,
        number.Printed.Value?.ToString(CultureInfo.InvariantCulture) ?? "none",
        number.Computed.Value is { } ours ? ShownNumber.Of(ours) : "none",
        number.Agrees ? "" : "differs",
        number.Basis,
    ];
}
