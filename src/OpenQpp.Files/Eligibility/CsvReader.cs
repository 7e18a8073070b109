using System.Text;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads CSV row by row: UTF-8, a header, commas or another separator, quotes doubled within quotes, lines that end in LF or CRLF.</summary>
/// <param name="reader">The text.</param>
/// <param name="file">Name of the file, for messages.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="separator">What stands between cells.</param>
internal sealed class CsvReader(TextReader reader, string file, ProblemList problems, char separator = ',')
{
    private const int LongestCell = 1 << 16;

    private readonly List<string> cells = [];
    private readonly StringBuilder cell = new();
    private int line = 1;

    /// <summary>The line on which the row begins that was read last.</summary>
    public int Line { get; private set; }

    /// <summary>The cells of the next row; null at the end, or where the file cannot be read on.</summary>
    public IReadOnlyList<string>? Next()
    {
        cells.Clear();
        Line = line;
        while (true)
        {
            var next = reader.Read();
            if (next < 0)
            {
                return EndOfFile();
            }

            switch ((char)next)
            {
                case var letter when letter == separator:
                    Take();
                    break;
                case '"' when cell.Length == 0:
                    if (!Quoted())
                    {
                        return null;
                    }

                    break;
                case '\r' when reader.Peek() == '\n': break;
                case '\n':
                    line++;
                    if (cells.Count == 0 && cell.Length == 0)
                    {
                        Line = line;
                        break;
                    }

                    Take();
                    return cells;
                default:
                    if (cell.Length == LongestCell)
                    {
                        Wrong("A cell is longer than any cell may be. Close its quotes or shorten it.");
                        return null;
                    }

                    cell.Append((char)next);
                    break;
            }
        }
    }

    private List<string>? EndOfFile()
    {
        if (cells.Count == 0 && cell.Length == 0)
        {
            return null;
        }

        Take();
        return cells;
    }

    private void Take()
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }

    private bool Quoted()
    {
        while (true)
        {
            var next = reader.Read();
            if (next < 0 || cell.Length == LongestCell)
            {
                Wrong("A cell opens quotes that are not closed. Close them.");
                return false;
            }

            if (next == '"' && reader.Peek() == '"')
            {
                cell.Append((char)reader.Read());
            }
            else if (next == '"')
            {
                if (reader.Peek() is not (-1 or '\n' or '\r') && reader.Peek() != separator)
                {
                    Wrong("Text follows closed quotes in a cell. Double the quotes that belong to the text.");
                    return false;
                }

                return true;
            }
            else
            {
                line += next == '\n' ? 1 : 0;
                cell.Append((char)next);
            }
        }
    }

    private void Wrong(string message) => problems.Add(ProblemCode.NOT_CSV, $"{file}({Line})", message);
}
