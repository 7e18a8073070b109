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
            json.WriteString(ResultNames.Case, name);
        }

        if (notUsed is not null)
        {
            json.WriteString(ResultNames.Reason, notUsed);
        }

        json.WriteNumber(ResultNames.PerformanceYear, result.Law.Year.Year);
        json.WriteNumber(ResultNames.PaymentYear, result.Law.Year.PaymentYear.Year);
        if (result.Law.Variant is { } variant)
        {
            json.WriteString(ResultNames.Law, variant);
        }

        json.WriteString(ResultNames.ReportingOption, result.ReportingOption.Word());
        json.WriteString(ResultNames.ProgramName, result.Program);
        json.WriteString(ResultNames.ParticipationOption, result.ParticipationOption.Word());
        json.WriteBoolean(ResultNames.FacilityBased, result.Facility is not null);
        if (result.Facility is { } facility)
        {
            WriteFacility(json, facility);
        }

        json.WriteBoolean(ResultNames.Participated, result.Participated);
        json.WriteBoolean(ResultNames.SingleCategory, result.SingleCategory);
        json.WriteNumber(ResultNames.FinalScore, result.FinalScore.NumberOrNull);
        json.WriteAsItStands(ResultNames.PerformanceThreshold, result.Law.Payment.PerformanceThreshold.Number);
        json.WriteNumber(ResultNames.ComplexPatientBonus, BonusOf(result.ComplexPatientBonus, result));
        json.WriteNumber(ResultNames.SmallPracticeBonus, BonusOf(result.SmallPracticeBonus, result));
        json.WritePropertyName(ResultNames.PaymentAdjustment);
        if (leavesAdjustmentOpen && result.DueAdjustment is not null)
        {
            Span<char> open = stackalloc char[OpenAdjustment.Length + NumberDigits.Most];
            OpenAdjustment.CopyTo(open);
            result.FinalScore.Number.TryFormat(open[OpenAdjustment.Length..], out var digits, default, CultureInfo.InvariantCulture);
            json.WriteStringValue(open[..(OpenAdjustment.Length + digits)]);
        }
        else
        {
            WriteAdjustment(json, result.PaymentAdjustment, withExplanation);
        }

        json.WriteStartObject(ResultNames.Categories);
        CategoryJson.Write(json, result);
        json.WriteEndObject();
        json.WriteStartArray(ResultNames.OtherScores);
        foreach (var other in result.OtherScores)
        {
            Write(json, other.Result, madeBy, withExplanation, name: null, other.Reason, leavesAdjustmentOpen);
        }

        json.WriteEndArray();
        WriteAssumed(json, result.Assumed);
        json.WriteStartArray(ResultNames.Warnings);
        for (var place = 0; place < result.Warnings.Count; place++)
        {
            ProblemJson.Write(json, result.Warnings[place]);
        }

        json.WriteEndArray();
        WriteMadeBy(json, madeBy);
        if (withExplanation)
        {
            json.WritePropertyName(ResultNames.Explanation);
            FindingJson.Write(json, result.FinalScore);
        }

        if (submission is not null)
        {
            json.WritePropertyName(ResultNames.Case);
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
        json.WriteString(ResultNames.Band, Word(adjustment.Band));
        json.WriteNumber(ResultNames.PercentBeforeScaling, adjustment.BeforeScaling.Number);
        json.WriteNumber(ResultNames.AdditionalPercentBeforeScaling, adjustment.AdditionalBeforeScaling.NumberOrZero);
        json.WriteNumber(ResultNames.ScalingFactor, adjustment.ScalingFactor.NumberOrNull);
        json.WriteString(ResultNames.ScalingFactorSource, adjustment.ScalingFactorSource);
        if (adjustment.AdditionalScalingFactor is { } additional)
        {
            json.WriteNumber(ResultNames.AdditionalScalingFactor, additional.NumberOrNull);
        }

        json.WriteNumber(ResultNames.Percent, adjustment.Percent.NumberOrNull);
        json.WriteNumber(ResultNames.AdditionalPercent, adjustment.AdditionalPercent.NumberOrNull);
        json.WriteNumber(ResultNames.TotalPercent, adjustment.TotalPercent.NumberOrNull);
        json.WriteNumber(ResultNames.TotalPercentUnrounded, adjustment.TotalUnrounded.NumberOrNull);
        json.WriteString(ResultNames.Basis, FindingJson.FullBasis(adjustment.BeforeScaling.Label.Basis));
        if (withExplanation)
        {
            json.WritePropertyName(ResultNames.Explanation);
            FindingJson.Write(json, adjustment.TotalPercent);
        }

        json.WriteEndObject();
    }

    /// <summary>A bonus that is not due is 0; one that is not known, or for which there is no final score, is null.</summary>
    private static decimal? BonusOf(Finding bonus, ScoredCase result) =>
        result.Participated && bonus.Kind != ValueKind.NotKnown ? bonus.NumberOrZero : null;

    private static void WriteFacility(Utf8JsonWriter json, Facility facility)
    {
        json.WriteStartObject(ResultNames.Facility);
        if (facility.Name is { } name)
        {
            json.WriteString(ResultNames.Name, name);
        }

        json.WriteNumber(ResultNames.HvbpScore, facility.HvbpScore);
        json.WriteNumber(ResultNames.Percentile, facility.Percentile);
        json.WriteNumber(ResultNames.QualityPercentAtPercentile, facility.QualityPercentAtPercentile);
        json.WriteNumber(ResultNames.CostPercentAtPercentile, facility.CostPercentAtPercentile);
        json.WriteEndObject();
    }

    private static void WriteAssumed(Utf8JsonWriter json, IReadOnlyList<Assumption> assumed)
    {
        json.WriteStartArray(ResultNames.Assumed);
        for (var place = 0; place < assumed.Count; place++)
        {
            var assumption = assumed[place];
            json.WriteStartObject();
            json.WriteString(ResultNames.What, assumption.What);
            switch (assumption.Value)
            {
                case null: json.WriteNull(ResultNames.Value); break;
                case bool flag: json.WriteBoolean(ResultNames.Value, flag); break;
                case string word: json.WriteString(ResultNames.Value, word); break;
                default:
                    json.WriteStartArray(ResultNames.Value);
                    json.WriteEndArray();
                    break;
            }

            json.WriteString(ResultNames.Why, assumption.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes what a result was made from.</summary>
    /// <param name="json">The writer, within an object.</param>
    /// <param name="madeBy">What it was made from.</param>
    internal static void WriteMadeBy(Utf8JsonWriter json, MadeBy madeBy)
    {
        json.WriteStartObject(ResultNames.MadeBy);
        json.WriteString(ResultNames.Engine, madeBy.Engine);
        json.WriteString(ResultNames.Law, madeBy.Law);
        json.WriteString(ResultNames.Input, madeBy.Input);
        if (madeBy.Settings.Count > 0)
        {
            json.WriteStartObject(ResultNames.Settings);
            foreach (var (name, value) in madeBy.Settings)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
