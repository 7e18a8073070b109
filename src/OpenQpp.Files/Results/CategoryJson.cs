using System.Text.Json;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Writes the four categories with their measures and activities.</summary>
internal static class CategoryJson
{
    private static readonly JsonEncodedText[] Methods = [.. SubmissionMethods.All.Select(method => JsonEncodedText.Encode(method.Word()))];
    private static readonly JsonEncodedText[] CategoryStatuses = [.. Enum.GetValues<CategoryStatus>().Select(status => JsonEncodedText.Encode(ResultJson.Word(status)))];
    private static readonly JsonEncodedText[] MeasureStatuses = [.. Enum.GetValues<MeasureStatus>().Select(status => JsonEncodedText.Encode(ResultJson.Word(status)))];

    public static void Write(Utf8JsonWriter json, ScoredCase result)
    {
        WriteQuality(json, result);
        WriteCost(json, result);
        WriteActivities(json, result);
        WriteInteroperability(json, result);
    }

    private static void WriteCommon(Utf8JsonWriter json, CategoryResult category, bool participated)
    {
        json.WriteAsItStands(ResultNames.Weight, category.Weight.Number);
        json.WriteNumber(ResultNames.Percent, category.Status == CategoryStatus.Scored ? category.Percent.NumberOrNull : null);
        json.WriteNumber(ResultNames.Contribution, participated ? category.Contribution.NumberOrNull : null);
        json.WriteString(ResultNames.Status, CategoryStatuses[(int)category.Status]);
        if (category.Reason is { } reason)
        {
            json.WriteString(ResultNames.Reason, reason);
        }

        json.WriteEndObject();
    }

