using OpenQpp.Files;
using OpenQpp.Inputs;
using OpenQpp.Law;
using OpenQpp.Program;

namespace OpenQpp.Properties;

/// <summary>The law as it is packed with these tests, and a scorer of strictly checked cases.</summary>
internal static class Known
{
    public static LawBook Book { get; } = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));

    public static CaseScorer Scorer { get; } = new(Book, CheckOptions.Strict);

    /// <summary>The random cases of a year that are not refused.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, ScoredCase Result)> Scored(int year, int first, int count)
    {
        var law = Book.Of(new(year));
        for (var number = first; number < first + count; number++)
        {
            var bytes = RandomCase.Bytes(RandomCase.Of(law, number));
            if (Scorer.Score(bytes).Result is { } result)
            {
                yield return ($"case {number} of {year}", bytes, result);
            }
        }
    }
}
