namespace OpenQpp.YearRun;

/// <summary>Reads texts of rows; neighbours share most of them, so that they are made once.</summary>
internal sealed class RowTexts
{
    private const int Longest = 256;

    private readonly CellTexts known = new();
    private readonly byte[] bytes = new byte[Longest];

    /// <summary>The next text.</summary>
    /// <param name="from">Where it stands, as a binary writer put it.</param>
    public string Of(BinaryReader from)
    {
        var length = from.Read7BitEncodedInt();
        var place = length <= Longest ? bytes : new byte[length];
        from.BaseStream.ReadExactly(place, 0, length);
        return known.Of(place.AsSpan(0, length)) ?? "";
    }
}
