using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks answers of a Promoting Interoperability set that exclude each other (2019 on).</summary>
internal static class InteroperabilityChecks
{
    public static void Check(MeasurementSet set, string path, YearLaw law, ProblemList problems)
    {
        var measures = law.Catalogue.InteroperabilityMeasures;
        var given = new Dictionary<string, Measurement>(StringComparer.Ordinal);
        foreach (var measurement in set.Measurements)
        {
            given.TryAdd(measurement.MeasureId, measurement);
        }

        bool IsYes(string id) => given.TryGetValue(id, out var found) && (found.Value.Answer ?? false);
        // A 'no' to a yes/no measure claims nothing and can stand beside anything; counts always claim something.
        bool IsClaimed(string id) => given.TryGetValue(id, out var found) && (found.Value.Answer ?? true);
        string PathOf(string id) => $"{path}.measurements[{given[id].Index}]";

        foreach (var measure in measures.Values.Where(measure => given.ContainsKey(measure.Id)))
        {
            if (law.PromotingInteroperability.ExclusionConflicts.Flag && measure.Exclusions.FirstOrDefault(IsYes) is { } exclusion)
            {
                problems.Add(ProblemCode.CONFLICTING_ANSWERS, PathOf(exclusion), $"{exclusion} excludes {measure.Id}, which is reported too. Remove one of them.");
            }
        }

        if (!law.PromotingInteroperability.SubstituteConflicts.Flag)
        {
            CheckExclusions(measures, IsYes, PathOf, law, problems);
            return;
        }

        var told = new HashSet<(string, string)>();
        foreach (var measure in measures.Values.Where(measure => IsClaimed(measure.Id)))
        {
            foreach (var substitute in measure.Substitutes.Concat(ExchangeExclusions(measure, measures)).Where(IsClaimed))
            {
                var pair = string.CompareOrdinal(measure.Id, substitute) < 0 ? (measure.Id, substitute) : (substitute, measure.Id);
                if (told.Add(pair))
                {
                    problems.Add(ProblemCode.CONFLICTING_ANSWERS, PathOf(pair.Item2), $"{pair.Item1} and {pair.Item2} stand for each other and cannot both be reported. Remove one of them.");
                }
            }
        }

        CheckExclusions(measures, id => IsYes(id) && measures[id].Substitutes.Count == 0, PathOf, law, problems);
    }

    /// <summary>One measure for the whole exchange objective leaves nothing to exclude.</summary>
    private static IEnumerable<string> ExchangeExclusions(InteroperabilityMeasure measure, IReadOnlyDictionary<string, InteroperabilityMeasure> measures) =>
        measure.Role == InteroperabilityRole.SingleExchange
            ? measures.Values.Where(other => other.Role is InteroperabilityRole.Sending or InteroperabilityRole.Receiving).SelectMany(other => other.Exclusions)
            : [];

    /// <summary>Two exclusions of one measure.</summary>
    private static void CheckExclusions(
        IReadOnlyDictionary<string, InteroperabilityMeasure> measures,
        Func<string, bool> isYes,
        Func<string, string> pathOf,
        YearLaw law,
        ProblemList problems)
    {
        if (!law.PromotingInteroperability.ExclusionConflicts.Flag)
        {
            return;
        }

        foreach (var measure in measures.Values)
        {
            var claimed = measure.Exclusions.Where(isYes).ToArray();
            if (claimed.Length > 1)
            {
                problems.Add(ProblemCode.CONFLICTING_ANSWERS, pathOf(claimed[1]), $"{claimed[0]} and {claimed[1]} both exclude {measure.Id}. Keep one.");
            }
        }
    }
}
