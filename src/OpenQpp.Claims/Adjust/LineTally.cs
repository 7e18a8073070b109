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

    private readonly LineInWork[] work = new LineInWork[MostAtOnce];
    private readonly PairSums[] byReason = new PairSums[Undecided.Length + 1];
    private PairSums[] sums = new PairSums[1 << 8];

    /// <summary>The TIN/NPIs.</summary>
    public PairPlaces Places { get; } = new(rows);

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
        Grow();
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
        foreach (var (here, there) in Places.Take(other.Places))
        {
            Sums(here).Add(other.sums[there]);
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
        Sums(Places.Of(year, PairId.Of(tin, npi), tin, npi)).Add(more);

    /// <summary>Adds sums of a reason.</summary>
    /// <param name="reason">The number of the reason; the number of reasons for adjusted lines.</param>
    /// <param name="more">The sums.</param>
    public void Add(int reason, in PairSums more) => byReason[reason].Add(more);

    /// <summary>The sums of a place.</summary>
    /// <param name="place">The place.</param>
    public ref readonly PairSums SumsOf(int place) => ref sums[place];

    private ref PairSums Sums(int place)
    {
        Grow();
        return ref sums[place];
    }

    private void Grow()
    {
        if (sums.Length < Places.Count)
        {
            Array.Resize(ref sums, Math.Max(Places.Count, sums.Length * 2));
        }
    }
}
