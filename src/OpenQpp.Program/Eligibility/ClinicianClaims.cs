using System.Runtime.InteropServices;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>The claims of a clinician in one segment.</summary>
/// <param name="Clinician">What is known of the clinician.</param>
/// <param name="Volume">The claims.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClinicianClaims(UnitFacts Clinician, Volume Volume)
{
    /// <summary>Whether there is a claim and it lies in a segment.</summary>
    /// <param name="segment">1 or 2.</param>
    public bool IsIn(int segment) => Volume.Segment == segment && Volume.HasClaims;

    /// <summary>The special statuses that follow from the claims: those of the clinician, unless it is a second row about the same segment.</summary>
    /// <param name="law">The law of the year.</param>
    public ClinicianStatuses Statuses(YearLaw law) =>
        ReferenceEquals(Clinician.In(Volume.Segment), Volume) ? Clinician.StatusesIn(Volume.Segment, law) : IndividualStatuses.For(Volume, law);
}
