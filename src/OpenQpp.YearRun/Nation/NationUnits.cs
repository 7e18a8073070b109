using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Scores the virtual groups of a nation, or its APM Entities. Used by one thread.</summary>
/// <param name="setup">The run.</param>
/// <param name="nation">What the parts share.</param>
/// <param name="law">The law.</param>
internal sealed class NationUnits(RunSetup setup, NationFacts nation, YearLaw law)
{
    private readonly UnitScoring scoring = new(setup, law, nation.WithoutData);

    /// <summary>The scores by id.</summary>
    public Dictionary<string, UnitScore> Scores { get; } = new(StringComparer.Ordinal);

    /// <summary>The units that are there.</summary>
    public HashSet<UnitKey> Known { get; } = [];

    /// <summary>What was found.</summary>
    public List<RunProblem> Problems { get; } = [];

    /// <summary>Percents of units that reported a pathway.</summary>
    public List<(string Mvp, decimal? Quality, decimal? Cost)> Pathways { get; } = [];

    /// <summary>Results in which a bonus could not be known, by level.</summary>
    public IReadOnlyDictionary<ParticipationOption, long> WithoutReference => scoring.WithoutReference;

    /// <summary>Scores a unit and writes the result.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="derived">What follows from eligibility.</param>
    /// <param name="to">Takes the result.</param>
    public void Score(UnitKey unit, DerivedProfile derived, Stream to)
    {
        Known.Add(unit);
        var scored = scoring.Score(unit, nation.Input.Units.GetValueOrDefault(unit) ?? [], derived, Problems);
        if (scored.Result.Length > 0)
        {
            UnitScoring.Write(to, unit, scored.Result.Span);
        }

        Pathways.AddRange(scored.Pathways);
        Scores.Add(unit.Id, scored.Score);
    }
}
