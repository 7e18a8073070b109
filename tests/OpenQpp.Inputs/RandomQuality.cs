using System.Text.Json.Nodes;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Inputs;

/// <summary>Quality sets of every collection type.</summary>
public static class RandomQuality
{
    public static IEnumerable<JsonObject> Sets(Dice dice, YearLaw law, RandomOption option, string program, bool isSmall, bool withWebInterface)
    {
        var year = law.Year.Year;
        foreach (var method in RandomOption.IsScoringStandard(option.Entity, law) ? [] : Methods(dice, (isSmall || year < 2019) && program is not ("app1" or "appPlus")))
        {
            var offered = law.Catalogue.QualityMeasures.Values
                .Where(measure => measure.IsOfferedBy(method) && measure.Metric is not (MetricType.Cahps or MetricType.CostScore))
                .Where(measure => option.Takes(program, measure, law))
                .OrderBy(measure => measure.Id, StringComparer.Ordinal)
                .ToArray();
            var preferred = dice.Chance(60) ? Array.FindAll(offered, measure => measure.BenchmarkFor(method) is not null) : offered;
            var rare = Array.FindAll(offered, measure => measure.Strata.Count > 0 || measure.Metric == MetricType.NonProportion || measure.IsSuppressedFor(method) || measure.FirstPerformanceYear >= year - 1);
            var chosen = dice.Some(preferred, dice.Whole(1, 8)).Concat(dice.Some(rare, dice.Whole(0, 2))).DistinctBy(measure => measure.Id).ToArray();
            if (chosen.Length == 0)
            {
                continue;
            }

            var set = RandomCase.Set("quality", method.Word(), year, chosen.Select(measure => Measurement(measure.Id, RandomValue.Of(dice, measure, method))));
            if (method == SubmissionMethod.ElectronicHealthRecord)
            {
                set["cehrtId"] = RandomInteroperability.CehrtId(dice, year);
            }

            yield return set;
        }

        if (withWebInterface && option.HasWebInterface(program, law))
        {
            yield return RandomCase.Set("quality", "cmsWebInterface", year, dice.Some(law.Catalogue.WebInterfaceMeasures, dice.Whole(5, 20)).Select(id =>
                Measurement(id, RandomValue.Of(dice, law.Catalogue.QualityMeasures[id], SubmissionMethod.CmsWebInterface))));
        }

        if (option.HasSurvey(program, law) && dice.Chance(program is "mips" ? 20 : 50))
        {
            var survey = law.Catalogue.QualityMeasures.Values.Where(measure => measure.Metric == MetricType.Cahps && measure.Id.StartsWith("CAHPS_", StringComparison.Ordinal) && char.IsAsciiDigit(measure.Id[6])).OrderBy(measure => measure.Id, StringComparer.Ordinal);
            yield return RandomCase.Set("quality", "certifiedSurveyVendor", year, dice.Some(survey, 12).Select(measure => Measurement(measure.Id, dice.Chance(10)
                ? new JsonObject { ["isBelowMinimum"] = true }
                : new JsonObject { ["score"] = RandomValue.Near(dice, measure.BenchmarkFor(SubmissionMethod.CertifiedSurveyVendor), 0m, 100m) })));
        }
    }

    /// <summary>What CMS computes from claims.</summary>
    public static IEnumerable<JsonObject> Computed(Dice dice, YearLaw law)
    {
        var claims = law.Catalogue.AdministrativeClaims.Values.OrderBy(measure => measure.Id, StringComparer.Ordinal).ToArray();
        if (claims.Length > 0 && dice.Chance(45))
        {
            yield return RandomCase.Set("quality", "administrativeClaims", law.Year.Year, dice.Some(claims, dice.Whole(1, claims.Length)).Select(measure => Measurement(measure.Id, new JsonObject
            {
                ["performanceRate"] = RandomValue.Near(dice, law.Catalogue.QualityMeasures[measure.Id].BenchmarkFor(SubmissionMethod.AdministrativeClaims), 0m, 1000m),
                ["caseCount"] = (int)measure.CaseMinimum.Number + dice.Of(-1, 0, 1, 200),
            })));
        }
    }

    public static JsonObject Measurement(string id, JsonNode value) => new() { ["measureId"] = id, ["value"] = value };

    private static IEnumerable<SubmissionMethod> Methods(Dice dice, bool takesClaims)
    {
        if (dice.Chance(75))
        {
            yield return SubmissionMethod.Registry;
        }

        if (dice.Chance(45))
        {
            yield return SubmissionMethod.ElectronicHealthRecord;
        }

        if (takesClaims && dice.Chance(30))
        {
            yield return SubmissionMethod.Claims;
        }
    }
}
