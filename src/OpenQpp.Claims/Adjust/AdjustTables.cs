using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>What is known of a calendar year.</summary>
/// <param name="Number">The year.</param>
/// <param name="Law">Its law; null where it is not recorded.</param>
/// <param name="Factors">Its factors; null where there are none.</param>
/// <param name="FirstRow">How many rows the factors of earlier years have together.</param>
internal sealed record KnownYear(short Number, AdjustmentYear? Law, FactorTable? Factors, int FirstRow)
{
    /// <summary>Whether there are factors of the year.</summary>
    public bool HasFactors => Factors is not null;
}

/// <summary>What lines are adjusted by: law and factors of each year, the fee schedule, and who pays.</summary>
internal sealed class AdjustTables
{
    private readonly KnownYear[] byDay;
    private readonly int firstDay;
    private readonly KnownYear other = new(0, null, null, 0);

    /// <summary>The tables.</summary>
    /// <param name="book">The law of all years.</param>
    /// <param name="overrides">Settings that differ from their default.</param>
    /// <param name="factors">Factors by payment year.</param>
    /// <param name="schedule">The fee schedule, or null.</param>
    /// <param name="mode">Who pays.</param>
    public AdjustTables(LawBook book, IReadOnlyDictionary<string, string> overrides, IReadOnlyDictionary<int, FactorTable> factors, FeeSchedule? schedule, PayerMode mode)
    {
        (Schedule, Mode) = (schedule, mode);
        var laws = book.Years.Select(year => new AdjustmentYear(book.Of(year, overrides))).ToDictionary(law => law.PaymentYear);
        var (first, last) = (new DateOnly(laws.Keys.Min(), 1, 1), new DateOnly(laws.Keys.Max(), 12, 31));
        firstDay = CellText.Day(first);
        byDay = new KnownYear[last.DayNumber - first.DayNumber + 1];
        foreach (var (year, law) in laws.OrderBy(known => known.Key))
        {
            var known = new KnownYear((short)year, law, factors.GetValueOrDefault(year), Rows);
            Rows += known.Factors?.Count ?? 0;
            var from = new DateOnly(year, 1, 1).DayNumber - first.DayNumber;
            Array.Fill(byDay, known, from, new DateOnly(year, 12, 31).DayNumber - first.DayNumber - from + 1);
        }
    }

    /// <summary>The fee schedule, or null.</summary>
    public FeeSchedule? Schedule { get; }

    /// <summary>Who pays.</summary>
    public PayerMode Mode { get; }

    /// <summary>How many rows the factors of all years have together.</summary>
    public int Rows { get; }

    /// <summary>The year of a day; one without law where it is not recorded.</summary>
    /// <param name="day">Days since 1970-01-01, or <see cref="LineCells.NotKnown"/>.</param>
    public KnownYear YearOf(long day) => day == LineCells.NotKnown || day < firstDay || day - firstDay >= byDay.Length ? other : byDay[day - firstDay];
}
