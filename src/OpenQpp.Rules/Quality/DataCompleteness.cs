using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether enough of the eligible cases were reported. The exact quotient is tested, not a rounded one.</summary>
[Cfr("414.1340")]
public static class DataCompleteness
{
    private static readonly Label Test = new("data are complete", Unit.YesNo, "414.1340", "{0} % of the cases of {s} were reported; at least {1} % are required: {v}");

    /// <summary>The test.</summary>
    /// <param name="reportingRate">Percent reported.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="subject">Measure and collection type.</param>
    public static Finding For(Finding reportingRate, QualityLaw law, string subject) =>
        Finding.AtLeast(Test, reportingRate, law.DataCompleteness, subject);
}
