using System.Globalization;
using System.Text;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Where a reader stands in a document; made into text only when somebody asks.</summary>
internal sealed class JsonPath
{
    private (string? Name, int Index)[] steps = new (string?, int)[16];
    private int depth;

    public void Enter()
    {
        if (depth == steps.Length)
        {
            Array.Resize(ref steps, steps.Length * 2);
        }

        steps[depth++] = (null, -1);
    }

    public void Leave() => depth--;

    public void Field(string name) => steps[depth - 1] = (name, -1);

    public void Item(int index) => steps[depth - 1] = (null, index);

    public override string ToString()
    {
        var text = new StringBuilder("$");
        foreach (var (name, index) in steps.AsSpan(0, depth))
        {
            if (name is not null)
            {
                text.Append('.').Append(ShownText.Of(name));
            }
            else if (index >= 0)
            {
                text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return text.ToString();
    }
}
