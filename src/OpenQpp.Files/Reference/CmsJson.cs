using System.Globalization;
using System.Text.Json;

namespace OpenQpp.Files;

/// <summary>Reads fields of CMS's reference files into the cells of our tables.</summary>
internal static class CmsJson
{
    private const string Nothing = "-";

    public static string Text(this JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && Clean(value.GetString()!) is { Length: > 0 } text
            ? text
            : Nothing;

    public static string YesNo(this JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.True ? "yes" : "no";

    public static string Number(this JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDecimal().ToString(CultureInfo.InvariantCulture)
            : Nothing;

    public static string[] Items(this JsonElement element, string field)
    {
        if (!element.TryGetProperty(field, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select(item => Clean(item.GetString()!))],
            JsonValueKind.String => [Clean(value.GetString()!)],
            _ => [],
        };
    }

    public static string List(this JsonElement element, string field) => Join(element.Items(field));

    public static string Join(IReadOnlyCollection<string> items, char separator = ';') =>
        items.Count == 0 ? Nothing : string.Join(separator, items);

    /// <summary>A text without line ends, tabs and doubled blanks.</summary>
    private static string Clean(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
