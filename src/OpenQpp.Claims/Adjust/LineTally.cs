using System.Runtime.InteropServices;
using System.Text;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>What one thread saw: keys, sums by TIN/NPI and sums by reason.</summary>
internal sealed class LineTally
{
    /// <summary>For each number of a reason whether it says that something is not known.</summary>
    private static readonly bool[] Undecided = [.. LineReasons.All.Select(reason => reason.IsUndecided())];

    private readonly Dictionary<(long Npi, int Tin, short Year), int> places = [];
    private readonly Dictionary<(string Npi, string Tin, short Year), int> odd = [];
    private readonly PairSums[] byReason = new PairSums[Undecided.Length + 1];
    private PairSums[] sums = new PairSums[1 << 8];
    private int used;
    private (long Npi, int Tin, short Year) last = (PairId.Blank, 0, 0);
    private int lastPlace;

    /// <summary>The keys.</summary>
    public KeysSeen Keys { get; } = new();

    /// <summary>Sums by reason; the last one is of adjusted lines.</summary>
    public ReadOnlySpan<PairSums> ByReason => byReason;

    /// <summary>How many lines.</summary>
    public long Lines => byReason.Sum(sum => sum.Lines);

    /// <summary>Whether a reason says that something is not known.</summary>
    /// <param name="reason">The number of a reason, or <see cref="LineOutcome.Adjusted"/>.</param>
    public static bool IsUndecided(sbyte reason) => reason >= 0 && Undecided[reason];

    /// <summary>Adds a line.</summary>
    /// <param name="year">Its payment year, or 0.</param>
    /// <param name="pair">Its TIN and NPI.</param>
    /// <param name="tin">Its TIN as it stands there.</param>
    /// <param name="npi">Its NPI as it stands there.</param>
    /// <param name="allowed">Its allowed amount.</param>
    /// <param name="outcome">What came of it.</param>
    public void Add(short year, PairId pair, ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi, long allowed, in LineOutcome outcome)
    {
        var isUndecided = IsUndecided(outcome.Reason);
        // Finding the place may make the array anew.
        var place = PlaceOf(year, pair, tin, npi);
        sums[place].Add(allowed, outcome, isUndecided);
        byReason[outcome.Reason == LineOutcome.Adjusted ? Undecided.Length : outcome.Reason].Add(allowed, outcome, isUndecided);
    }

    /// <summary>Adds the lines and the sums by TIN/NPI of another thread.</summary>
    /// <param name="other">What it saw.</param>
    public void Add(LineTally other)
    {
        foreach (var (key, place) in other.places)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out var known);
            mine = known ? mine : NewPlace();
            sums[mine].Add(other.sums[place]);
        }

        foreach (var (key, place) in other.odd)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(odd, key, out var known);
            mine = known ? mine : NewPlace();
            sums[mine].Add(other.sums[place]);
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
    public void Add(short year, ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi, in PairSums more)
    {
        var place = PlaceOf(year, PairId.Of(tin, npi), tin, npi);
        sums[place].Add(more);
    }

    /// <summary>Adds sums of a reason.</summary>
    /// <param name="reason">The number of the reason; the number of reasons for adjusted lines.</param>
    /// <param name="more">The sums.</param>
    public void Add(int reason, in PairSums more) => byReason[reason].Add(more);

    /// <summary>The sums by payment year, TIN and NPI, in the order of their texts.</summary>
    public IEnumerable<(short Year, string Tin, string Npi, PairSums Sums)> ByPair()
    {
        var sound = places.Keys.ToArray();
        // Numbers of equal length have the order of their texts.
        Array.Sort(sound, (one, other) => (one.Year, one.Tin, one.Npi).CompareTo((other.Year, other.Tin, other.Npi)));
        var others = new Queue<(string Npi, string Tin, short Year)>(odd.Keys.OrderBy(key => key.Year).ThenBy(key => key.Tin, StringComparer.Ordinal).ThenBy(key => key.Npi, StringComparer.Ordinal));
        foreach (var key in sound)
        {
            var (tin, npi) = (FactorTable.TinText(key.Tin), FactorTable.NpiText(key.Npi));
            while (others.TryPeek(out var first) && IsBefore(first, key.Year, tin, npi))
            {
                yield return (first.Year, first.Tin, first.Npi, sums[odd[others.Dequeue()]]);
            }

            yield return (key.Year, tin, npi, sums[places[key]]);
        }

        foreach (var key in others)
        {
            yield return (key.Year, key.Tin, key.Npi, sums[odd[key]]);
        }
    }

    private static bool IsBefore((string Npi, string Tin, short Year) one, short year, string tin, string npi) =>
        one.Year != year ? one.Year < year
        : string.CompareOrdinal(one.Tin, tin) is var order && order != 0 ? order < 0
        : string.CompareOrdinal(one.Npi, npi) < 0;

    private int PlaceOf(short year, PairId pair, ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi)
    {
        if (!pair.IsSound)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(odd, (Text(npi), Text(tin), year), out var known);
            return place = known ? place : NewPlace();
        }

        if (last.Npi == pair.Npi && last.Tin == pair.Tin && last.Year == year)
        {
            return lastPlace;
        }

        last = (pair.Npi, (int)pair.Tin, year);
        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(places, last, out var isKnown);
        return lastPlace = found = isKnown ? found : NewPlace();
    }

    private int NewPlace()
    {
        if (used == sums.Length)
        {
            Array.Resize(ref sums, sums.Length * 2);
        }

        return used++;
    }

    private static string Text(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(CellText.Trim(cell));
}
