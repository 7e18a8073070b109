using System.Globalization;
using System.Text.Json;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Writes a scored case in the shape that other programs rely on.</summary>
public static class ResultJson
{
    private static readonly string[] Bands = ["maximumNegative", "negative", "neutral", "positive", "exceptional"];
    private static readonly string[] CategoryStatuses = ["scored", "reweighted", "notScored"];

    /// <summary>Writes a result.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="result">The scored case.</param>
    /// <param name="madeBy">What it was made from.</param>
    /// <param name="withExplanation">Whether to write the explanation too.</param>
    /// <param name="name">What the case is called among several, or null.</param>
    /// <param name="leavesAdjustmentOpen">
    /// Whether <see cref="OpenAdjustment"/> and the final score stand in the place of a payment adjustment, whose factors are not known yet.
    /// </param>
    /// <param name="submission">The case, where it is to stand in the result too: without the identifiers, which stand beside the result.</param>
    public static void Write(
        Utf8JsonWriter json,
        ScoredCase result,
        MadeBy madeBy,
        bool withExplanation,
        string? name = null,
        bool leavesAdjustmentOpen = false,
        Submission? submission = null) =>
        Write(json, result, madeBy, withExplanation, name, notUsed: null, leavesAdjustmentOpen, submission);

    /// <summary>Begins the text that stands for a payment adjustment until its factors are known; the final score follows.</summary>
    public const string OpenAdjustment = "@";

