using System.Runtime.InteropServices;
using System.Text;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>What one thread saw: keys, sums by TIN/NPI and sums by reason.</summary>
/// <param name="rows">How many rows the factors have: a TIN/NPI with a row is found by it.</param>
internal sealed class LineTally(int rows = 0)
{
    /// <summary>How many lines are in work together: they stay in the fastest cache.</summary>
    public const int MostAtOnce = 256;

    /// <summary>For each number of a reason whether it says that something is not known.</summary>
    private static readonly bool[] Undecided = [.. LineReasons.All.Select(reason => reason.IsUndecided())];

    /// <summary>For each row of the factors the place of its sums, from 1; 0 where no line was seen.</summary>
    private readonly int[] ofRow = new int[rows];
    private readonly Dictionary<PairKey, int> places = [];
    private readonly Dictionary<(string Npi, string Tin, short Year), int> odd = [];
    private readonly LineInWork[] work = new LineInWork[MostAtOnce];
    private readonly PairSums[] byReason = new PairSums[Undecided.Length + 1];
    private PairSums[] sums = new PairSums[1 << 8];
    private PairKey[] keys = new PairKey[1 << 8];
    private int used;

    /// <summary>The keys.</summary>
    public KeysSeen Keys { get; } = new();

    /// <summary>Sums by reason; the last one is of adjusted lines.</summary>
    public ReadOnlySpan<PairSums> ByReason => byReason;

    /// <summary>How many lines.</summary>
    public long Lines => byReason.Sum(sum => sum.Lines);

    /// <summary>Whether a reason says that something is not known.</summary>
    /// <param name="reason">The number of a reason, or <see cref="LineOutcome.Adjusted"/>.</param>
    public static bool IsUndecided(sbyte reason) => reason >= 0 && Undecided[reason];

    /// <summary>Room for some lines; what stood there before is left.</summary>
    /// <param name="count">How many, up to <see cref="MostAtOnce"/>.</param>
    public Span<LineInWork> Work(int count) => work.AsSpan(0, count);

    /// <summary>Adds lines.</summary>
    /// <param name="lines">The lines, each with the place of its sums.</param>
    /// <param name="remembersKeys">Remember their keys.</param>
    public void Add(ReadOnlySpan<LineInWork> lines, bool remembersKeys)
    {
        foreach (ref readonly var line in lines)
        {
            var isUndecided = IsUndecided(line.Outcome.Reason);
            sums[line.Place].Add(line.Allowed, line.Outcome, isUndecided);
            byReason[line.Outcome.Reason == LineOutcome.Adjusted ? Undecided.Length : line.Outcome.Reason].Add(line.Allowed, line.Outcome, isUndecided);
        }

        if (!remembersKeys)
        {
            return;
        }

        foreach (ref readonly var line in lines)
        {
            Keys.Add(line.Key);
        }
    }

    /// <summary>Adds the lines and the sums by TIN/NPI of another thread.</summary>
    /// <param name="other">What it saw, with the same factors.</param>
    public void Add(LineTally other)
    {
        for (var row = 0; row < ofRow.Length; row++)
        {
            if (other.ofRow[row] is > 0 and var place)
            {
                Sums(PlaceOf(row, other.keys[place - 1])).Add(other.sums[place - 1]);
            }
        }

        foreach (var (key, place) in other.places)
        {
            Sums(PlaceOf(key)).Add(other.sums[place]);
        }

        foreach (var (key, place) in other.odd)
        {
            Sums(PlaceOf(key)).Add(other.sums[place]);
        }

        for (var reason = 0; reason < byReason.Length; reason++)
        {
            byReason[reason].Add(other.byReason[reason]);
        }
    }

    /// <summary>Adds sums of a TIN/NPI.</summary>
    /// <param name="year">The payment year, or 0.</param>
    /// <param name="tin">The TIN as it stands there.</param>
    /// <param name="npi">The NPI as it stands there.</param>
    /// <param name="more">The sums.</param>
    public void Add(short year, ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi, in PairSums more) =>
        Sums(PlaceOf(year, PairId.Of(tin, npi), tin, npi)).Add(more);

    /// <summary>Adds sums of a reason.</summary>
    /// <param name="reason">The number of the reason; the number of reasons for adjusted lines.</param>
    /// <param name="more">The sums.</param>
    public void Add(int reason, in PairSums more) => byReason[reason].Add(more);

    /// <summary>The place of the sums of a TIN/NPI that has a row.</summary>
    /// <param name="row">The row, counted through the factors of all years.</param>
    /// <param name="year">The payment year.</param>
    /// <param name="pair">Its TIN and NPI.</param>
    public int PlaceOf(int row, short year, PairId pair) => ofRow[row] is > 0 and var place ? place - 1 : PlaceOf(row, PairKey.Of(year, pair));

    /// <summary>The place of the sums of a TIN/NPI that has no row.</summary>
    /// <param name="year">The payment year, or 0.</param>
    /// <param name="pair">Its TIN and NPI.</param>
    /// <param name="tin">Its TIN as it stands there.</param>
    /// <param name="npi">Its NPI as it stands there.</param>
    public int PlaceOf(short year, PairId pair, ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi) =>
        pair.IsSound ? PlaceOf(PairKey.Of(year, pair)) : PlaceOf((Text(npi), Text(tin), year));

    /// <summary>The places of all sums by payment year, TIN and NPI, in the order of their texts.</summary>
    public IReadOnlyList<int> InOrder()
    {
        var ordered = new List<int>(used);
        var others = new Queue<KeyValuePair<(string Npi, string Tin, short Year), int>>(odd.OrderBy(one => one.Key.Year).ThenBy(one => one.Key.Tin, StringComparer.Ordinal).ThenBy(one => one.Key.Npi, StringComparer.Ordinal));
        var ofOthers = odd.Values.ToHashSet();
        foreach (var ofYear in Enumerable.Range(0, used).Where(place => !ofOthers.Contains(place)).ToLookup(place => keys[place].Year).OrderBy(group => group.Key))
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

    /// <summary>The sums of a place.</summary>
    /// <param name="place">The place.</param>
    public ref readonly PairSums SumsOf(int place) => ref sums[place];

    private static bool IsBefore((string Npi, string Tin, short Year) one, short year, string tin, string npi) =>
        one.Year != year ? one.Year < year
        : string.CompareOrdinal(one.Tin, tin) is var order && order != 0 ? order < 0
        : string.CompareOrdinal(one.Npi, npi) < 0;

    private ref PairSums Sums(int place) => ref sums[place];

    private int PlaceOf(int row, PairKey key)
    {
        ref var place = ref ofRow[row];
        place = place > 0 ? place : NewPlace(key) + 1;
        return place - 1;
    }

    private int PlaceOf(PairKey key)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out var isKnown);
        return place = isKnown ? place : NewPlace(key);
    }

    private int PlaceOf((string Npi, string Tin, short Year) key)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(odd, key, out var isKnown);
        return place = isKnown ? place : NewPlace(default);
    }

    private int NewPlace(PairKey key)
    {
        if (used == sums.Length)
        {
            Array.Resize(ref sums, sums.Length * 2);
            Array.Resize(ref keys, keys.Length * 2);
        }

        keys[used] = key;
        return used++;
    }

    private static string Text(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(CellText.Trim(cell));
}
