using System.Runtime.InteropServices;
using System.Text;

namespace OpenQpp.Claims;

/// <summary>The places of TIN/NPIs in the order in which they were first seen, from 0.</summary>
/// <param name="rows">How many rows the factors have: a TIN/NPI with a row is found by it.</param>
internal sealed class PairPlaces(int rows)
{
    /// <summary>For each row of the factors its place, from 1; 0 where no line was seen.</summary>
    private readonly int[] ofRow = new int[rows];
    private readonly Dictionary<PairKey, int> known = [];
    private readonly Dictionary<(string Npi, string Tin, short Year), int> odd = [];
    private readonly List<PairKey> keys = [];

    /// <summary>How many there are.</summary>
    public int Count => keys.Count;

    /// <summary>The place of the sums of a TIN/NPI that has a row.</summary>
    /// <param name="row">The row, counted through the factors of all years.</param>
    /// <param name="year">The payment year.</param>
    /// <param name="pair">Its TIN and NPI.</param>
    public int Of(int row, short year, PairId pair) => ofRow[row] is > 0 and var place ? place - 1 : Of(row, PairKey.Of(year, pair));

    /// <summary>The place of the sums of a TIN/NPI that has no row.</summary>
    /// <param name="year">The payment year, or 0.</param>
    /// <param name="pair">Its TIN and NPI.</param>
    /// <param name="tin">Its TIN as it stands there.</param>
    /// <param name="npi">Its NPI as it stands there.</param>
    public int Of(short year, PairId pair, ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi) =>
        pair.IsSound ? Of(PairKey.Of(year, pair)) : Of((Text(npi), Text(tin), year));

    /// <summary>Takes the places of another thread.</summary>
    /// <param name="other">What it saw, with the same factors.</param>
    /// <returns>Each place here with the place there.</returns>
    public IEnumerable<(int Here, int There)> Take(PairPlaces other)
    {
        for (var row = 0; row < ofRow.Length; row++)
        {
            if (other.ofRow[row] is > 0 and var place)
            {
                yield return (Of(row, other.keys[place - 1]), place - 1);
            }
        }

        foreach (var (key, place) in other.known)
        {
            yield return (Of(key), place);
        }

        foreach (var (key, place) in other.odd)
        {
            yield return (Of(key), place);
        }
    }

    /// <summary>The places of all sums by payment year, TIN and NPI, in the order of their texts.</summary>
    public IReadOnlyList<int> InOrder()
    {
        var ordered = new List<int>(keys.Count);
        var others = new Queue<KeyValuePair<(string Npi, string Tin, short Year), int>>(odd.OrderBy(one => one.Key.Year).ThenBy(one => one.Key.Tin, StringComparer.Ordinal).ThenBy(one => one.Key.Npi, StringComparer.Ordinal));
        var ofOthers = odd.Values.ToHashSet();
        foreach (var ofYear in Enumerable.Range(0, keys.Count).Where(place => !ofOthers.Contains(place)).ToLookup(place => keys[place].Year).OrderBy(group => group.Key))
        {
            var found = ofYear.ToArray();
            var pairs = Array.ConvertAll(found, place => keys[place].Pair);
            Array.Sort(pairs, found);
            for (var number = 0; number < pairs.Length; number++)
            {
                while (others.TryPeek(out var first) && IsBefore(first.Key, ofYear.Key, PairKey.TinText(pairs[number]), PairKey.NpiText(pairs[number])))
                {
                    ordered.Add(others.Dequeue().Value);
                }

                ordered.Add(found[number]);
            }
        }

        ordered.AddRange(others.Select(one => one.Value));
        return ordered;
    }

    /// <summary>For each place whose TIN or NPI has not its form what stands there.</summary>
    public IReadOnlyDictionary<int, (string Npi, string Tin, short Year)> Odd() => odd.ToDictionary(one => one.Value, one => one.Key);

    /// <summary>The payment year, TIN and NPI of a place, both of which have their form.</summary>
    /// <param name="place">The place.</param>
    public (string Npi, string Tin, short Year) KeyOf(int place) => (PairKey.NpiText(keys[place].Pair), PairKey.TinText(keys[place].Pair), keys[place].Year);

    private static bool IsBefore((string Npi, string Tin, short Year) one, short year, string tin, string npi) =>
        one.Year != year ? one.Year < year
        : string.CompareOrdinal(one.Tin, tin) is var order && order != 0 ? order < 0
        : string.CompareOrdinal(one.Npi, npi) < 0;

    private int Of(int row, PairKey key)
    {
        ref var place = ref ofRow[row];
        place = place > 0 ? place : New(key) + 1;
        return place - 1;
    }

    private int Of(PairKey key)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out var isKnown);
        return place = isKnown ? place : New(key);
    }

    private int Of((string Npi, string Tin, short Year) key)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(odd, key, out var isKnown);
        return place = isKnown ? place : New(default);
    }

    private int New(PairKey key)
    {
        keys.Add(key);
        return keys.Count - 1;
    }

    private static string Text(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(CellText.Trim(cell));
}
