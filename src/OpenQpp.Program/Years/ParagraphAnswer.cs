using System.Text.RegularExpressions;
using OpenQpp.Law;

namespace OpenQpp.Program;

/// <summary>A paragraph of the regulation and where it stands.</summary>
/// <param name="Paragraph">For example <c>414.1380(b)(1)(iv)</c>.</param>
/// <param name="Says">What it says, in one line.</param>
/// <param name="Status">implemented, data, judgement or not-modelled.</param>
/// <param name="Where">The rules and tables that state it.</param>
/// <param name="Why">Why no rule states it; null where one does.</param>
public sealed record CoveredParagraph(string Paragraph, string Says, string Status, IReadOnlyList<string> Where, string? Why);

/// <summary>A scenario that pins a paragraph.</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Case">What the scenario says.</param>
/// <param name="File">Where it stands.</param>
public sealed record PinningScenario(string Paragraph, string Case, string File);

/// <summary>What there is to a paragraph and everything below it: the rule, its parameters, the scenarios that pin it.</summary>
/// <param name="Paragraphs">The paragraphs.</param>
/// <param name="Parameters">The parameters that they call for.</param>
/// <param name="Scenarios">The scenarios that pin them.</param>
public sealed partial record ParagraphAnswer(
    IReadOnlyList<CoveredParagraph> Paragraphs,
    IReadOnlyList<ParameterDefinition> Parameters,
    IReadOnlyList<PinningScenario> Scenarios)
{
    /// <summary>What there is to a paragraph.</summary>
    /// <param name="asked">The paragraph, with brackets or with points between its parts.</param>
    /// <param name="book">The law of all years.</param>
    public static ParagraphAnswer Of(string asked, LawBook book)
    {
        var paragraph = Normalise(asked);
        return new(
            [.. Coverage(book).Where(covered => IsBelow(covered.Paragraph, paragraph))],
            [.. book.Definitions.Where(definition => IsBelow(Normalise(definition.Paragraph), paragraph))],
            [.. AllScenarios(book).Where(scenario => IsBelow(Normalise(scenario.Paragraph), paragraph))]);
    }

    /// <summary>Every paragraph that the coverage lists.</summary>
    /// <param name="book">The law of all years.</param>
    public static IReadOnlyList<CoveredParagraph> Coverage(LawBook book)
    {
        var table = book.Text.Table("coverage");
        return [.. Enumerable.Range(0, table.Rows).Select(row => new CoveredParagraph(
            table.Text(row, table.Column("paragraph")),
            table.Text(row, table.Column("says")),
            table.Text(row, table.Column("status")),
            table.List(row, table.Column("where")),
            table.IsNothing(row, table.Column("why")) ? null : table.Text(row, table.Column("why"))))];
    }

    /// <summary>
    /// The form with brackets: <c>414.1380.b.1.iv</c> and <c>42 CFR 414.1380 (b)(1)(iv)</c> are 414.1380(b)(1)(iv). A remark that
    /// follows (<c>as amended by 89 FR 98563</c>) is not part of it.
    /// </summary>
    /// <param name="asked">A paragraph as somebody wrote it.</param>
    public static string Normalise(string asked)
    {
        var remark = asked.IndexOf(" as ", StringComparison.Ordinal);
        var text = string.Concat((remark > 0 ? asked[..remark] : asked).Where(character => !char.IsWhiteSpace(character))).Replace("42CFR", "", StringComparison.OrdinalIgnoreCase).Replace("§", "", StringComparison.Ordinal);
        var comma = text.IndexOfAny([',', ';', ':']);
        text = comma > 0 ? text[..comma] : text;
        var parts = Parts().Matches(text);
        return parts.Count < 2 ? text : $"{parts[0].Value}.{parts[1].Value}{string.Concat(parts.Skip(2).Select(part => $"({part.Value})"))}";
    }

    private static bool IsBelow(string paragraph, string asked) =>
        paragraph.StartsWith(asked, StringComparison.Ordinal) && (paragraph.Length == asked.Length || paragraph[asked.Length] == '(');

    private static IEnumerable<PinningScenario> AllScenarios(LawBook book)
    {
        var table = book.Text.Table("scenarios");
        return Enumerable.Range(0, table.Rows).Select(row => new PinningScenario(
            table.Text(row, table.Column("paragraph")),
            table.Text(row, table.Column("case")),
            table.Text(row, table.Column("file"))));
    }

    [GeneratedRegex("[0-9A-Za-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();
}