    private static void WriteQuality(Utf8JsonWriter json, ScoredCase result)
    {
        var quality = result.Quality;
        json.WriteStartObject(ResultNames.Quality);
        json.WriteAsItStands(ResultNames.AchievementPoints, quality.AchievementPoints.Number);
        json.WriteAsItStands(ResultNames.AvailablePoints, quality.AvailablePoints.Number);
        json.WriteAsItStands(ResultNames.BonusPoints, quality.BonusPoints);
        json.WriteAsItStands(ResultNames.HighPriorityBonus, quality.Bonus.HighPriority?.Number ?? 0m);
        json.WriteAsItStands(ResultNames.EndToEndBonus, quality.Bonus.EndToEnd?.Number ?? 0m);
        json.WriteAsItStands(ResultNames.SmallPracticeBonus, quality.Bonus.SmallPractice?.Number ?? 0m);
        json.WriteAsItStands(ResultNames.ComplexOrganizationAdjustment, quality.ComplexOrganizationAdjustment?.Number ?? 0m);
        json.WriteAsItStands(ResultNames.ImprovementPercent, quality.Improvement.NumberOrZero);
        json.WriteStartArray(ResultNames.Measures);
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
        json.WriteString(ResultNames.MeasureId, measure.Id);
        json.WriteString(ResultNames.SubmissionMethod, Methods[(int)measure.Method]);
        json.WriteNumber(ResultNames.PerformanceRate, measure.Rate?.NumberOrNull);
        json.WriteNumber(ResultNames.DataCompleteness, measure.ReportingRate?.NumberOrNull);
        json.WriteNumber(ResultNames.CaseCount, measure.Cases?.NumberOrNull);
        json.WriteNumber(ResultNames.Decile, measure.Decile);
        json.WriteAsItStands(ResultNames.Points, PointsOf(measure.Points, measure.PotentialPoints));
        json.WriteString(ResultNames.Status, MeasureStatuses[(int)result.Status]);
        if (result.Reason is { } reason)
        {
            json.WriteString(ResultNames.Reason, reason);
        }

        if (measure.Benchmark is { IsProvisional: true })
        {
            json.WriteBoolean(ResultNames.ProvisionalBenchmark, true);
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
        json.WriteStartArray(ResultNames.SummaryMeasures);
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString(ResultNames.MeasureId, part.Id);
            json.WriteNumber(ResultNames.Score, part.Rate?.NumberOrNull);
            json.WriteNumber(ResultNames.Decile, part.Decile);
            json.WriteAsItStands(ResultNames.Points, part.Points.NumberOrZero);
            if (part.Reason is { } reason)
            {
                json.WriteString(ResultNames.Reason, reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCost(Utf8JsonWriter json, ScoredCase result)
    {
        var cost = result.Cost;
        json.WriteStartObject(ResultNames.Cost);
        json.WriteAsItStands(ResultNames.ImprovementPercent, cost.Improvement.NumberOrZero);
        json.WriteAsItStands(ResultNames.AchievementPoints, cost.AchievementPoints.Number);
        json.WriteAsItStands(ResultNames.AvailablePoints, cost.AvailablePoints.Number);
        json.WriteStartArray(ResultNames.Measures);
        foreach (var measure in cost.Measures)
        {
            json.WriteStartObject();
            json.WriteString(ResultNames.MeasureId, measure.Computed.Measure.Id);
            json.WriteString(ResultNames.SubmissionMethod, Methods[(int)SubmissionMethod.AdministrativeClaims]);
            json.WriteAsItStands(ResultNames.Score, measure.Computed.Score);
            json.WriteNumber(ResultNames.CaseCount, measure.Computed.CaseCount);
            json.WriteNumber(ResultNames.Decile, measure.Decile);
            json.WriteAsItStands(ResultNames.Points, PointsOf(measure.Points, measure.PotentialPoints));
            json.WriteString(ResultNames.Status, MeasureStatuses[(int)(measure.IsScored ? MeasureStatus.Counted : MeasureStatus.Excluded)]);
            if (measure.Reason is { } reason)
            {
                json.WriteString(ResultNames.Reason, reason);
            }

            if (measure.Computed.Measure.Benchmark is { IsProvisional: true })
            {
                json.WriteBoolean(ResultNames.ProvisionalBenchmark, true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.Cost], result.Participated);
    }

    private static void WriteActivities(Utf8JsonWriter json, ScoredCase result)
    {
        var activities = result.ImprovementActivities;
        json.WriteStartObject(ResultNames.Ia);
        json.WriteAsItStands(ResultNames.Points, activities.Points.Number);
        json.WriteAsItStands(ResultNames.AvailablePoints, result.Law.ImprovementActivities.MaximumPoints.Number);
        if (activities.ApmCredit is { } credit)
        {
            json.WriteAsItStands(ResultNames.ApmCredit, credit.Number);
        }

        json.WriteStartArray(ResultNames.Activities);
        foreach (var activity in activities.Activities)
        {
            json.WriteStartObject();
            json.WriteString(ResultNames.ActivityId, activity.Activity.Id);
            json.WriteAsItStands(ResultNames.Points, activity.Points.NumberOrZero);
            if (activity.Reason is { } reason)
            {
                json.WriteString(ResultNames.Reason, reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.ImprovementActivities], result.Participated);
    }

    private static void WriteInteroperability(Utf8JsonWriter json, ScoredCase result)
    {
        var interoperability = result.PromotingInteroperability;
        json.WriteStartObject(ResultNames.Pi);
        json.WriteAsItStands(ResultNames.Points, result[PerformanceCategory.PromotingInteroperability].Percent.NumberOrZero);
        json.WriteAsItStands(ResultNames.AvailablePoints, result.Law.PromotingInteroperability.MaximumPoints.Number);
        json.WriteStartArray(ResultNames.Measures);
        foreach (var measure in interoperability?.Measures ?? [])
        {
            json.WriteStartObject();
            json.WriteString(ResultNames.MeasureId, measure.Measure.Id);
            json.WriteAsItStands(ResultNames.Points, measure.Points.NumberOrZero);
            json.WriteAsItStands(ResultNames.MaximumPoints, measure.MaximumPoints.Number);
            if (measure.IsBonus)
            {
                json.WriteBoolean(ResultNames.Bonus, true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCommon(json, result[PerformanceCategory.PromotingInteroperability], result.Participated);
    }
}
