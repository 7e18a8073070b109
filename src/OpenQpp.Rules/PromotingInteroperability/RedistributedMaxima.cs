using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The points each measure of a set can earn, after excluded measures passed theirs on. They always add to 100.</summary>
[Cfr("414.1380(b)(4)(ii)(A)")]
public static class RedistributedMaxima
{
    private const string Basis = "414.1380(b)(4)(ii)(A)";

    private static readonly Label Received = new("points of the measure", Unit.Points, Basis, "{0} points of its own and {1} of an excluded measure: {v}");
    private static readonly Label Half = new("half of the points", Unit.Points, Basis, "{0} % of {1} points: {v}");
    private static readonly Finding FiftyPercent = Finding.Parameter(new("share passed on", Unit.Percent, Basis, "each of the two receives {v} %"), 50m);

    /// <summary>The points by role; a role whose points were passed on is missing.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="publicHealth">The public health objective.</param>
    /// <param name="law">The law of the year.</param>
    public static IReadOnlyDictionary<InteroperabilityRole, Finding> For(InteroperabilityAnswers answers, PublicHealthObjective publicHealth, YearLaw law)
    {
        var single = InteroperabilityRequirements.UsesSingleExchange(answers, law);
        var maxima = new Dictionary<InteroperabilityRole, Finding>();
        foreach (var measure in law.Catalogue.InteroperabilityMeasures.Values)
        {
            if (IsRequired(measure.Role) && (single ? measure.Role is not (InteroperabilityRole.Sending or InteroperabilityRole.Receiving) : measure.Role != InteroperabilityRole.SingleExchange))
            {
                maxima[measure.Role] = measure.Points;
            }
        }

        foreach (var step in law.Catalogue.Redistributions.GroupBy(redistribution => redistribution.From))
        {
            if (maxima.TryGetValue(step.Key, out var points) && IsExcluded(step.Key, answers, publicHealth, law))
            {
                maxima.Remove(step.Key);
                foreach (var redistribution in step.Where(redistribution => maxima.ContainsKey(redistribution.To)))
                {
                    maxima[redistribution.To] = Finding.Sum(
                        Received,
                        maxima[redistribution.To],
                        redistribution.Half ? Finding.Share(Half, FiftyPercent, points) : points);
                }
            }
        }

        return maxima;
    }

    private static bool IsRequired(InteroperabilityRole role) => role is InteroperabilityRole.EPrescribing or InteroperabilityRole.Pdmp
        or InteroperabilityRole.Sending or InteroperabilityRole.Receiving or InteroperabilityRole.SingleExchange
        or InteroperabilityRole.PatientAccess or InteroperabilityRole.PublicHealth;

    private static bool IsExcluded(InteroperabilityRole role, InteroperabilityAnswers answers, PublicHealthObjective publicHealth, YearLaw law) =>
        role == InteroperabilityRole.PublicHealth
            ? publicHealth.IsExcluded
            : law.Catalogue.InteroperabilityMeasures.Values.Any(measure => measure.Role == role && answers.IsExcluded(measure));
}
