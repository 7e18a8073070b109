using System.Text;

namespace OpenQpp.YearRun;

/// <summary>Makes texts of cells. Those met a moment ago are not made again: neighbouring rows share TINs, NPIs and words.</summary>
internal sealed class CellTexts
{
    private const int Places = 1 << 12;
    private const int Longest = 32;
    private const uint Prime = 16777619;

    private readonly string[] known = new string[Places];

    /// <summary>The text of a cell; null where it is empty.</summary>
    /// <param name="utf8">The bytes of the cell.</param>
    public string? Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return null;
        }

        if (utf8.Length > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = 2166136261u;
        foreach (var one in utf8)
        {
            hash = unchecked((hash ^ one) * Prime);
        }

        ref var place = ref known[(hash ^ (hash >> 15)) & (Places - 1)];
        if (place is null || place.Length != utf8.Length || !Ascii.Equals(utf8, place))
        {
            place = Encoding.UTF8.GetString(utf8);
        }

        return place;
    }
}
