using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp law</c>: the rule of a paragraph, its numbers for each year, and the scenarios that pin it.</summary>
internal static class LawCommand
{
    public static Command Create()
    {
        var paragraph = CommonOptions.Word("PARAGRAPH", "For example '414.1380(b)(1)(iv)' in quotes, or 414.1380.b.1.iv; a prefix lists everything below it");
        var year = new Option<int?>("--year") { Description = "Only the numbers of this performance year", HelpName = "YYYY" };
        var command = new Command("law", "The rule of a paragraph, its numbers for each year, and the scenarios that pin it") { paragraph, year, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var book = LawOnDisk.Open();
            var asked = ParagraphAnswer.Normalise(parsed.GetValue(paragraph)!);
            var answer = ParagraphAnswer.Of(asked, book);
            if (answer is { Paragraphs: [], Parameters: [], Scenarios: [] })
            {
                throw new Refused(ProblemCode.UNKNOWN_PARAGRAPH, "$.paragraph", $"Nothing is recorded for '{ShownText.Of(asked)}'. Ask for '414.1380' or '414.1405' to see every paragraph.");
            }

            var laws = LawsOf(parsed.GetValue(year), book);
            return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => Write(json, answer, laws)) : Show(answer, laws);
        });
        return command;
    }

    private static IReadOnlyList<YearLaw> LawsOf(int? year, LawBook book)
    {
        if (year is { } one && !book.Has(one))
        {
            throw new Refused(ProblemCode.UNSUPPORTED_YEAR, "$.year", $"Performance year {one} is not supported. Ask for one of {book.Years[0].Year} to {book.Years[^1].Year}.");
        }

        return [.. book.Years.Where(known => year is null || known.Year == year).Select(known => book.Of(known))];
    }

    private static void Write(Utf8JsonWriter json, ParagraphAnswer answer, IReadOnlyList<YearLaw> laws)
    {
        json.WriteStartObject();
        json.WriteStartArray("paragraphs");
        foreach (var paragraph in answer.Paragraphs)
        {
            json.WriteStartObject();
            json.WriteString("paragraph", paragraph.Paragraph);
            json.WriteString("says", paragraph.Says);
            json.WriteString("status", paragraph.Status);
            json.WriteTexts("where", paragraph.Where);
            json.WriteString("why", paragraph.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("parameters");
        foreach (var definition in answer.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("key", definition.Key);
            json.WriteString("name", definition.Name);
            json.WriteString("means", definition.Means);
            json.WriteString("law", definition.Paragraph);
            json.WriteString("unit", definition.Unit.Word());
            json.WriteStartArray("values");
            foreach (var law in laws)
            {
                ParameterJson.Write(json, law, definition.Key);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("scenarios");
        foreach (var scenario in answer.Scenarios)
        {
            json.WriteStartObject();
            json.WriteString("basis", scenario.Paragraph);
            json.WriteString("case", scenario.Case);
            json.WriteString("file", scenario.File);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int Show(ParagraphAnswer answer, IReadOnlyList<YearLaw> laws)
    {
        var screen = new Screen();
        foreach (var paragraph in answer.Paragraphs)
        {
            screen.Heading(paragraph.Paragraph);
            screen.Line($"  {paragraph.Says}");
            screen.Line($"  {paragraph.Status}{(paragraph.Where.Count > 0 ? ": " + string.Join(", ", paragraph.Where) : "")}{(paragraph.Why is { } why ? ". " + why : "")}");
        }

        if (answer.Parameters.Count > 0)
        {
            screen.Heading("Numbers");
            foreach (var definition in answer.Parameters)
            {
                screen.Line($"{definition.Key}: {definition.Means} ({definition.Unit.Word()}) [{definition.Paragraph}]");
                foreach (var (years, value) in Runs(definition.Key, laws))
                {
                    screen.Line($"  {years}  {ParameterText.Of(value)} [{value.Source}]{(value.Status is "final" ? "" : $" ({value.Status})")}");
                }
            }
        }

        if (answer.Scenarios.Count > 0)
        {
            screen.Heading("Scenarios");
            foreach (var file in answer.Scenarios.GroupBy(scenario => scenario.File, StringComparer.Ordinal))
            {
                screen.Line(file.Key);
                foreach (var scenario in file)
                {
                    screen.Line($"  {scenario.Case} [{scenario.Paragraph}]");
                }
            }
        }

        return ExitCode.Done;
    }

    /// <summary>Years after one another with the same value and source, taken together.</summary>
    private static IEnumerable<(string Years, ParameterValue Value)> Runs(string key, IReadOnlyList<YearLaw> laws)
    {
        var start = 0;
        for (var index = 1; index <= laws.Count; index++)
        {
            if (index == laws.Count || !laws[index].Parameter(key).Value.Equals(laws[start].Parameter(key).Value))
            {
                var (first, last) = (laws[start].Year.Year, laws[index - 1].Year.Year);
                yield return (first == last ? first.ToString(CultureInfo.InvariantCulture).PadRight(12) : $"{first} to {last}", laws[start].Parameter(key).Value);
                start = index;
            }
        }
    }
}
