using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>
/// Reads values that CMS printed: CSV with the columns path and value, or a JSON object of paths and numbers. Decimals count: 8.90
/// was printed with two. An empty cell or null says that no number was printed.
/// </summary>
public static class PrintedValuesReader
{
    private const int Path = 0;
    private const int Value = 1;

    private static readonly TableColumns Columns = new("printed.csv", "printed", "path", "value");

    /// <summary>The values, each with its place.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<PrintedValue> Read(byte[] bytes, ProblemList problems)
    {
        var text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        var values = text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? OfJson(text, problems) : OfCsv(bytes, problems);
        if (values.Count == 0 && problems.IsEmpty)
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$", "There is no printed value. Give a path and a value for each number to compare.");
        }

        return values;
    }

    private static List<PrintedValue> OfCsv(byte[] bytes, ProblemList problems)
    {
        var values = new List<PrintedValue>();
        using var stream = new MemoryStream(bytes);
        new CsvTable(Columns, problems).Read(stream, row =>
        {
            values.Add(new(row.Required(Path), row.Number(Value, -CaseLimits.Number, CaseLimits.Number), row.Place));
            return problems.Found.Count <= ProblemList.Most;
        });
        return values;
    }

    private static List<PrintedValue> OfJson(ReadOnlySpan<byte> text, ProblemList problems)
    {
        var values = new List<PrintedValue>();
        if (!Utf8.IsValid(text))
        {
            problems.Add(ProblemCode.NOT_UTF8, "$", "The document holds bytes that are not UTF-8. Save it as UTF-8.");
            return values;
        }

        var input = new JsonInput(text, problems);
        try
        {
            input.Begin();
            input.EnterObject("an object of paths and numbers");
            while (input.NextEntry() is { } path)
            {
                values.Add(new(path, input.Token == JsonTokenType.Null ? null : input.Number(), input.Place));
            }

            input.End();
        }
        catch (JsonException fault)
        {
            problems.Add(ProblemCode.NOT_JSON, input.Place, string.Create(CultureInfo.InvariantCulture, $"The document is not well-formed JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}. Correct it there."));
        }

        return values;
    }
}
