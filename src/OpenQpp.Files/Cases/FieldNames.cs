using System.Text;

namespace OpenQpp.Files;

/// <summary>The names of the fields of one kind of object.</summary>
internal sealed class FieldNames
{
    private readonly string[] names;
    private readonly byte[][] utf8;
    private readonly byte[][] ignored;

    /// <summary>Names that are read, in the order in which they usually stand, and names that are read over.</summary>
    public FieldNames(string[] names, params string[] ignored)
    {
        this.names = names;
        utf8 = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
        this.ignored = Array.ConvertAll(ignored, Encoding.UTF8.GetBytes);
    }

    public int Count => names.Length;

    public string this[int field] => names[field];

    /// <summary>The place of a name, or −1; the search begins where the name most likely is.</summary>
    public int Find(ReadOnlySpan<byte> name, int likely)
    {
        for (var place = likely; place < utf8.Length; place++)
        {
            if (name.SequenceEqual(utf8[place]))
            {
                return place;
            }
        }

        for (var place = 0; place < likely && place < utf8.Length; place++)
        {
            if (name.SequenceEqual(utf8[place]))
            {
                return place;
            }
        }

        return -1;
    }

    public bool IsIgnored(ReadOnlySpan<byte> name)
    {
        foreach (var known in ignored)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    public string List() => string.Join(", ", names);
}
