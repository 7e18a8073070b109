using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>
/// The dossier of a targeted review: CMS's printed values beside ours in the order of computation. What comes first decides what
/// comes after it, so the first difference is the one to look at.
/// </summary>
/// <param name="Compared">Every printed value beside ours.</param>
public sealed record Dossier(IReadOnlyList<ComparedNumber> Compared)
{
    /// <summary>The first number that differs; null where all agree.</summary>
    public ComparedNumber? First => Compared.FirstOrDefault(number => !number.Agrees);

    /// <summary>The numbers that differ.</summary>
    public IEnumerable<ComparedNumber> Differing => Compared.Where(number => !number.Agrees);

    /// <summary>The dossier; null where a printed value names no number of the result.</summary>
    /// <param name="result">Our result.</param>
    /// <param name="printed">What CMS printed.</param>
    /// <param name="problems">Takes what is wrong with the printed values.</param>
    public static Dossier? For(ScoredCase result, IReadOnlyList<PrintedValue> printed, ProblemList problems)
    {
        var (numbers, before) = (ComputedNumbers.Of(result), problems.Found.Count);
        var places = numbers.Select((number, place) => (number.Path, place)).ToDictionary(pair => pair.Path, pair => pair.place, StringComparer.Ordinal);
        var compared = new SortedDictionary<int, ComparedNumber>();
        foreach (var value in printed)
        {
            if (!places.TryGetValue(value.Path, out var place))
            {
                problems.Add(ProblemCode.UNKNOWN_PRINTED_PATH, value.Place, $"The result has no number '{ShownText.Of(value.Path)}'. Name one of a form such as quality.measures.ID.points, cost.percent, ia.weight or finalScore.");
            }
            else if (!compared.TryAdd(place, ComparedNumber.For(value, numbers[place])))
            {
                problems.Add(ProblemCode.DUPLICATE_ROW, value.Place, $"'{ShownText.Of(value.Path)}' stands twice. Keep one.");
            }
        }

        return problems.Found.Count == before ? new([.. compared.Values]) : null;
    }
}
