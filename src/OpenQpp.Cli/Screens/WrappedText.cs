using System.Text;

namespace OpenQpp.Cli;

/// <summary>Breaks text into lines at blanks, further lines indented a little more than the first.</summary>
internal static class WrappedText
{
    private const int Hanging = 2;
    private const int Shortest = 24;

    public static IEnumerable<string> Lines(string text, int width, int indent)
    {
        // Very deep lines keep room for words.
        var (first, further) = (Math.Min(indent, width - Shortest - Hanging), Math.Min(indent, width - Shortest - Hanging) + (indent > 0 ? Hanging : 0));
        var line = new StringBuilder().Append(' ', first);
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append(' ', further);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        yield return line.ToString();
    }
}
