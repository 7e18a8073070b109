using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Scores virtual groups and APM Entities, when all parts are scored.</summary>
/// <param name="setup">The run.</param>
/// <param name="nation">What the parts share.</param>
/// <param name="law">The law.</param>
internal sealed class NationScoring(RunSetup setup, NationFacts nation, YearLaw law)
{
    private readonly UnitScoring scoring = new(setup, law, nation.WithoutData);
    private readonly HashSet<UnitKey> known = [];

    /// <summary>Virtual groups by id.</summary>
    public Dictionary<string, UnitScore> VirtualGroups { get; } = new(StringComparer.Ordinal);

    /// <summary>APM Entities by id.</summary>
    public Dictionary<string, UnitScore> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>What was found.</summary>
    public List<RunProblem> Problems { get; } = [];

    /// <summary>Percents of units that reported a pathway.</summary>
    public List<(string Mvp, decimal? Quality, decimal? Cost)> Pathways { get; } = [];

    /// <summary>Results in which a bonus could not be known, by level.</summary>
    public IReadOnlyDictionary<ParticipationOption, long> WithoutReference => scoring.WithoutReference;

    /// <summary>Scores all, and writes the results.</summary>
    /// <param name="members">Clinicians of each APM Entity.</param>
    /// <param name="rollUp">Their Promoting Interoperability.</param>
    /// <param name="virtualGroups">Takes results of virtual groups.</param>
    /// <param name="entities">Takes results of APM Entities.</param>
    public void Run(IReadOnlyDictionary<string, EntityMembers> members, IReadOnlyDictionary<RollUpRow, int> rollUp, Stream virtualGroups, Stream entities)
    {
        foreach (var group in nation.VirtualGroups.Where(group => group.IsApproved.Flag).OrderBy(group => group.Id, StringComparer.Ordinal))
        {
            var unit = new UnitKey(ParticipationOption.VirtualGroup, "", group.Id);
            VirtualGroups.Add(group.Id, Score(unit, nation.ProfileOf(group), virtualGroups));
        }

        var participants = rollUp.ToLookup(pair => pair.Key.EntityId, StringComparer.Ordinal);
        foreach (var (id, group) in members.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Problems.AddRange(nation.Eligibility.Entity(id).Election.Refused.Select(RunProblem.Of));
            var unit = new UnitKey(ParticipationOption.ApmEntity, "", id);
            if (law.Eligibility.ApmEntityIsJudgedAlone.Flag || nation.Input.Units.ContainsKey(unit))
            {
                Entities.Add(id, Score(unit, ProfileOf(group, participants[id]), entities));
            }
        }

        TellUnknown();
        // Rows about practices of virtual groups stand in their parts too, which tell of them.
        Problems.AddRange(nation.Input.Problems.Where(problem => problem.File is InputTable.VirtualGroups or InputTable.Submissions or InputTable.Computed || problem.Unit is null));
    }

    private UnitScore Score(UnitKey unit, DerivedProfile derived, Stream to)
    {
        known.Add(unit);
        var scored = scoring.Score(unit, nation.Input.Units.GetValueOrDefault(unit) ?? [], derived, Problems);
        if (scored.Result.Length > 0)
        {
            UnitScoring.Write(to, unit, scored.Result.Span);
        }

        Pathways.AddRange(scored.Pathways);

        return scored.Score;
    }

    private static DerivedProfile ProfileOf(EntityMembers members, IEnumerable<KeyValuePair<RollUpRow, int>> rollUp) =>
        new(SpecialStatus.None, [.. members.Types])
        {
            EligibleClinicians = Math.Max(members.Clinicians, 1),
            ApmParticipation = true,
            ApmEntity = new(
                members.Model.Length > 0 ? members.Model : null,
                null,
                [.. rollUp.OrderBy(pair => pair.Key.Tin, StringComparer.Ordinal).ThenBy(pair => pair.Key.IndividualPoints).ThenBy(pair => pair.Key.GroupPoints).ThenBy(pair => pair.Key.Excepted).ThenBy(pair => pair.Key.OptionalPublicHealth).Select(pair => new PiParticipant(pair.Key.Tin, pair.Value, pair.Key.IndividualPoints, pair.Key.GroupPoints, pair.Key.Excepted, pair.Key.OptionalPublicHealth))]),
        };

    private void TellUnknown()
    {
        foreach (var (unit, lines) in nation.Input.Units.Where(unit => !known.Contains(unit.Key)))
        {
            foreach (var line in lines)
            {
                var isVirtual = unit.Level == ParticipationOption.VirtualGroup;
                Problems.Add(new(Consequence.Rejected, ProblemCode.UNKNOWN_PARTICIPANT, line.Table, line.Number, "$", unit, isVirtual
                    ? "There is no virtual group of this id that stands. See what eligibility says of its agreement and practices."
                    : "No list of a MIPS APM in apm.csv names this APM Entity at a date that counts. Add its clinicians, or correct the id."));
            }
        }
    }
}
