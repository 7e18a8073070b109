using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Scores virtual groups and APM Entities, when all parts are scored.</summary>
/// <param name="setup">The run.</param>
/// <param name="nation">What the parts share.</param>
/// <param name="law">The law.</param>
internal sealed class NationScoring(RunSetup setup, NationFacts nation, YearLaw law)
{
    private readonly NationUnits virtualGroups = new(setup, nation, law);
    private readonly NationUnits entities = new(setup, nation, law);
    private readonly List<RunProblem> inInput = [];

    /// <summary>Virtual groups by id.</summary>
    public IReadOnlyDictionary<string, UnitScore> VirtualGroups => virtualGroups.Scores;

    /// <summary>APM Entities by id.</summary>
    public IReadOnlyDictionary<string, UnitScore> Entities => entities.Scores;

    /// <summary>What was found.</summary>
    public IEnumerable<RunProblem> Problems => [.. virtualGroups.Problems, .. entities.Problems, .. inInput];

    /// <summary>Percents of units that reported a pathway.</summary>
    public IEnumerable<(string Mvp, decimal? Quality, decimal? Cost)> Pathways => [.. virtualGroups.Pathways, .. entities.Pathways];

    /// <summary>Results in which a bonus could not be known, by level.</summary>
    public IEnumerable<KeyValuePair<ParticipationOption, long>> WithoutReference => [.. virtualGroups.WithoutReference, .. entities.WithoutReference];

    /// <summary>Scores all, and writes the results.</summary>
    /// <param name="members">Clinicians of each APM Entity.</param>
    /// <param name="rollUp">Their Promoting Interoperability.</param>
    /// <param name="toVirtualGroups">Takes results of virtual groups.</param>
    /// <param name="toEntities">Takes results of APM Entities.</param>
    /// <param name="threads">Threads.</param>
    public void Run(IReadOnlyDictionary<string, EntityMembers> members, IReadOnlyDictionary<RollUpRow, int> rollUp, Stream toVirtualGroups, Stream toEntities, int threads)
    {
        Action[] scorings = [() => ScoreVirtualGroups(toVirtualGroups), () => ScoreEntities(members, rollUp, toEntities)];
        LawRun.Each(scorings.Length, threads, place => scorings[place]());
        TellUnknown();
        // Rows about practices of virtual groups stand in their parts too, which tell of them.
        inInput.AddRange(nation.Input.Problems.Where(problem => problem.File is InputTable.VirtualGroups or InputTable.Submissions or InputTable.Computed || problem.Unit is null));
    }

    private void ScoreVirtualGroups(Stream to)
    {
        foreach (var group in nation.VirtualGroups.Where(group => group.IsApproved.Flag).OrderBy(group => group.Id, StringComparer.Ordinal))
        {
            virtualGroups.Score(new(ParticipationOption.VirtualGroup, "", group.Id), nation.ProfileOf(group), to);
        }
    }

    private void ScoreEntities(IReadOnlyDictionary<string, EntityMembers> members, IReadOnlyDictionary<RollUpRow, int> rollUp, Stream to)
    {
        var participants = rollUp.ToLookup(pair => pair.Key.EntityId, StringComparer.Ordinal);
        foreach (var (id, group) in members.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            entities.Problems.AddRange(nation.Eligibility.Entity(id).Election.Refused.Select(RunProblem.Of));
            var unit = new UnitKey(ParticipationOption.ApmEntity, "", id);
            if (law.Eligibility.ApmEntityIsJudgedAlone.Flag || nation.Input.Units.ContainsKey(unit))
            {
                entities.Score(unit, ProfileOf(group, participants[id]), to);
            }
        }
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
        foreach (var (unit, lines) in nation.Input.Units.Where(unit => !virtualGroups.Known.Contains(unit.Key) && !entities.Known.Contains(unit.Key)))
        {
            foreach (var line in lines)
            {
                var isVirtual = unit.Level == ParticipationOption.VirtualGroup;
                inInput.Add(new(Consequence.Rejected, ProblemCode.UNKNOWN_PARTICIPANT, line.Table, line.Number, "$", unit, isVirtual
                    ? "There is no virtual group of this id that stands. See what eligibility says of its agreement and practices."
                    : "No list of a MIPS APM in apm.csv names this APM Entity at a date that counts. Add its clinicians, or correct the id."));
            }
        }
    }
}
