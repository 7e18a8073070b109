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
        json.WriteNumber("weight"u8, category.Weight.Number);
        json.WriteNumber("percent"u8, category.Status == CategoryStatus.Scored ? category.Percent.NumberOrNull : null);
        json.WriteNumber("contribution"u8, participated ? category.Contribution.NumberOrNull : null);
        json.WriteString("status"u8, ResultJson.Word(category.Status));
        if (category.Reason is { } reason)
        {
            json.WriteString("reason"u8, reason);
        }

        json.WriteEndObject();
    }

    private static void WriteQuality(Utf8JsonWriter json, ScoredCase result)
    {
        var quality = result.Quality;
        json.WriteStartObject("quality"u8);
        json.WriteNumber("achievementPoints"u8, quality.AchievementPoints.Number);
        json.WriteNumber("availablePoints"u8, quality.AvailablePoints.Number);
        json.WriteNumber("bonusPoints"u8, quality.BonusPoints);
        json.WriteNumber("highPriorityBonus"u8, quality.Bonus.HighPriority?.Number ?? 0m);
        json.WriteNumber("endToEndBonus"u8, quality.Bonus.EndToEnd?.Number ?? 0m);
        json.WriteNumber("smallPracticeBonus"u8, quality.Bonus.SmallPractice?.Number ?? 0m);
        json.WriteNumber("complexOrganizationAdjustment"u8, quality.ComplexOrganizationAdjustment?.Number ?? 0m);
        json.WriteNumber("improvementPercent"u8, quality.Improvement.NumberOrZero);
        json.WriteStartArray("measures"u8);
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
        json.WriteString("measureId"u8, measure.Id);
        json.WriteString("submissionMethod"u8, measure.Method.Word());
        json.WriteNumber("performanceRate"u8, measure.Rate?.NumberOrNull);
        json.WriteNumber("dataCompleteness"u8, measure.ReportingRate?.NumberOrNull);
        json.WriteNumber("caseCount"u8, measure.Cases?.NumberOrNull);
        json.WriteNumber("decile"u8, measure.Decile);
        json.WriteNumber("points"u8, PointsOf(measure.Points, measure.PotentialPoints));
        json.WriteString("status"u8, ResultJson.Word(result.Status));
        if (result.Reason is { } reason)
        {
            json.WriteString("reason"u8, reason);
        }

        if (measure.Benchmark is { IsProvisional: true })
        {
            json.WriteBoolean("provisionalBenchmark"u8, true);
        }

        if (measure.Parts.Length > 0)
        {
            WriteParts(json, measure.Parts);
        }

        json.WriteEndObject();
    }

    /// <summary>The points of a row: those it earns, or would have earned; 0 where it could earn none, with the reason beside it.</summary>
    private static decimal PointsOf(Finding points, Finding? potential) => points.NumberOrNull ?? potential?.NumberOrNull ?? 0m;

    private static void WriteParts(Utf8JsonWriter json, IReadOnlyList<ScoredMeasure> parts)
    {
        json.WriteStartArray("summaryMeasures"u8);
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("measureId"u8, part.Id);
            json.WriteNumber("score"u8, part.Rate?.NumberOrNull);
            json.WriteNumber("decile"u8, part.Decile);
            json.WriteNumber("points"u8, part.Points.NumberOrZero);
            if (part.Reason is { } reason)
            {
                json.WriteString("reason"u8, reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCost(Utf8JsonWriter json, ScoredCase result)
    {
        var cost = result.Cost;
        json.WriteStartObject("cost"u8);
        json.WriteNumber("improvementPercent"u8, cost.Improvement.NumberOrZero);
        json.WriteNumber("achievementPoints"u8, cost.AchievementPoints.Number);
        json.WriteNumber("availablePoints"u8, cost.AvailablePoints.Number);
        json.WriteStartArray("measures"u8);
        foreach (var measure in cost.Measures)
        {
            json.WriteStartObject();
            json.WriteString("measureId"u8, measure.Computed.Measure.Id);
            json.WriteString("submissionMethod"u8, SubmissionMethod.AdministrativeClaims.Word());
            json.WriteNumber("score"u8, measure.Computed.Score);
            json.WriteNumber("caseCount"u8, measure.Computed.CaseCount);
            json.WriteNumber("decile"u8, measure.Decile);
            json.WriteNumber("points"u8, PointsOf(measure.Points, measure.PotentialPoints));
            json.WriteString("status"u8, measure.IsScored ? "counted" : "excluded");
            if (measure.Reason is { } reason)
            {
                json.WriteString("reason"u8, reason);
            }

            if (measure.Computed.Measure.Benchmark is { IsProvisional: true })
            {
                json.WriteBoolean("provisionalBenchmark"u8, true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.Cost], result.Participated);
    }

    private static void WriteActivities(Utf8JsonWriter json, ScoredCase result)
    {
        var activities = result.ImprovementActivities;
        json.WriteStartObject("ia"u8);
        json.WriteNumber("points"u8, activities.Points.Number);
        json.WriteNumber("availablePoints"u8, result.Law.ImprovementActivities.MaximumPoints.Number);
        if (activities.ApmCredit is { } credit)
        {
            json.WriteNumber("apmCredit"u8, credit.Number);
        }

        json.WriteStartArray("activities"u8);
        foreach (var activity in activities.Activities)
        {
            json.WriteStartObject();
            json.WriteString("activityId"u8, activity.Activity.Id);
            json.WriteNumber("points"u8, activity.Points.NumberOrZero);
            if (activity.Reason is { } reason)
            {
                json.WriteString("reason"u8, reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.ImprovementActivities], result.Participated);
    }

    private static void WriteInteroperability(Utf8JsonWriter json, ScoredCase result)
    {
        var interoperability = result.PromotingInteroperability;
        json.WriteStartObject("pi"u8);
        json.WriteNumber("points"u8, result[PerformanceCategory.PromotingInteroperability].Percent.NumberOrZero);
        json.WriteNumber("availablePoints"u8, result.Law.PromotingInteroperability.MaximumPoints.Number);
        json.WriteStartArray("measures"u8);
        foreach (var measure in interoperability?.Measures ?? [])
        {
            json.WriteStartObject();
            json.WriteString("measureId"u8, measure.Measure.Id);
            json.WriteNumber("points"u8, measure.Points.NumberOrZero);
            json.WriteNumber("maximumPoints"u8, measure.MaximumPoints.Number);
            if (measure.IsBonus)
            {
                json.WriteBoolean("bonus"u8, true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.PromotingInteroperability], result.Participated);
    }
}
