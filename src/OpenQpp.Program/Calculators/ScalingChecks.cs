using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks scaling factors that a caller gives.</summary>
public static class ScalingChecks
{
    /// <summary>Whether the factors lie within the law's bounds.</summary>
    /// <param name="scaling">The factors.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(GivenScalingFactors scaling, YearLaw law, ProblemList problems)
    {
        if (scaling.ScalingFactor is { } factor && (factor < 0m || factor > law.Payment.ScalingFactorMaximum.Number))
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.scalingFactor", $"The scaling factor lies between 0 and {law.Payment.ScalingFactorMaximum.Number:0.##} (414.1405(b)(3)). Correct it.");
        }

        if (scaling.AdditionalScalingFactor is { } additional)
        {
            if (law.Payment.AdditionalScalingFactorMaximum is not { } maximum)
            {
                problems.Add(ProblemCode.OPTION_NOT_IN_YEAR, "$.additionalScalingFactor", $"There is no additional adjustment for performance year {law.Year.Year} (414.1405(d)). Leave the factor out.");
            }
            else if (additional < 0m || additional > maximum.Number)
            {
                problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.additionalScalingFactor", $"The additional scaling factor lies between 0 and {maximum.Number:0.##} (414.1405(d)(1)). Correct it.");
            }
        }
    }
}
