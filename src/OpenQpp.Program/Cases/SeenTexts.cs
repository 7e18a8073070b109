namespace OpenQpp.Program;

/// <summary>Texts met so far. A few are compared one by one; many are looked up.</summary>
internal sealed class SeenTexts
{
    private const int Few = 12;

    private readonly string[] few = new string[Few];
    private int count;
    private HashSet<string>? many;

    /// <summary>Begins anew: nothing was met.</summary>
    public void Clear()
    {
        count = 0;
        many = null;
    }

    /// <summary>Notes a text; false when it was met before.</summary>
    public bool Add(string text)
    {
        if (many is not null)
        {
            return many.Add(text);
        }

        if (Contains(text))
        {
            return false;
        }

        if (count == Few)
        {
            many = new(few, StringComparer.Ordinal) { text };
            return true;
        }

        few[count++] = text;
        return true;
    }

    /// <summary>Whether a text was met.</summary>
    public bool Contains(string text)
    {
        if (many is not null)
        {
            return many.Contains(text);
        }

        foreach (var known in few.AsSpan(0, count))
        {
            if (string.Equals(known, text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
