using System.Text.Json;

namespace OpenQpp.Web;

/// <summary>
/// Writes the rows of a file as JSON while they come: <c>{"rows":[…]}</c>, each row an object by the heads of the columns. Cells are texts
/// as in the file, so that no digit and no leading zero is lost; an empty cell is null.
/// </summary>
/// <param name="to">Where to.</param>
public sealed class DownloadJson(Stream to) : DownloadRows
{
    private const int MostUnwritten = 1 << 15;

    private readonly Utf8JsonWriter json = new(to);
    private string?[]? head;

    /// <inheritdoc/>
    public override async Task Row(params string?[] cells)
    {
        if (head is null)
        {
            head = cells;
            Begin();
            return;
        }

        json.WriteStartObject();
        for (var place = 0; place < cells.Length; place++)
        {
            json.WriteString(head[place]!, string.IsNullOrEmpty(cells[place]) ? null : cells[place]);
        }

        json.WriteEndObject();
        if (json.BytesPending > MostUnwritten)
        {
            await json.FlushAsync();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (head is null)
        {
            Begin();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.DisposeAsync();
    }

    private void Begin()
    {
        json.WriteStartObject();
        json.WriteStartArray("rows");
    }
}
