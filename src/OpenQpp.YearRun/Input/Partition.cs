using System.Globalization;

namespace OpenQpp.YearRun;

/// <summary>Cuts the TINs into ranges with about as many clinicians each. The number of a part has no effect on any result.</summary>
/// <param name="firstTins">The first TIN of each part but the first.</param>
/// <param name="clinicians">Rows of clinicians.csv.</param>
internal sealed class Partition(int[] firstTins, long clinicians)
{
    /// <summary>Rows of clinicians.csv.</summary>
    public long Clinicians => clinicians;

    /// <summary>How many parts there are.</summary>
    public int Parts => firstTins.Length + 1;

    /// <summary>The part of a TIN; what is no TIN goes to the first.</summary>
    /// <param name="tin">The TIN.</param>
    public int Of(int? tin)
    {
        if (tin is not { } number)
        {
            return 0;
        }

        var place = Array.BinarySearch(firstTins, number);
        return place >= 0 ? place + 1 : ~place;
    }

    /// <summary>Parts with at least so many clinicians each.</summary>
    /// <param name="tins">The TIN of every clinician; sorted in place.</param>
    /// <param name="clinicians">Clinicians of a part.</param>
    public static Partition Of(List<int> tins, int clinicians)
    {
        tins.Sort();
        var (first, begin) = (new List<int>(), 0);
        for (var place = 1; place < tins.Count; place++)
        {
            if (place - begin >= clinicians && tins[place] != tins[place - 1])
            {
                first.Add(tins[place]);
                begin = place;
            }
        }

        return new([.. first], tins.Count);
    }

    /// <summary>A TIN as a number; null where it has not the form of one.</summary>
    /// <param name="tin">The TIN.</param>
    public static int? Number(ReadOnlySpan<byte> tin) =>
        tin.Length == 9 && int.TryParse(tin, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A TIN as a number; null where it has not the form of one.</summary>
    /// <param name="tin">The TIN.</param>
    public static int? Number(string tin) =>
        tin.Length == 9 && int.TryParse(tin, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
