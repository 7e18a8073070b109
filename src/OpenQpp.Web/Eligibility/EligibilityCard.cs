using System.Text.Json;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>A reason of eligibility: what was counted, and against which bound.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Segment">The segment of the determination period.</param>
/// <param name="Count">What was counted.</param>
/// <param name="Bound">The bound.</param>
/// <param name="Exceeds">The bound is exceeded.</param>
public sealed record EligibilityReason(string Criterion, string Segment, string Count, string Bound, bool? Exceeds);

/// <summary>Eligibility of a TIN/NPI as a card on a page.</summary>
public sealed record EligibilityCard
{
    /// <summary>The TIN; masked for the public.</summary>
    public required string Tin { get; init; }

    /// <summary>The NPI.</summary>
    public required string Npi { get; init; }

    /// <summary>Opaque id of the TIN/NPI.</summary>
    public required string Id { get; init; }

    /// <summary>adjusted, neutral or none.</summary>
    public required string Status { get; init; }

    /// <summary>Why, a word; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>Low volume by level, individual and group, each a word.</summary>
    public IReadOnlyDictionary<string, string> LowVolume { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How the clinician stands to an opt-in, a word; empty where there is nothing to say.</summary>
    public string OptIn { get; init; } = "";

    /// <summary>Special statuses.</summary>
    public IReadOnlyList<string> SpecialStatuses { get; init; } = [];

    /// <summary>QP status, never whether a Partial QP elected.</summary>
    public string? QpStatus { get; init; }

    /// <summary>APM Entities, as listed.</summary>
    public IReadOnlyList<string> Apm { get; init; } = [];

    /// <summary>What was counted.</summary>
    public IReadOnlyList<EligibilityReason> Reasons { get; init; } = [];

    /// <summary>The card of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isMasked">For the public.</param>
    public static EligibilityCard Of(StoredEligibility answer, bool isMasked)
    {
        using var document = JsonDocument.Parse(answer.Body);
        var root = document.RootElement;
        return new()
        {
            Tin = isMasked ? $"*****{answer.Tin[^4..]}" : answer.Tin,
            Npi = answer.Npi,
            Id = answer.Association.Id,
            Status = answer.Status,
            Reason = answer.Reason,
            LowVolume = root.TryGetProperty("lowVolume", out var low) && low.ValueKind == JsonValueKind.Object ? low.EnumerateObject().ToDictionary(level => level.Name, level => Text(level.Value), StringComparer.Ordinal) : new(StringComparer.Ordinal),
            OptIn = Field(root, "optIn"),
            SpecialStatuses = Texts(root, "specialStatuses"),
            QpStatus = root.TryGetProperty("qpStatus", out var qp) ? Text(qp) : null,
            Apm = root.TryGetProperty("apm", out var apm) && apm.ValueKind == JsonValueKind.Array ? [.. apm.EnumerateArray().Select(Entity)] : [],
            Reasons = root.TryGetProperty("reasons", out var reasons) && reasons.ValueKind == JsonValueKind.Array ? [.. reasons.EnumerateArray().Select(ReasonOf)] : [],
        };
    }

    private static string Entity(JsonElement element) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("entityId", out var id) ? Text(id) : Text(element);

    private static EligibilityReason ReasonOf(JsonElement reason) => new(
        Field(reason, "criterion"),
        Field(reason, "segment"),
        Field(reason, "count"),
        Field(reason, "bound"),
        reason.TryGetProperty("exceeds", out var exceeds) && exceeds.ValueKind is JsonValueKind.True or JsonValueKind.False ? exceeds.GetBoolean() : null);

    private static string Field(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Text(value) : "";

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    private static IReadOnlyList<string> Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(Text)] : [];
}
