using OpenQpp.Files;
using OpenQpp.Vocabulary;
using Spectre.Console;

namespace OpenQpp.Cli;

/// <summary>Writes for people: tables and outlines that fit the terminal, in colour only where the terminal has it.</summary>
internal sealed class Screen
{
    private const int Narrowest = 60;
    private const int Widest = 120;
    private const int Usual = 80;
    private const int Indent = 2;

    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(Console.Out),
    });

    public Screen()
    {
        console.Profile.Width = Console.IsOutputRedirected ? Usual : Math.Clamp(console.Profile.Width, Narrowest, Widest);
    }

    public void Heading(string text)
    {
        console.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
    }

    public void Line(string text = "")
    {
        foreach (var line in WrappedText.Lines(text, console.Profile.Width, 0))
        {
            Console.Out.WriteLine(line);
        }
    }

    /// <summary>A table; titles that begin with '>' head numbers, which stand to the right.</summary>
    public void Table(string[] titles, IReadOnlyList<string[]> rows)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var title in titles)
        {
            var column = new TableColumn(new Text(Title(title), new Style(decoration: Decoration.Bold))) { Alignment = IsOfNumbers(title) ? Justify.Right : Justify.Left };
            table.AddColumn(column.PadLeft(0).PadRight(2));
        }

        table.AddRow(titles.Select(title => new Text(new string('-', Title(title).Split(' ').Max(word => word.Length)))));
        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
        console.WriteLine();
    }

    private static string Title(string title) => IsOfNumbers(title) ? title[1..] : title;

    private static bool IsOfNumbers(string title) => title.StartsWith('>');

    /// <summary>An explanation, each sentence under the one that it supports.</summary>
    public void Outline(Finding finding, bool full)
    {
        foreach (var line in ExplanationOutline.Of(finding, full))
        {
            foreach (var text in WrappedText.Lines(line.Text, console.Profile.Width, line.Depth * Indent))
            {
                Console.Out.WriteLine(text);
            }
        }
    }
}
