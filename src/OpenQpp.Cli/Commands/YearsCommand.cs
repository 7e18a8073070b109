using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp years</c>: thresholds, weights, bonuses and methods of all years side by side, and what differs between two.</summary>
internal static class YearsCommand
{
    public static Command Create()
    {
        var settings = new Option<bool>("--settings") { Description = "List the points that the sources leave open, with what is taken" };
        var command = new Command("years", "Thresholds, weights, bonuses and methods of all years side by side") { settings, CommonOptions.Law, CommonOptions.Json, Difference() };
        command.SetAction(parsed =>
        {
            var book = LawOnDisk.Open();
            if (parsed.GetValue(settings))
            {
                return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => WriteSettings(json, book)) : ShowSettings(book);
            }

            var laws = LawsOf(parsed.GetValue(CommonOptions.Law), book);
            return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => Write(json, laws, book)) : YearsScreen.Show(new Screen(), laws);
        });
        return command;
    }

    private static Command Difference()
    {
        var before = CommonOptions.Word("BEFORE", "A performance year or a variant, for example 2023");
        var after = CommonOptions.Word("AFTER", "A performance year or a variant, for example 2024 or 2019-proposed");
        var command = new Command("diff", "What differs between two years, or between a year and a proposed rule") { before, after, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var book = LawOnDisk.Open();
            var difference = YearDifference.Of(LawNamed(parsed.GetValue(before)!, "$.before", book), LawNamed(parsed.GetValue(after)!, "$.after", book), book);
            return parsed.GetValue(CommonOptions.Json)
                ? Output.Json(json => YearDifferenceScreen.Write(json, difference))
                : YearDifferenceScreen.Show(new Screen(), difference);
        });
        return command;
    }

    private static YearLaw LawNamed(string name, string path, LawBook book)
    {
        if (book.Text.Variants.ContainsKey(name))
        {
            return book.Variant(name);
        }

        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && book.Has(year)
            ? book.Of(new(year))
            : throw new Refused(ProblemCode.UNSUPPORTED_YEAR, path, $"'{ShownText.Of(name)}' is no recorded year. Ask for {book.Years[0].Year} to {book.Years[^1].Year} or {string.Join(", ", book.Text.Variants.Keys)}.");
    }

    private static IReadOnlyList<YearLaw> LawsOf(string? variant, LawBook book)
    {
        var laws = book.Years.Select(year => book.Of(year)).ToList();
        if (variant is not null)
        {
            LawOnDisk.CheckVariant(variant, book);
            var proposed = book.Variant(variant);
            laws.Insert(laws.FindIndex(law => law.Year == proposed.Year) + 1, proposed);
        }

        return laws;
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<YearLaw> laws, LawBook book)
    {
        json.WriteStartObject();
        json.WriteStartArray("years");
        foreach (var law in laws)
        {
            json.WriteStartObject();
            json.WriteString("law", law.Name);
            json.WriteNumber("performanceYear", law.Year.Year);
            json.WriteNumber("paymentYear", law.Year.PaymentYear.Year);
            json.WriteString("status", law.Variant is null ? "final" : "proposed");
            json.WriteString("sha256", law.Hash);
            json.WriteStartArray("weights");
            foreach (var row in law.Weights.Rows)
            {
                json.WriteStartObject();
                json.WriteString("option", row.Option);
                json.WriteString("practice", row.SmallPractice switch { true => "small", false => "other", null => "any" });
                json.WriteString("zeroed", row.Zeroed.Words());
                foreach (var category in PerformanceCategories.All)
                {
                    json.WriteNumber(category.Word(), row.Weights[(int)category].Number);
                }

                json.WriteString("basis", row.Weights[0].Label.Basis);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("parameters");
            foreach (var definition in book.Definitions)
            {
                json.WritePropertyName(definition.Key);
                ParameterJson.Write(json, law, definition.Key);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter json, LawBook book)
    {
        json.WriteStartObject();
        json.WriteStartArray("settings");
        foreach (var setting in book.Settings)
        {
            json.WriteStartObject();
            json.WriteString("name", setting.Name);
            json.WriteString("means", setting.Means);
            json.WriteString("law", setting.Paragraph);
            json.WriteString("default", setting.Default);
            json.WriteTexts("choices", setting.Choices);
            json.WriteString("open", setting.Open);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int ShowSettings(LawBook book)
    {
        var screen = new Screen();
        screen.Line("Points that the sources leave open. Change one with --set NAME=VALUE on score, points, weights or adjustment.");
        screen.Line();
        foreach (var setting in book.Settings)
        {
            screen.Heading($"{setting.Name} = {setting.Default}");
            screen.Line($"  {setting.Means} ({string.Join(" or ", setting.Choices)}) [{setting.Paragraph}]");
            screen.Line($"  {setting.Open}");
        }

        return ExitCode.Done;
    }
}
