using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads what eligibility needs, from a folder of CSV files or from one JSON object. Finds every problem in one reading.</summary>
/// <param name="book">The law, for the words that it knows.</param>
/// <param name="allowSynthetic">A wrong check digit in an NPI is accepted.</param>
public sealed class EligibilityReader(LawBook book, bool allowSynthetic)
{
    /// <summary>Bytes of one JSON object at most; a nation comes as a folder.</summary>
    public const int Bytes = 256 * 1024 * 1024;

    private static readonly string[] Submissions = ["submissions.ndjson", "computed.ndjson"];

    private static readonly FieldNames RootFields = new(["performanceYear", .. EligibilityRows.Tables.Select(table => table.Field)]);

    /// <summary>The facts in a folder. Files that are missing count as empty, but for the clinicians.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public EligibilityFacts ReadFolder(string folder, ProblemList problems)
    {
        var facts = new EligibilityFacts { PerformanceYear = YearOfSubmissions(folder) };
        var rows = new EligibilityRows(book, facts, problems, allowSynthetic);
        for (var table = 0; table < EligibilityRows.Tables.Count; table++)
        {
            var columns = EligibilityRows.Tables[table];
            var path = Path.Combine(folder, columns.File);
            if (File.Exists(path))
            {
                ReadFile(path, table, rows, problems);
            }
            else if (table == 0)
            {
                problems.Add(ProblemCode.NOT_READABLE, columns.File, "The folder has no clinicians.csv, which names everybody to be judged. Add it.");
            }
        }

        return facts;
    }

    /// <summary>The facts in a JSON object.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public EligibilityFacts ReadJson(ReadOnlySpan<byte> utf8, ProblemList problems)
    {
        var facts = new EligibilityFacts();
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        utf8 = utf8.StartsWith(mark) ? utf8[mark.Length..] : utf8;
        if (utf8.Length > Bytes)
        {
            problems.Add(ProblemCode.INPUT_TOO_LARGE, "$", $"One JSON object has at most {Bytes / 1024 / 1024} MiB. Send a folder of CSV files.");
        }
        else if (!Utf8.IsValid(utf8))
        {
            problems.Add(ProblemCode.NOT_UTF8, "$", "The document holds bytes that are not UTF-8. Save it as UTF-8.");
        }
        else
        {
            ReadDocument(utf8, facts, problems);
        }

        return facts;
    }

    /// <summary>The performance year that the first submission in the folder names; null where there is none that can be read.</summary>
    private static int? YearOfSubmissions(string folder)
    {
        foreach (var path in Submissions.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            using var stream = File.OpenRead(path);
            foreach (var (_, line) in Lines.Of(stream, CaseLimits.Bytes))
            {
                if (CaseReader.Read(line.Span, new ProblemList())?.PerformanceYear is { } year)
                {
                    return year;
                }

                break;
            }
        }

        return null;
    }

    private void ReadDocument(ReadOnlySpan<byte> utf8, EligibilityFacts facts, ProblemList problems)
    {
        var input = new JsonInput(utf8, problems);
        try
        {
            input.Begin();
            if (input.EnterObject("an object"))
            {
                ReadRoot(ref input, new(book, facts, problems, allowSynthetic), facts, problems);
            }

            input.End();
        }
        catch (JsonException fault)
        {
            problems.Add(
                ProblemCode.NOT_JSON,
                input.Place,
                string.Create(CultureInfo.InvariantCulture, $"The document is not well-formed JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}. Correct it there."));
        }
    }

    private static void ReadRoot(ref JsonInput input, EligibilityRows rows, EligibilityFacts facts, ProblemList problems)
    {
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(RootFields, ref seen)) >= 0)
        {
            if (field == 0)
            {
                facts.PerformanceYear = input.Whole() is { } year ? (int)Math.Clamp(year, int.MinValue, int.MaxValue) : null;
            }
            else if (input.EnterList("a list"))
            {
                ReadList(ref input, field - 1, rows, problems);
            }
        }

        if (!seen.Has(0))
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$.performanceYear", "Eligibility is judged for a performance year. Add it.");
        }
    }

    private static void ReadList(ref JsonInput input, int table, EligibilityRows rows, ProblemList problems)
    {
        var columns = EligibilityRows.Tables[table];
        var row = new TableRow(columns, problems);
        for (var index = 0; input.NextItem(index); index++)
        {
            row.Clear();
            row.Place = input.Place;
            if (!input.EnterObject("an object"))
            {
                continue;
            }

            var (seen, before) = (default(FieldsSeen), input.Problems);
            int field;
            while ((field = input.NextField(columns.Fields, ref seen)) >= 0)
            {
                var column = columns.ColumnOfField[field];
                if (row[column] is not null)
                {
                    input.Problem(ProblemCode.DUPLICATE_FIELD, input.Place, "The field stands twice in one object, under two spellings. Keep one.");
                }

                row[column] = input.Cell();
            }

            if (!rows.IsHopeless && input.Problems == before)
            {
                rows.Take(table, row);
            }
        }
    }

    private static void ReadFile(string path, int table, EligibilityRows rows, ProblemList problems)
    {
        using var stream = File.OpenRead(path);
        new CsvTable(EligibilityRows.Tables[table], problems).Read(stream, row =>
        {
            rows.Take(table, row);
            return !rows.IsHopeless;
        });
    }
}
