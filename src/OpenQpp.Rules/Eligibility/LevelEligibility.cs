using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What a unit is at its level: required to take part, opted in, or neither.</summary>
/// <param name="Volume">Its low-volume determination.</param>
/// <param name="Election">What it elected.</param>
public sealed record LevelEligibility(LowVolumeDetermination Volume, ElectionOutcome Election)
{
    private static readonly Label EligibleGroup = new("eligible as a group", Unit.YesNo, "414.1310(b)(1)(iii)", "the TIN is a group that exceeds the low-volume threshold or opted in: {v}");
    private static readonly Label Group = new("group", Unit.YesNo, "414.1305, group", "{0} eligible clinicians under the TIN, at least {1}: {v}");
    private static readonly Label Clinicians = new("eligible clinicians under the TIN", Unit.Clinicians, "414.1305, group", "{v} eligible clinicians under the TIN");
    private static readonly Label OptedIn = new("opted in", Unit.YesNo, "414.1310(b)(1)(iii)(A)", "{s} opted in: {v}");
    private static readonly Label Eligible = new("eligible at the level", Unit.YesNo, "414.1310(b)(1)(iii)", "{s} exceeds the low-volume threshold or opted in: {v}");

    /// <summary>Whether a TIN has the clinicians that make a group; null where the question does not arise or the number is not given.</summary>
    public Finding? IsGroup { get; init; }

    /// <summary>Exceeds the low-volume threshold.</summary>
    public bool IsRequired => Volume.IsExceeded && IsGroup is not { Flag: false };

    /// <summary>Did not have to and chose to.</summary>
    public bool IsOptedIn => Election.IsOptedIn && IsGroup is not { Flag: false };

    /// <summary>A score at this level can bring a payment adjustment.</summary>
    public bool IsEligible => IsRequired || IsOptedIn;

    /// <summary>Whether a score at this level can bring a payment adjustment, and why.</summary>
    public Finding Why
    {
        get
        {
            var byVolume = Finding.AnyOfSubject(Eligible, Volume.Level.Word(), [Volume.Exceeded, Finding.Given(OptedIn, Election.IsOptedIn, Volume.Level.Word())]);
            return IsGroup is null ? byVolume : Finding.AllOfSubject(EligibleGroup, Volume.Level.Word(), [IsGroup, byVolume]);
        }
    }

    /// <summary>Whether the clinicians under a TIN make a group, by the largest number given for a segment; null where none is given.</summary>
    /// <param name="clinicians">Eligible clinicians under the TIN, the larger of both segments.</param>
    /// <param name="law">The law of the year.</param>
    [Cfr("414.1305")]
    public static Finding? GroupTest(long? clinicians, MembershipLaw law) =>
        clinicians is { } number ? Finding.AtLeast(Group, Finding.Given(Clinicians, number), law.GroupClinicians) : null;

    /// <summary>none, eligible, optedIn or voluntary.</summary>
    public string OptInWord => Election.Choice switch
    {
        ElectionChoice.OptIn => "optedIn",
        ElectionChoice.Voluntary => "voluntary",
        _ => Volume.MayOptIn.Flag ? "eligible" : "none",
    };
}
