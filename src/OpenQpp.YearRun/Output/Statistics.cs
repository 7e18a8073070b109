using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Clinicians of one kind: how many, what came of them, their scores and charges.</summary>
internal sealed class StatisticsCell
{
    private BandSums? bands;

    /// <summary>Rows by what came of them.</summary>
    public long[] ByStatus { get; } = new long[Outcome.Words.Count];

    /// <summary>Scores and charges of those with a final score.</summary>
    public ChargeSums Scores { get; } = new();

    /// <summary>All rows.</summary>
    public long Clinicians => ByStatus.Sum();

    /// <summary>Those with a final score.</summary>
    public long Scored => ByStatus[(int)OutcomeStatus.Scored];

    /// <summary>The mean final score; null where nobody has one.</summary>
    public decimal? Mean => Scored == 0 ? null : Scores.ByScore.Sum(pair => pair.Key * pair.Value.Clinicians) / Scored;

    /// <summary>The median final score, of an even number the mean of the two in the middle; null where nobody has one.</summary>
    public decimal? Median => Scored == 0 ? null : (At((Scored - 1) / 2) + At(Scored / 2)) / 2m;

    /// <summary>Allowed charges of those with a final score, dollars.</summary>
    public decimal Charges => Scores.ByScore.Sum(pair => pair.Value.Charges);

    public void Add(StatisticsCell other)
    {
        for (var status = 0; status < ByStatus.Length; status++)
        {
            ByStatus[status] += other.ByStatus[status];
        }

        Scores.Add(other.Scores);
    }

    /// <summary>Clinicians with a final score in a band.</summary>
    /// <param name="band">The band.</param>
    /// <param name="scaling">The scaling of the year.</param>
    public long In(AdjustmentBand band, ScalingRun scaling) => BandsOf(scaling).Clinicians[(int)band];

    /// <summary>What the adjustments of a band, or of all, change: allowed charges times the unrounded total percent, dollars.</summary>
    /// <param name="scaling">The scaling of the year.</param>
    /// <param name="band">The band; null for all.</param>
    public decimal Dollars(ScalingRun scaling, AdjustmentBand? band = null) =>
        band is { } one ? BandsOf(scaling).Dollars[(int)one] : BandsOf(scaling).AllDollars;

    private BandSums BandsOf(ScalingRun scaling)
    {
        if (!ReferenceEquals(bands?.Scaling, scaling))
        {
            bands = new(Scores, scaling);
        }

        return bands!;
    }

    private decimal At(long rank)
    {
        foreach (var (score, (clinicians, _)) in Scores.ByScore)
        {
            rank -= clinicians;
            if (rank < 0)
            {
                return score;
            }
        }

        return 0m;
    }
}

/// <summary>Statistics of a nation, or of a part of it, by what clinicians have in common.</summary>
internal sealed class Statistics
{
    /// <summary>Everybody.</summary>
    public const string All = "all";

    /// <summary>By the number of clinicians of the practice.</summary>
    public const string PracticeSize = "practiceSize";

    /// <summary>By the reporting option of the score that counts.</summary>
    public const string Reporting = "reportingOption";

    /// <summary>By the participation option of the score that counts.</summary>
    public const string Participation = "participationOption";

    /// <summary>By the state of the practice.</summary>
    public const string State = "state";

    private const string Unknown = "unknown";

    /// <summary>The dimensions, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = [All, PracticeSize, Participation, Reporting, State];

    private static readonly (int Most, string Word)[] Sizes = [(1, "1"), (15, "2-15"), (24, "16-24"), (99, "25-99"), (int.MaxValue, "100+")];

    private readonly Dictionary<(string Dimension, string Value), StatisticsCell> cells = [];
    private readonly AlikeRows alike = new();

    /// <summary>The cell of everybody.</summary>
    public StatisticsCell Whole => Cells.GetValueOrDefault((All, All)) ?? new();

    private Dictionary<(string Dimension, string Value), StatisticsCell> Cells
    {
        get
        {
            CountAlike();
            return cells;
        }
    }

    /// <summary>The cells of a dimension: sizes by size, others by name.</summary>
    /// <param name="dimension">The dimension.</param>
    public IEnumerable<(string Value, StatisticsCell Cell)> Of(string dimension) =>
        Cells.Where(pair => string.Equals(pair.Key.Dimension, dimension, StringComparison.Ordinal))
            .OrderBy(pair => Array.FindIndex(Sizes, size => string.Equals(size.Word, pair.Key.Value, StringComparison.Ordinal)))
            .ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Select(pair => (pair.Key.Value, pair.Value));

    /// <summary>Counts a row. Neighbours are of one practice and are mostly alike: they are counted together.</summary>
    /// <param name="clinician">The row.</param>
    /// <param name="outcome">What came of it.</param>
    public void Add(ClinicianRow clinician, Outcome outcome)
    {
        if (!alike.Take(clinician, outcome))
        {
            CountAlike();
            alike.Begin(clinician, outcome);
        }
    }

    public void Add(Statistics other)
    {
        foreach (var ((dimension, value), cell) in other.Cells)
        {
            CellOf(dimension, value).Add(cell);
        }
    }

    private void CountAlike()
    {
        if (alike.Rows > 0)
        {
            Count(CellOf(All, All));
            Count(CellOf(PracticeSize, Array.Find(Sizes, size => alike.PracticeSize <= size.Most).Word));
            Count(CellOf(State, alike.State.Length > 0 ? alike.State : Unknown));
            if (alike.Outcome.Score is { } score)
            {
                Count(CellOf(Participation, score.Level.Word()));
                Count(CellOf(Reporting, score.Option.Word()));
            }

            alike.Forget();
        }

        void Count(StatisticsCell cell)
        {
            cell.ByStatus[(int)alike.Outcome.Status] += alike.Rows;
            if (alike.Outcome.Score?.FinalScore is { } score)
            {
                cell.Scores.Add(score, alike.Rows, alike.Charges);
            }
        }
    }

    private StatisticsCell CellOf(string dimension, string value)
    {
        if (!cells.TryGetValue((dimension, value), out var cell))
        {
            cells.Add((dimension, value), cell = new());
        }

        return cell;
    }
}
