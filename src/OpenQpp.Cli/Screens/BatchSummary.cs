using System.Globalization;
using OpenQpp.Files;
using OpenQpp.Program;

namespace OpenQpp.Cli;

/// <summary>What many cases came to, by performance year: how many, their scores, and in which band they are paid.</summary>
internal sealed class BatchSummary
{
    private static readonly string[] Bands = ["maximumNegative", "negative", "neutral", "positive", "exceptional"];

    private readonly SortedDictionary<int, Year> years = [];

    public void Add(ScoredCase result)
    {
        if (!years.TryGetValue(result.Law.Year.Year, out var year))
        {
            years.Add(result.Law.Year.Year, year = new());
        }

        year.Add(result);
    }

    public void Show(Screen screen)
    {
        if (years.Count == 0)
        {
            return;
        }

        screen.Table(
            [">Year", ">Cases", ">Lowest", ">Mean", ">Highest", ">Max-", ">Neg.", ">Neutral", ">Pos.", ">Exc."],
            [.. years.Select(year => year.Value.Row(year.Key))]);
    }

    private sealed class Year
    {
        private readonly int[] bands = new int[Bands.Length];
        private int cases;
        private int scored;
        private decimal sum;
        private decimal lowest = decimal.MaxValue;
        private decimal highest = decimal.MinValue;

        public void Add(ScoredCase result)
        {
            cases++;
            if (result.PaymentAdjustment is { } adjustment)
            {
                bands[Array.IndexOf(Bands, ResultJson.Word(adjustment.Band))]++;
            }

            if (result.FinalScore.NumberOrNull is { } score)
            {
                scored++;
                sum += score;
                lowest = decimal.Min(lowest, score);
                highest = decimal.Max(highest, score);
            }
        }

        public string[] Row(int year) =>
        [
            Count(year), Count(cases),
            .. scored == 0 ? ["", "", ""] : (string[])[Score(lowest), Score(sum / scored), Score(highest)],
            .. bands.Select(Count),
        ];

        private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

        private static string Score(decimal score) => score.ToString("0.00", CultureInfo.InvariantCulture);
    }
}
