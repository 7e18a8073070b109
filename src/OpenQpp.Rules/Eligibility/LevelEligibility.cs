using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What a unit is at its level: required to take part, opted in, or neither.</summary>
/// <param name="Volume">Its low-volume determination.</param>
/// <param name="Election">What it elected.</param>
public sealed record LevelEligibility(LowVolumeDetermination Volume, ElectionOutcome Election)
{
    private static readonly Label OptedIn = new("opted in", Unit.YesNo, "414.1310(b)(1)(iii)(A)", "{s} opted in: {v}");
    private static readonly Label Eligible = new("eligible at the level", Unit.YesNo, "414.1310(b)(1)(iii)", "{s} exceeds the low-volume threshold or opted in: {v}");

    /// <summary>Exceeds the low-volume threshold.</summary>
    public bool IsRequired => Volume.Exceeded.Flag;

    /// <summary>Did not have to and chose to.</summary>
    public bool IsOptedIn => Election.IsOptedIn;

    /// <summary>A score at this level can bring a payment adjustment.</summary>
    public bool IsEligible => IsRequired || IsOptedIn;

    /// <summary>Whether a score at this level can bring a payment adjustment, and why.</summary>
    public Finding Why => Finding.AnyOfSubject(Eligible, Volume.Level.Word(), [Volume.Exceeded, Finding.Given(OptedIn, IsOptedIn, Volume.Level.Word())]);

    /// <summary>none, eligible, optedIn or voluntary.</summary>
    public string OptInWord => Election.Choice switch
    {
        ElectionChoice.OptIn => "optedIn",
        ElectionChoice.Voluntary => "voluntary",
        _ => Volume.MayOptIn.Flag ? "eligible" : "none",
    };
}
