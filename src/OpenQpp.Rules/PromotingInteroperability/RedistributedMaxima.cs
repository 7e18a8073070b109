using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The points each measure of a set can earn, after excluded measures passed theirs on. They always add to 100.</summary>
[Cfr("414.1380(b)(4)(ii)(A)")]
public sealed class RedistributedMaxima
{
    private const string Basis = "414.1380(b)(4)(ii)(A)";

    private static readonly Label Received = new("points of the measure", Unit.Points, Basis, "{0} points of its own and {1} of an excluded measure: {v}");
    private static readonly Label Half = new("half of the points", Unit.Points, Basis, "{0} % of {1} points: {v}");
    private static readonly Finding FiftyPercent = Finding.Parameter(new("share passed on", Unit.Percent, Basis, "each of the two receives {v} %"), 50m);

    private static readonly InteroperabilityRole[] Required =
    [
        InteroperabilityRole.EPrescribing, InteroperabilityRole.Pdmp, InteroperabilityRole.Sending, InteroperabilityRole.Receiving,
        InteroperabilityRole.SingleExchange, InteroperabilityRole.PatientAccess, InteroperabilityRole.PublicHealth,
    ];

    private static readonly int Roles = Enum.GetValues<InteroperabilityRole>().Length;

    private readonly Finding?[] points = new Finding?[Roles];

    private RedistributedMaxima()
    {
    }

    /// <summary>The parts that required measures play.</summary>
    public static ReadOnlySpan<InteroperabilityRole> RequiredRoles => Required;

    /// <summary>The points of a part; null where they were passed on or the set does not use it.</summary>
    /// <param name="role">The part.</param>
    public Finding? this[InteroperabilityRole role] => points[(int)role];

    /// <summary>The points of every part.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="publicHealth">The public health objective.</param>
    /// <param name="law">The law of the year.</param>
    public static RedistributedMaxima For(InteroperabilityAnswers answers, PublicHealthObjective publicHealth, YearLaw law)
    {
        var (maxima, catalogue) = (new RedistributedMaxima(), law.Catalogue.Interoperability);
        var single = InteroperabilityRequirements.UsesSingleExchange(answers, law);
        foreach (var role in Required)
        {
            var isOtherWay = single ? role is InteroperabilityRole.Sending or InteroperabilityRole.Receiving : role == InteroperabilityRole.SingleExchange;
            if (!isOtherWay && catalogue.Of(role) is [var measure, ..])
            {
                maxima.points[(int)role] = measure.Points;
            }
        }

        foreach (var step in catalogue.Redistributions)
        {
            if (maxima[step.From] is { } moving && IsExcluded(step.From, answers, publicHealth, catalogue))
            {
                maxima.Move(moving, step);
            }
        }

        return maxima;
    }

    private void Move(Finding moving, Redistribution step)
    {
        points[(int)step.From] = null;
        foreach (var share in step.Shares)
        {
            if (this[share.To] is { } own)
            {
                points[(int)share.To] = Finding.Sum(Received, own, share.Half ? Finding.Share(Half, FiftyPercent, moving) : moving);
            }
        }
    }

    private static bool IsExcluded(InteroperabilityRole role, InteroperabilityAnswers answers, PublicHealthObjective publicHealth, InteroperabilityCatalogue catalogue)
    {
        if (role == InteroperabilityRole.PublicHealth)
        {
            return publicHealth.IsExcluded;
        }

        foreach (var measure in catalogue.Of(role))
        {
            if (answers.IsExcluded(measure))
            {
                return true;
            }
        }

        return false;
    }
}
