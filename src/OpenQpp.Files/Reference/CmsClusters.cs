using System.Text.Json;

namespace OpenQpp.Files;

/// <summary>Reads CMS's clinical clusters and specialty sets of one year (Eligible Measure Applicability).</summary>
internal static class CmsClusters
{
    public static RawTable Table(int year, JsonElement list, CmsMeasures measures, List<ImportNote> notes)
    {
        var rows = new List<string[]>();
        foreach (var entry in list.EnumerateArray())
        {
            var (measure, method) = (entry.Text("measureId"), entry.Text("submissionMethod"));
            foreach (var (field, kind) in (ReadOnlySpan<(string, string)>)[("clinicalClusters", "clinical cluster"), ("specialtySets", "specialty set")])
            {
                if (!entry.TryGetProperty(field, out var clusters) || clusters.ValueKind != JsonValueKind.Array)
                {
                    continue;
                }

                foreach (var cluster in clusters.EnumerateArray())
                {
                    var members = cluster.Items("measureIds");
                    rows.Add([measure, method, kind, cluster.Text("name"), CmsJson.Join(members)]);
                    foreach (var unknown in members.Append(measure).Where(id => !measures.ById.ContainsKey(id)))
                    {
                        notes.Add(new(year, true, $"clinical-clusters.json, {measure} {method}", $"measure {unknown} is not in the year's list"));
                    }
                }
            }
        }

        return new("clinical-clusters", ["measure", "method", "kind", "name", "members"], rows);
    }
}
