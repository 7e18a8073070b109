using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of virtual groups, subgroups and APM Entities for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class MembershipLaw(ParameterReader parameters)
{
    /// <summary>Whose lists count on 31 December.</summary>
    public enum YearEndSnapshot
    {
        /// <summary>Everybody's.</summary>
        All,

        /// <summary>Those of APMs in which everybody of a TIN takes part.</summary>
        FullTin,
    }

    /// <summary>The snapshot dates, the first one first.</summary>
    public IReadOnlyList<string> SnapshotDates { get; } = parameters.Word("participation/apm-snapshots")!.Word.Split(';');

    /// <summary>Whose lists count on the last snapshot date.</summary>
    public YearEndSnapshot YearEnd { get; } = parameters.Method<YearEndSnapshot>("participation/apm-year-end-snapshot");

    /// <summary>The deadline of virtual group elections as it is written; null where there are no virtual groups.</summary>
    public Finding? VirtualGroupDeadline { get; } = parameters.Word("participation/virtual-group-deadline");

    /// <summary>Most eligible clinicians of a practice in a virtual group.</summary>
    public Finding? VirtualGroupClinicians { get; } = parameters.NumberOrNone("participation/virtual-group-clinicians");

    /// <summary>Fewest eligible clinicians of a group.</summary>
    public Finding GroupClinicians { get; } = parameters.Number("participation/group-clinicians");

    /// <summary>Fewest practices of a virtual group.</summary>
    public Finding? VirtualGroupPractices { get; } = parameters.NumberOrNone("participation/virtual-group-practices");

    /// <summary>Subgroups exist.</summary>
    public Finding Subgroups { get; } = parameters.Flag("participation/subgroups");

    /// <summary>Fewest clinicians of a subgroup.</summary>
    public Finding? SubgroupClinicians { get; } = parameters.NumberOrNone("participation/subgroup-clinicians");

    /// <summary>Fewest individually eligible clinicians of a subgroup.</summary>
    public Finding? SubgroupEligibleClinicians { get; } = parameters.NumberOrNone("participation/subgroup-eligible-clinicians");

    /// <summary>The levels whose score is taken before any other, the first one first, as they are written.</summary>
    public Finding PrevailingScores { get; } = parameters.Word("participation/prevailing-scores") ?? throw new LawDataException("Every year has levels whose score prevails.");

    /// <summary>The same as levels.</summary>
    public IReadOnlyList<ParticipationOption> PrevailingLevels { get; } =
    [
        .. parameters.Word("participation/prevailing-scores")!.Word.Split(';')
            .Select(word => ParticipationOptions.Of(word) ?? throw new LawDataException($"No score of '{word}' can prevail.")),
    ];

    /// <summary>A subgroup's own application for extreme and uncontrollable circumstances counts; no where there are no subgroups.</summary>
    public Finding SubgroupOwnApplication { get; } = parameters.Flag("participation/subgroup-own-application");

    /// <summary>The deadline of virtual group elections.</summary>
    /// <exception cref="LawDataException">It is no moment of time.</exception>
    public Moment? LastElection { get; } = parameters.Word("participation/virtual-group-deadline") is { } text
        ? Moment.Of(text.Word) ?? throw new LawDataException("The deadline of virtual groups must be a moment of time.")
        : null;
}
