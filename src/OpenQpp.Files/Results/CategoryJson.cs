using System.Text.Json;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Writes the four categories with their measures and activities.</summary>
internal static class CategoryJson
{
    public static void Write(Utf8JsonWriter json, ScoredCase result)
    {
        WriteQuality(json, result);
        WriteCost(json, result);
        WriteActivities(json, result);
        WriteInteroperability(json, result);
    }

    private static void WriteCommon(Utf8JsonWriter json, CategoryResult category, bool participated)
    {
        json.WriteNumber("weight", category.Weight.Number);
        json.WriteNumber("percent", category.Status == CategoryStatus.Scored ? category.Percent.NumberOrNull : null);
        json.WriteNumber("contribution", participated ? category.Contribution.NumberOrNull : null);
        json.WriteString("status", ResultJson.Word(category.Status));
        if (category.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.WriteEndObject();
    }

    private static void WriteQuality(Utf8JsonWriter json, ScoredCase result)
    {
        var quality = result.Quality;
        json.WriteStartObject("quality");
        json.WriteNumber("achievementPoints", quality.AchievementPoints.Number);
        json.WriteNumber("availablePoints", quality.AvailablePoints.Number);
        json.WriteNumber("bonusPoints", quality.BonusPoints);
        json.WriteNumber("highPriorityBonus", quality.Bonus.HighPriority?.Number ?? 0m);
        json.WriteNumber("endToEndBonus", quality.Bonus.EndToEnd?.Number ?? 0m);
        json.WriteNumber("smallPracticeBonus", quality.Bonus.SmallPractice?.Number ?? 0m);
        json.WriteNumber("complexOrganizationAdjustment", quality.ComplexOrganizationAdjustment?.Number ?? 0m);
        json.WriteNumber("improvementPercent", quality.Improvement.NumberOrZero);
        json.WriteStartArray("measures");
        foreach (var measure in quality.Measures)
        {
            WriteMeasure(json, measure);
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.Quality], result.Participated);
    }

    private static void WriteMeasure(Utf8JsonWriter json, MeasureResult result)
    {
        var measure = result.Measure;
        json.WriteStartObject();
        json.WriteString("measureId", measure.Id);
        json.WriteString("submissionMethod", measure.Method.Word());
        json.WriteNumber("performanceRate", measure.Rate?.NumberOrNull);
        json.WriteNumber("dataCompleteness", measure.ReportingRate?.NumberOrNull);
        json.WriteNumber("caseCount", measure.Cases?.NumberOrNull);
        json.WriteNumber("decile", measure.Decile);
        json.WriteNumber("points", PointsOf(measure.Points, measure.PotentialPoints));
        json.WriteString("status", ResultJson.Word(result.Status));
        if (result.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (measure.Benchmark is { IsProvisional: true })
        {
            json.WriteBoolean("provisionalBenchmark", true);
        }

        if (measure.Parts.Count > 0)
        {
            WriteParts(json, measure.Parts);
        }

        json.WriteEndObject();
    }

    /// <summary>The points of a row: those it earns, or would have earned; 0 where it could earn none, with the reason beside it.</summary>
    private static decimal PointsOf(Finding points, Finding? potential) => points.NumberOrNull ?? potential?.NumberOrNull ?? 0m;

    private static void WriteParts(Utf8JsonWriter json, IReadOnlyList<ScoredMeasure> parts)
    {
        json.WriteStartArray("summaryMeasures");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("measureId", part.Id);
            json.WriteNumber("score", part.Rate?.NumberOrNull);
            json.WriteNumber("decile", part.Decile);
            json.WriteNumber("points", part.Points.NumberOrZero);
            if (part.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCost(Utf8JsonWriter json, ScoredCase result)
    {
        var cost = result.Cost;
        json.WriteStartObject("cost");
        json.WriteNumber("improvementPercent", cost.Improvement.NumberOrZero);
        json.WriteNumber("achievementPoints", cost.AchievementPoints.Number);
        json.WriteNumber("availablePoints", cost.AvailablePoints.Number);
        json.WriteStartArray("measures");
        foreach (var measure in cost.Measures)
        {
            json.WriteStartObject();
            json.WriteString("measureId", measure.Computed.Measure.Id);
            json.WriteString("submissionMethod", SubmissionMethod.AdministrativeClaims.Word());
            json.WriteNumber("score", measure.Computed.Score);
            json.WriteNumber("caseCount", measure.Computed.CaseCount);
            json.WriteNumber("decile", measure.Decile);
            json.WriteNumber("points", PointsOf(measure.Points, measure.PotentialPoints));
            json.WriteString("status", measure.IsScored ? "counted" : "excluded");
            if (measure.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            if (measure.Computed.Measure.Benchmark is { IsProvisional: true })
            {
                json.WriteBoolean("provisionalBenchmark", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.Cost], result.Participated);
    }

    private static void WriteActivities(Utf8JsonWriter json, ScoredCase result)
    {
        var activities = result.ImprovementActivities;
        json.WriteStartObject("ia");
        json.WriteNumber("points", activities.Points.Number);
        json.WriteNumber("availablePoints", result.Law.ImprovementActivities.MaximumPoints.Number);
        if (activities.ApmCredit is { } credit)
        {
            json.WriteNumber("apmCredit", credit.Number);
        }

        json.WriteStartArray("activities");
        foreach (var activity in activities.Activities)
        {
            json.WriteStartObject();
            json.WriteString("activityId", activity.Activity.Id);
            json.WriteNumber("points", activity.Points.NumberOrZero);
            if (activity.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.ImprovementActivities], result.Participated);
    }

    private static void WriteInteroperability(Utf8JsonWriter json, ScoredCase result)
    {
        var interoperability = result.PromotingInteroperability;
        json.WriteStartObject("pi");
        json.WriteNumber("points", result[PerformanceCategory.PromotingInteroperability].Percent.NumberOrZero);
        json.WriteNumber("availablePoints", result.Law.PromotingInteroperability.MaximumPoints.Number);
        json.WriteStartArray("measures");
        foreach (var measure in interoperability?.Measures ?? [])
        {
            json.WriteStartObject();
            json.WriteString("measureId", measure.Measure.Id);
            json.WriteNumber("points", measure.Points.NumberOrZero);
            json.WriteNumber("maximumPoints", measure.MaximumPoints.Number);
            if (measure.IsBonus)
            {
                json.WriteBoolean("bonus", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.PromotingInteroperability], result.Participated);
    }
}
