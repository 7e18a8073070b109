using System.Net;
using System.Text;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>A file that was downloaded, read as RFC 4180 says.</summary>
/// <param name="Header">The heads of the columns.</param>
/// <param name="Rows">The rows.</param>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The cell of a row.</summary>
    public string this[IReadOnlyList<string> row, string column] => row[IndexOf(column)];

    /// <summary>The cells of a column.</summary>
    public IEnumerable<string> Column(string column) => Rows.Select(row => row[IndexOf(column)]);

    /// <summary>Downloads a file and holds its form: the mark, CR LF, equally long rows, no formula, a name without identifiers.</summary>
    public static async Task<CsvTable> Of(Session session, string path)
    {
        using var answer = await session.Get(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Matches("^[A-Za-z0-9_-]+-20[0-9]{2}(-[a-z-]+)?\\.csv$", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        var rows = Read(text);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.All(rows.SelectMany(row => row), cell => Assert.DoesNotMatch(@"^[=+@\t\r]|^-(?!-$|[0-9.]+$)", cell));
        return new(rows[0], [.. rows.Skip(1)]);
    }

    private static List<IReadOnlyList<string>> Read(string text)
    {
        var (rows, row, cell, quoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false);
        for (var place = 0; place < text.Length; place++)
        {
            var sign = text[place];
            if (quoted)
            {
                if (sign == '"' && place + 1 < text.Length && text[place + 1] == '"')
                {
                    cell.Append('"');
                    place++;
                }
                else if (sign == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(sign);
                }
            }
            else if (sign == '"')
            {
                quoted = true;
            }
            else if (sign is ',' or '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (sign == '\n')
                {
                    Assert.Equal('\r', text[place - 1]);
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                cell.Append(sign);
            }
        }

        return rows;
    }

    private int IndexOf(string column)
    {
        var place = Header.ToList().IndexOf(column);
        Assert.True(place >= 0, $"The file has no column '{column}'.");
        return place;
    }
}
