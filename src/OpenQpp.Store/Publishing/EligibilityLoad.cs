using System.Text.Json;
using System.Text.Json.Nodes;
using OpenQpp.Access;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>Publishes eligibility.ndjson: an answer of eligibility on each line.</summary>
/// <param name="folder">The folder of the run's output.</param>
/// <param name="load">The run.</param>
/// <param name="notes">The organizations of the nation.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="progress">Takes how far it is.</param>
internal sealed class EligibilityLoad(string folder, RunLoad load, NationNotes notes, ProblemList problems, Progress progress)
{
    private const string FileName = "eligibility.ndjson";
    private const int BatchSize = 5_000;

    private static readonly string[] Columns = ["run_id", "association_id", "status", "reason", "body"];

    private readonly List<Answer> batch = new(BatchSize);
    private readonly HashSet<string> factTexts = new(StringComparer.Ordinal);

    /// <summary>How many answers there were.</summary>
    public long Lines { get; private set; }

    private sealed record Answer(string Tin, string Npi, string Status, string? Reason, byte[] Body);

    /// <summary>Publishes the answers, where there are any.</summary>
    public void Run()
    {
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            return;
        }

        using var lines = new JsonLines(Path.Combine(folder, FileName));
        progress.Begin("eligibility", 0, "answers");
        while (lines.Next() is { } body)
        {
            Lines++;
            progress.Add(1);
            if (lines.Read(() => Take(body), problems) && batch.Count == BatchSize)
            {
                Flush();
            }
        }

        Flush();
    }

    private bool Take(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || TextOf(root, "tin") is not { } tin || TextOf(root, "npi") is not { } npi || PairKey.Of(tin, npi) is null || TextOf(root, "status") is not { } status)
        {
            return false;
        }

        var practice = notes.Of(OwnerKind.Practice, tin);
        practice.Facts ??= FactsOf(root);
        if (problems.IsEmpty)
        {
            batch.Add(new(tin, npi, status, TextOf(root, "reason"), body));
        }

        return true;
    }

    /// <summary>What the answer says of the practice as a whole. Many practices share a text.</summary>
    private string FactsOf(JsonElement answer)
    {
        var facts = new JsonObject
        {
            ["lowVolume"] = answer.TryGetProperty("lowVolume", out var volume) && volume.ValueKind == JsonValueKind.Object ? TextOf(volume, "group") : null,
            ["optIn"] = TextOf(answer, "groupOptIn"),
            ["specialStatuses"] = answer.TryGetProperty("groupSpecialStatuses", out var statuses) ? JsonNode.Parse(statuses.GetRawText()) : null,
        }.ToJsonString();
        if (factTexts.TryGetValue(facts, out var known))
        {
            return known;
        }

        factTexts.Add(facts);
        return facts;
    }

    private static string? TextOf(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private void Flush()
    {
        if (batch.Count > 0 && problems.IsEmpty)
        {
            var zipped = new byte[batch.Count][];
            Parallel.For(0, zipped.Length, place => zipped[place] = Zipped.Of(batch[place].Body));
            load.Do(to =>
            {
                var ids = load.Associations(to, batch.ConvertAll(answer => (answer.Tin, answer.Npi)));
                to.Load("eligibility", Columns, batch.Select((answer, place) => (answer, Body: zipped[place])), (table, row) =>
                {
                    table.Whole(load.RunId);
                    table.Text(ids[StoredOwner.IdentifierOf(row.answer.Tin, row.answer.Npi)]);
                    table.Text(row.answer.Status);
                    table.Text(row.answer.Reason);
                    table.Bytes(row.Body);
                });
            });
        }

        batch.Clear();
    }
}
