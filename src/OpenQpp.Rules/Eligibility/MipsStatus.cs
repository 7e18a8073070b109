using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What a TIN/NPI is in MIPS.</summary>
public enum MipsStanding
{
    /// <summary>No payment adjustment factor.</summary>
    None,

    /// <summary>A factor of zero without being scored.</summary>
    Neutral,

    /// <summary>A factor from a final score.</summary>
    Adjusted,
}

/// <summary>Who of the levels of a TIN/NPI sent data; null where that is not known.</summary>
/// <param name="Group">The group.</param>
/// <param name="Subgroup">The subgroup.</param>
/// <param name="ApmEntity">The APM Entity.</param>
public sealed record ReportedLevels(bool? Group, bool? Subgroup, bool? ApmEntity)
{
    /// <summary>Nothing is known of what was reported.</summary>
    public static ReportedLevels Unknown { get; } = new(null, null, null);
}

/// <summary>Everything on which the status of a TIN/NPI rests.</summary>
/// <param name="Exclusion">Exclusions other than low volume.</param>
/// <param name="Joiner">Whether the TIN/NPI joined late.</param>
/// <param name="Individual">The individual level.</param>
/// <param name="Group">The group level.</param>
public sealed record Standing(Exclusion Exclusion, LateJoiner Joiner, LevelEligibility Individual, LevelEligibility Group)
{
    /// <summary>The APM Entity groups of MIPS APMs to which the TIN/NPI belongs.</summary>
    public IReadOnlyList<LevelEligibility> ApmEntities { get; init; } = [];

    /// <summary>The approved virtual group of the TIN, or null.</summary>
    public Finding? VirtualGroup { get; init; }

    /// <summary>The subgroup of the TIN/NPI that may take part, or null.</summary>
    public Finding? Subgroup { get; init; }

    /// <summary>Who sent data.</summary>
    public ReportedLevels Reported { get; init; } = ReportedLevels.Unknown;
}

/// <summary>
/// Who gets a payment adjustment, at which levels, and why. Excluded first; then, through 2020, the APM Entity group alone;
/// then the virtual group, the individual, the group; a late joiner takes a group's score or is neutral.
/// </summary>
/// <param name="Is">adjusted, neutral or none.</param>
/// <param name="Levels">The levels whose scores compete.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="Exclusion">What excludes; null where nothing does.</param>
/// <param name="Condition">groupReports: only if data come at one of the levels; unlessGroupReports: else the group's score; null where it holds as it is.</param>
[Cfr("414.1310")]
[Cfr("414.1317(a)(2)")]
[Cfr("414.1370(f)(2)")]
public sealed record MipsStatus(MipsStanding Is, ParticipationOption[] Levels, string Reason, string? Exclusion, string? Condition)
{
    /// <summary>The condition of a clinician who is adjusted only through data of the group.</summary>
    public const string GroupReports = "groupReports";

    /// <summary>The condition of a late joiner who is neutral as long as the group sends nothing.</summary>
    public const string UnlessGroupReports = "unlessGroupReports";

    private static readonly string[] Words = ["none", "neutral", "adjusted"];

    private static readonly ParticipationOption[] Ordered = [ParticipationOption.Individual, ParticipationOption.Group, ParticipationOption.Subgroup, ParticipationOption.ApmEntity];
    private static readonly ParticipationOption[][] Competing = [.. Enumerable.Range(0, 1 << Ordered.Length).Select(OfBits)];

    private static readonly Label Result = new("MIPS status", Unit.Word, "414.1310", "payment adjustment: {v}");
    private static readonly Label Says = new("status by law", Unit.Word, "414.1310", "{s}: {v}");

    /// <summary>adjusted, neutral or none, and what decided. Worked out when first asked for.</summary>
    public Finding Status
    {
        get => field ??= Finding.Taken(Result, Reason, Finding.Parameter(Says, Words[(int)Is]), Ground.Evidence(Ground.Standing, Ground.Law));
        init;
    }

    private (Standing Standing, YearLaw Law, Func<Standing, YearLaw, Finding[]> Evidence) Ground { get; init; }

    /// <summary>The status of a TIN/NPI.</summary>
    /// <param name="standing">What is known of it.</param>
    /// <param name="law">The law of the year.</param>
    public static MipsStatus For(Standing standing, YearLaw law)
    {
        if (standing.Exclusion.Word is { } excluded)
        {
            return None(excluded, excluded, standing, law, OfExclusion);
        }

        if (law.Eligibility.ApmEntityIsJudgedAlone.Flag && standing.ApmEntities.Count > 0)
        {
            return ByEntity(standing, law);
        }

        if (standing.VirtualGroup is not null)
        {
            return Adjusted([ParticipationOption.VirtualGroup], "virtualGroup", null, standing, law, (standing, _) => [standing.VirtualGroup!]);
        }

        return standing.Joiner.IsLate && !standing.Individual.IsEligible ? OfJoiner(standing, law) : ByVolume(standing, law);
    }

