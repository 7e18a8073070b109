using System.Runtime.InteropServices;
using System.Text;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>What one thread saw: keys, sums by TIN/NPI and sums by reason.</summary>
internal sealed class LineTally
{
    private const int TinDigits = 9;
    private const int NpiDigits = 10;
    private const long NoDigits = -1;

    /// <summary>For each number of a reason whether it says that something is not known.</summary>
    private static readonly bool[] Undecided = [.. LineReasons.All.Select(reason => reason.IsUndecided())];

    private readonly Dictionary<(long Npi, int Tin, short Year), int> places = [];
    private readonly Dictionary<(string Npi, string Tin, short Year), int> odd = [];
    private readonly PairSums[] byReason = new PairSums[Undecided.Length + 1];
    private PairSums[] sums = new PairSums[1 << 8];
    private int used;
    private (long Npi, int Tin, short Year) last = (NoDigits, 0, 0);
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
    /// <param name="tin">Its TIN, or blank.</param>
    /// <param name="npi">Its NPI, or blank.</param>
    /// <param name="allowed">Its allowed amount.</param>
    /// <param name="outcome">What came of it.</param>
    public void Add(short year, ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi, long allowed, in LineOutcome outcome)
    {
        var isUndecided = IsUndecided(outcome.Reason);
        // Finding the place may make the array anew.
        var place = PlaceOf(year, tin, npi);
        sums[place].Add(allowed, outcome, isUndecided);
        byReason[outcome.Reason == LineOutcome.Adjusted ? Undecided.Length : outcome.Reason].Add(allowed, outcome, isUndecided);
    }

    /// <summary>Adds the sums by TIN/NPI to those of other threads.</summary>
    /// <param name="all">All sums.</param>
    public void AddTo(Dictionary<(string Tin, string Npi, short Year), PairSums> all)
    {
        foreach (var ((npi, tin, year), place) in places)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(all, (FactorTable.TinText(tin), FactorTable.NpiText(npi), year), out _).Add(sums[place]);
        }

        foreach (var ((npi, tin, year), place) in odd)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(all, (tin, npi, year), out _).Add(sums[place]);
        }
    }

    private int PlaceOf(short year, ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi)
    {
        if (CellText.Digits(tin, TinDigits) is not { } practice || CellText.Digits(npi, NpiDigits) is not { } clinician)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(odd, (Text(npi), Text(tin), year), out var known);
            return place = known ? place : NewPlace();
        }

        if (last == (clinician, (int)practice, year))
        {
            return lastPlace;
        }

        last = (clinician, (int)practice, year);
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
