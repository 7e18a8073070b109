using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Figures of the population that only CMS has: medians, means and deviations of risk, percentiles of facilities. Given, never computed.</summary>
internal sealed class ReferenceFigures
{
    private const string GroupWord = "group";

    private static readonly string[] Indicators = ["hcc", "dual"];
    private static readonly ParticipationOption[] Levels = Enum.GetValues<ParticipationOption>();
    private static readonly string[] Tables = ["hvbp", "quality", "cost"];

    private readonly Dictionary<(string Indicator, string Level), IndicatorReference> risks = [];
    private readonly Dictionary<string, (decimal From, decimal To)[]> tables = new(StringComparer.Ordinal);
    private RiskReference?[] ofLevels = new RiskReference?[Levels.Length];

    /// <summary>Figures of the risk indicators for a level; a part of them is missing where it was not given.</summary>
    /// <param name="level">The level; those that are not given for themselves take the figures of groups.</param>
    public RiskReference? Risk(ParticipationOption level) => ofLevels[(int)level];

    /// <summary>A facility with its percentile and the percents that stand there, as far as the tables say.</summary>
    /// <param name="facility">The facility as CMS computed it.</param>
    public Facility Filled(Facility facility)
    {
        var percentile = facility.Percentile ?? At(Tables[0], facility.HvbpScore);
        return facility with
        {
            Percentile = percentile,
            QualityPercentAtPercentile = facility.QualityPercentAtPercentile ?? At(Tables[1], percentile),
            CostPercentAtPercentile = facility.CostPercentAtPercentile ?? At(Tables[2], percentile),
        };
    }

    /// <summary>Reads the figures.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ReferenceFigures Read(ReadOnlyMemory<byte> utf8, ProblemList problems)
    {
        var (figures, file) = (new ReferenceFigures(), InputTable.Reference.FileName());
        try
        {
            using var document = JsonDocument.Parse(utf8);
            foreach (var part in Fields(document.RootElement, file, problems))
            {
                switch (part.Name)
                {
                    case "complexPatient": figures.TakeRisks(part.Value, $"{file} $.complexPatient", problems); break;
                    case "facilityPercentiles": figures.TakeTables(part.Value, $"{file} $.facilityPercentiles", problems); break;
                    default: problems.Add(ProblemCode.UNKNOWN_FIELD, $"{file} $.{ShownText.Of(part.Name)}", "Known are complexPatient and facilityPercentiles. Remove or correct it."); break;
                }
            }
        }
        catch (JsonException)
        {
            problems.Add(ProblemCode.NOT_JSON, file, "The document is not well-formed JSON. Correct it.");
        }

        figures.ofLevels = Array.ConvertAll(Levels, figures.RiskOf);
        return figures;
    }

    private RiskReference? RiskOf(ParticipationOption level)
    {
        var (hcc, dual) = (Risk(Indicators[0], level), Risk(Indicators[1], level));
        return hcc is null && dual is null ? null : new(hcc, dual);
    }

    private IndicatorReference? Risk(string indicator, ParticipationOption level) =>
        risks.GetValueOrDefault((indicator, level.Word()))
        ?? (level == ParticipationOption.Individual ? null : risks.GetValueOrDefault((indicator, GroupWord)))
        ?? risks.GetValueOrDefault((indicator, ""));

    /// <summary>Linear between the given points; beyond them the first or the last.</summary>
    private decimal? At(string table, decimal? value)
    {
        if (value is not { } wanted || !tables.TryGetValue(table, out var points) || points.Length == 0)
        {
            return null;
        }

        var above = Array.FindIndex(points, point => point.From >= wanted);
        if (above <= 0)
        {
            return above == 0 ? points[0].To : points[^1].To;
        }

        var (low, high) = (points[above - 1], points[above]);
        return low.To + ((high.To - low.To) * (wanted - low.From) / (high.From - low.From));
    }

    /// <summary>By indicator and level, in either order; figures that name no level hold for all.</summary>
    private void TakeRisks(JsonElement element, string place, ProblemList problems)
    {
        foreach (var outer in Fields(element, place, problems))
        {
            if (outer.Value.ValueKind == JsonValueKind.Object && outer.Value.TryGetProperty("median", out _))
            {
                Take(outer.Name, "", outer.Value, $"{place}.{ShownText.Of(outer.Name)}", problems);
                continue;
            }

            foreach (var inner in Fields(outer.Value, $"{place}.{ShownText.Of(outer.Name)}", problems))
            {
                var isByIndicator = Indicators.Contains(outer.Name, StringComparer.Ordinal);
                Take(isByIndicator ? outer.Name : inner.Name, isByIndicator ? inner.Name : outer.Name, inner.Value, $"{place}.{ShownText.Of(outer.Name)}.{ShownText.Of(inner.Name)}", problems);
            }
        }
    }

    private void Take(string indicator, string level, JsonElement figures, string place, ProblemList problems)
    {
        var isLevel = level.Length == 0 || Enum.GetValues<ParticipationOption>().Any(option => string.Equals(option.Word(), level, StringComparison.Ordinal));
        if (!Indicators.Contains(indicator, StringComparer.Ordinal) || !isLevel)
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, place, "Figures stand by indicator (hcc, dual) and level (individual, group, subgroup, virtualGroup, apmEntity). Correct it.");
        }
        else if (Number(figures, "median") is { } median && Number(figures, "mean") is { } mean && Number(figures, "standardDeviation") is > 0m and { } deviation)
        {
            risks[(indicator, level)] = new(median, mean, deviation);
        }
        else
        {
            problems.Add(ProblemCode.MISSING_FIELD, place, "Here stand the numbers median, mean and standardDeviation, the last above 0. Add what is missing.");
        }
    }

    private void TakeTables(JsonElement element, string place, ProblemList problems)
    {
        foreach (var table in Fields(element, place, problems))
        {
            var at = $"{place}.{ShownText.Of(table.Name)}";
            if (!Tables.Contains(table.Name, StringComparer.Ordinal))
            {
                problems.Add(ProblemCode.UNKNOWN_FIELD, at, "Known are hvbp, quality and cost. Remove or correct it.");
                continue;
            }

            var points = table.Value.ValueKind == JsonValueKind.Array ? table.Value.EnumerateArray().Select(Point).ToArray() : [null];
            var isAscending = Array.TrueForAll(points, point => point is not null) && points.Zip(points.Skip(1)).All(pair => pair.First!.Value.From < pair.Second!.Value.From);
            if (isAscending)
            {
                tables[table.Name] = Array.ConvertAll(points, point => point!.Value);
            }
            else
            {
                problems.Add(ProblemCode.WRONG_TYPE, at, "Here stands a list of pairs of numbers, the first of each pair ascending. Correct it.");
            }
        }
    }

    private static (decimal From, decimal To)? Point(JsonElement pair) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair[0].ValueKind == JsonValueKind.Number && pair[1].ValueKind == JsonValueKind.Number
        && pair[0].TryGetDecimal(out var from) && pair[1].TryGetDecimal(out var to)
            ? (from, to)
            : null;

    private static decimal? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static IEnumerable<JsonProperty> Fields(JsonElement element, string place, ProblemList problems)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null);
        }

        problems.Add(ProblemCode.WRONG_TYPE, place, "An object is expected here.");
        return [];
    }
}