    /// <summary>414.1370(f)(2): through 2020 the volume of the APM Entity group decides, whatever TIN or clinician would be.</summary>
    private static MipsStatus ByEntity(Standing standing, YearLaw law) =>
        Deciding(standing.ApmEntities) is { } deciding
            ? Adjusted([ParticipationOption.ApmEntity], deciding.IsRequired ? "apmEntityRequired" : "apmEntityOptedIn", null, standing, law, (standing, law) => [law.Eligibility.ApmEntityIsJudgedAlone, Deciding(standing.ApmEntities)!.Why])
            : None("apmEntityLowVolume", "lowVolume", standing, law, (standing, law) => [law.Eligibility.ApmEntityIsJudgedAlone, .. standing.ApmEntities.Select(entity => entity.Why)]);

    private static LevelEligibility? Deciding(IReadOnlyList<LevelEligibility> entities) =>
        entities.FirstOrDefault(entity => entity.IsRequired) ?? entities.FirstOrDefault(entity => entity.IsOptedIn);

    private static MipsStatus ByVolume(Standing standing, YearLaw law)
    {
        var (individual, group) = (standing.Individual, standing.Group);
        var levels = LevelsOf(standing);
        if (individual.IsEligible)
        {
            return Adjusted(levels, individual.IsRequired ? "individualRequired" : "individualOptedIn", null, standing, law, OfVolumes);
        }

        if (!group.IsEligible)
        {
            return None((individual.Election.Choice ?? group.Election.Choice) is ElectionChoice.Voluntary ? "voluntary" : "lowVolume", "lowVolume", standing, law, OfVolumes);
        }

        return IsReported(standing, levels) is false
            ? None("groupDidNotReport", "lowVolume", standing, law, OfVolumes)
            : Adjusted(levels, group.IsRequired ? "groupRequired" : "groupOptedIn", IsReported(standing, levels) is null ? GroupReports : null, standing, law, OfVolumes);
    }

    /// <summary>414.1380(c)(2)(i)(A)(3); before that clause a late joiner has a factor only through the group's score.</summary>
    private static MipsStatus OfJoiner(Standing standing, YearLaw law)
    {
        var joiner = standing.Joiner;
        var levels = joiner.IsNewPractice.Flag ? [] : LevelsOf(standing);
        if (levels.Length > 0 && IsReported(standing, levels) is true)
        {
            return Adjusted(levels, "joinedInFinalThreeMonths", null, standing, law, (standing, _) => [standing.Joiner.IsLateJoiner, standing.Group.Why]);
        }

        var reason = joiner.IsNewPractice.Flag ? "newPracticeInFinalThreeMonths" : "joinedInFinalThreeMonths";
        var condition = levels.Length > 0 && IsReported(standing, levels) is null ? UnlessGroupReports : null;
        return law.Eligibility.JoinerClause.Flag || law.Settings.JoinersWithoutClauseAreNeutral
            ? new(MipsStanding.Neutral, [], reason, null, condition) { Ground = (standing, law, OfLateJoiner) }
            : new(MipsStanding.None, [], reason, "lowVolume", condition) { Ground = (standing, law, OfLateJoiner) };
    }

    private static Finding[] OfExclusion(Standing standing, YearLaw law) => [.. standing.Exclusion.Tests.Where(test => test.Flag).Take(1)];

    private static Finding[] OfVolumes(Standing standing, YearLaw law) => [standing.Individual.Why, standing.Group.Why];

    private static Finding[] OfLateJoiner(Standing standing, YearLaw law) => [standing.Joiner.IsLateJoiner, standing.Joiner.IsNewPractice, law.Eligibility.JoinerClause];

    /// <summary>The levels whose scores compete.</summary>
    private static ParticipationOption[] LevelsOf(Standing standing)
    {
        var (individual, group) = (standing.Individual.IsEligible, standing.Group.IsEligible);
        var subgroup = group && standing.Subgroup is { Flag: true } && standing.Group.IsRequired && standing.Individual.Election.Choice is null;
        var entity = standing.ApmEntities.Count > 0 && (individual || group);
        return Competing[(individual ? 1 : 0) | (group ? 2 : 0) | (subgroup ? 4 : 0) | (entity ? 8 : 0)];
    }

    /// <summary>The levels of which a bit is set, the individual the lowest.</summary>
    private static ParticipationOption[] OfBits(int bits) => [.. Ordered.Where((_, place) => (bits & (1 << place)) != 0)];

    /// <summary>Whether one of the levels sent data: yes when one is known to have, no when all are known not to have.</summary>
    private static bool? IsReported(Standing standing, ParticipationOption[] levels)
    {
        bool? known = false;
        foreach (var level in levels)
        {
            var one = level switch
            {
                ParticipationOption.Group => standing.Reported.Group,
                ParticipationOption.Subgroup => standing.Reported.Subgroup,
                _ => standing.Reported.ApmEntity,
            };
            if (one is true)
            {
                return true;
            }

            known = one is null ? null : known;
        }

        return known;
    }

    private static MipsStatus None(string reason, string exclusion, Standing standing, YearLaw law, Func<Standing, YearLaw, Finding[]> evidence) =>
        new(MipsStanding.None, [], reason, exclusion, null) { Ground = (standing, law, evidence) };

    private static MipsStatus Adjusted(ParticipationOption[] levels, string reason, string? condition, Standing standing, YearLaw law, Func<Standing, YearLaw, Finding[]> evidence) =>
        new(MipsStanding.Adjusted, levels, reason, null, condition) { Ground = (standing, law, evidence) };

    /// <summary>The word: adjusted, neutral or none.</summary>
    /// <param name="standing">The status.</param>
    public static string Word(MipsStanding standing) => Words[(int)standing];
}