    private static void Write(Utf8JsonWriter json, ScoredCase result, MadeBy madeBy, bool withExplanation, string? name, string? notUsed, bool leavesAdjustmentOpen, Submission? submission = null)
    {
        json.WriteStartObject();
        if (name is not null)
        {
            json.WriteString("case"u8, name);
        }

        if (notUsed is not null)
        {
            json.WriteString("reason"u8, notUsed);
        }

        json.WriteNumber("performanceYear"u8, result.Law.Year.Year);
        json.WriteNumber("paymentYear"u8, result.Law.Year.PaymentYear.Year);
        if (result.Law.Variant is { } variant)
        {
            json.WriteString("law"u8, variant);
        }

        json.WriteString("reportingOption"u8, result.ReportingOption.Word());
        json.WriteString("programName"u8, result.Program);
        json.WriteString("participationOption"u8, result.ParticipationOption.Word());
        json.WriteBoolean("facilityBased"u8, result.Facility is not null);
        if (result.Facility is { } facility)
        {
            WriteFacility(json, facility);
        }

        json.WriteBoolean("participated"u8, result.Participated);
        json.WriteBoolean("singleCategory"u8, result.SingleCategory);
        json.WriteNumber("finalScore"u8, result.FinalScore.NumberOrNull);
        json.WriteNumber("performanceThreshold"u8, result.Law.Payment.PerformanceThreshold.Number);
        json.WriteNumber("complexPatientBonus"u8, BonusOf(result.ComplexPatientBonus, result));
        json.WriteNumber("smallPracticeBonus"u8, BonusOf(result.SmallPracticeBonus, result));
        json.WritePropertyName("paymentAdjustment"u8);
        if (leavesAdjustmentOpen && result.PaymentAdjustment is not null)
        {
            json.WriteStringValue(OpenAdjustment + result.FinalScore.Number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            WriteAdjustment(json, result.PaymentAdjustment, withExplanation);
        }

        json.WriteStartObject("categories"u8);
        CategoryJson.Write(json, result);
        json.WriteEndObject();
        json.WriteStartArray("otherScores"u8);
        foreach (var other in result.OtherScores)
        {
            Write(json, other.Result, madeBy, withExplanation, name: null, other.Reason, leavesAdjustmentOpen);
        }

        json.WriteEndArray();
        WriteAssumed(json, result.Assumed);
        json.WriteStartArray("warnings"u8);
        foreach (var warning in result.Warnings)
        {
            ProblemJson.Write(json, warning);
        }

        json.WriteEndArray();
        WriteMadeBy(json, madeBy);
        if (withExplanation)
        {
            json.WritePropertyName("explanation"u8);
            FindingJson.Write(json, result.FinalScore);
        }

        if (submission is not null)
        {
            json.WritePropertyName("case"u8);
            CaseJson.Write(json, submission.Of(null, null, null));
        }

        json.WriteEndObject();
    }

    /// <summary>The word for a band.</summary>
    /// <param name="band">The band.</param>
    public static string Word(AdjustmentBand band) => Bands[(int)band];

    /// <summary>The word for the status of a category.</summary>
    /// <param name="status">The status.</param>
    public static string Word(CategoryStatus status) => CategoryStatuses[(int)status];

    /// <summary>The word for the status of a measure.</summary>
    /// <param name="status">The status.</param>
    public static string Word(MeasureStatus status) => status switch
    {
        MeasureStatus.Counted => "counted",
        MeasureStatus.NotCounted => "notCounted",
        MeasureStatus.Excluded => "excluded",
        _ => "missing",
    };

    /// <summary>Writes a payment adjustment, or null.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="withExplanation">Whether to write the explanation too.</param>
    public static void WriteAdjustment(Utf8JsonWriter json, PaymentAdjustment? adjustment, bool withExplanation)
    {
        if (adjustment is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("band"u8, Word(adjustment.Band));
        json.WriteNumber("percentBeforeScaling"u8, adjustment.BeforeScaling.Number);
        json.WriteNumber("additionalPercentBeforeScaling"u8, adjustment.AdditionalBeforeScaling.NumberOrZero);
        json.WriteNumber("scalingFactor"u8, adjustment.ScalingFactor.NumberOrNull);
        json.WriteString("scalingFactorSource"u8, adjustment.ScalingFactorSource);
        if (adjustment.AdditionalScalingFactor is { } additional)
        {
            json.WriteNumber("additionalScalingFactor"u8, additional.NumberOrNull);
        }

        json.WriteNumber("percent"u8, adjustment.Percent.NumberOrNull);
        json.WriteNumber("additionalPercent"u8, adjustment.AdditionalPercent.NumberOrNull);
        json.WriteNumber("totalPercent"u8, adjustment.TotalPercent.NumberOrNull);
        json.WriteNumber("totalPercentUnrounded"u8, adjustment.TotalUnrounded.NumberOrNull);
        json.WriteString("basis"u8, FindingJson.FullBasis(adjustment.BeforeScaling.Label.Basis));
        if (withExplanation)
        {
            json.WritePropertyName("explanation"u8);
            FindingJson.Write(json, adjustment.TotalPercent);
        }

        json.WriteEndObject();
    }

    /// <summary>A bonus that is not due is 0; one that is not known, or for which there is no final score, is null.</summary>
    private static decimal? BonusOf(Finding bonus, ScoredCase result) =>
        result.Participated && bonus.Kind != ValueKind.NotKnown ? bonus.NumberOrZero : null;

    private static void WriteFacility(Utf8JsonWriter json, Facility facility)
    {
        json.WriteStartObject("facility"u8);
        if (facility.Name is { } name)
        {
            json.WriteString("name"u8, name);
        }

        json.WriteNumber("hvbpScore"u8, facility.HvbpScore);
        json.WriteNumber("percentile"u8, facility.Percentile);
        json.WriteNumber("qualityPercentAtPercentile"u8, facility.QualityPercentAtPercentile);
        json.WriteNumber("costPercentAtPercentile"u8, facility.CostPercentAtPercentile);
        json.WriteEndObject();
    }

    private static void WriteAssumed(Utf8JsonWriter json, IReadOnlyList<Assumption> assumed)
    {
        json.WriteStartArray("assumed"u8);
        foreach (var assumption in assumed)
        {
            json.WriteStartObject();
            json.WriteString("what"u8, assumption.What);
            switch (assumption.Value)
            {
                case null: json.WriteNull("value"u8); break;
                case bool flag: json.WriteBoolean("value"u8, flag); break;
                case string word: json.WriteString("value"u8, word); break;
                default:
                    json.WriteStartArray("value"u8);
                    json.WriteEndArray();
                    break;
            }

            json.WriteString("why"u8, assumption.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes what a result was made from.</summary>
    /// <param name="json">The writer, within an object.</param>
    /// <param name="madeBy">What it was made from.</param>
    internal static void WriteMadeBy(Utf8JsonWriter json, MadeBy madeBy)
    {
        json.WriteStartObject("madeBy"u8);
        json.WriteString("engine"u8, madeBy.Engine);
        json.WriteString("law"u8, madeBy.Law);
        json.WriteString("input"u8, madeBy.Input);
        if (madeBy.Settings.Count > 0)
        {
            json.WriteStartObject("settings"u8);
            foreach (var (name, value) in madeBy.Settings)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
