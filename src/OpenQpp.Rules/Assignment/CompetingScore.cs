using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A final score that may count for a participant or a TIN/NPI.</summary>
/// <param name="Level">The level at which it was reached.</param>
/// <param name="Option">The reporting option.</param>
/// <param name="FinalScore">Points with two decimals; null where nobody took part at that level.</param>
public sealed record CompetingScore(ParticipationOption Level, ReportingOption Option, decimal? FinalScore)
{
    private static readonly Label Reached = new("final score reached", Unit.Points, "414.1380(c)", "{s}: {v} points");
    private static readonly Label NotReached = new("final score reached", Unit.Points, "414.1380(c)", "{s}: no final score");

    /// <summary>Scored on the measures of a hospital.</summary>
    public bool FacilityBased { get; init; }

    /// <summary>The MIPS Value Pathway, or null.</summary>
    public string? MvpId { get; init; }

    /// <summary>The program of the measurement sets, or null.</summary>
    public string? Program { get; init; }

    /// <summary>The APM Entity, virtual group or subgroup, or null.</summary>
    public string? EntityId { get; init; }

    /// <summary>The place in which it was given; decides where nothing else does.</summary>
    public int Ordinal { get; init; }

    /// <summary>The threshold score of an individual under the automatic policy for extreme circumstances.</summary>
    public bool ByAutomaticPolicy { get; init; }

    /// <summary>What quality and cost contribute, points; null where it is not asked for.</summary>
    public decimal? QualityPlusCost { get; init; }

    /// <summary>What to call it, for example <c>group mvp G0053</c>.</summary>
    public string Name =>
        string.Join(' ', ((string?[])[Level.Word(), FacilityBased ? "facility-based" : null, Option.Word(), MvpId, EntityId]).Where(word => word is not null));

    /// <summary>The score for explanations.</summary>
    internal Finding Finding => FinalScore is { } score ? Finding.Given(Reached, score, Name) : Finding.NotScored(NotReached, Name);
}
