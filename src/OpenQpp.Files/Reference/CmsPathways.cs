using System.Text.Json;

namespace OpenQpp.Files;

/// <summary>Reads CMS's MIPS Value Pathways of one year; their measures and activities must name the pathway as a program.</summary>
internal static class CmsPathways
{
    public static RawTable Table(int year, JsonElement list, CmsMeasures measures, List<ImportNote> notes)
    {
        var rows = new List<string[]>();
        foreach (var mvp in list.EnumerateArray())
        {
            var id = mvp.Text("mvpId");
            var population = mvp.Items("foundationQualityMeasureIds");
            var outcome = mvp.Items("administrativeClaimsMeasureIds");
            var named = population.Concat(outcome).Concat(mvp.Items("qualityMeasureIds")).Concat(mvp.Items("iaMeasureIds")).Concat(mvp.Items("costMeasureIds"));
            foreach (var measure in named.Distinct(StringComparer.Ordinal))
            {
                if (!measures.ById.TryGetValue(measure, out var known))
                {
                    notes.Add(new(year, true, $"mvp.json, {id}", $"measure {measure} is not in the year's list"));
                }
                else if (!known.Items("allowedPrograms").Contains(id, StringComparer.Ordinal))
                {
                    notes.Add(new(year, true, $"mvp.json, {id}", $"measure {measure} does not name the pathway among its programs"));
                }
            }

            var survey = mvp.TryGetProperty("hasCahps", out var has) && has.ValueKind == JsonValueKind.True;
            rows.Add([id, mvp.Text("title").Trim(), CmsJson.Join(population), CmsJson.Join(outcome), survey ? "yes" : "no"]);
        }

        rows.Sort((left, right) => string.CompareOrdinal(left[0], right[0]));
        return new("mvps", ["mvp", "title", "population health", "outcome claims", "survey"], rows);
    }
}
