using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Everything that eligibility says of one TIN/NPI.</summary>
/// <param name="Clinician">The clinician.</param>
/// <param name="Status">Payment adjustment: adjusted, neutral or none, at which levels, and why.</param>
/// <param name="Standing">On what it rests.</param>
/// <param name="Practice">The practice.</param>
public sealed record EligibilityAnswer(ClinicianFacts Clinician, MipsStatus Status, Standing Standing, PracticeEligibility Practice)
{
    /// <summary>QP, Partial QP or neither.</summary>
    public required QpDetermination Qp { get; init; }

    /// <summary>The clinician's own special statuses, test by test; the size of the practice is among them. Worked out when first asked for.</summary>
    public IReadOnlyList<StatusTest> StatusTests => field ??= FindStatusTests();

    /// <summary>Lists of APM Entities that name the clinician.</summary>
    public required IReadOnlyList<ApmMembership> Apm { get; init; }

    /// <summary>Whether the automatic policy for extreme circumstances covers the clinician.</summary>
    public required Finding AutomaticExtremeCircumstances { get; init; }

    /// <summary>The virtual group that the TIN elected, whether it stands or not; null where there is none.</summary>
    public VirtualGroup? VirtualGroup { get; init; }

    /// <summary>The special statuses of the approved virtual group, test by test; none where there is no such group. Worked out when first asked for.</summary>
    public IReadOnlyList<StatusTest> VirtualGroupStatusTests => field ??= FindVirtualGroupStatusTests();

    /// <summary>The id of the clinician's subgroup, whether it may take part or not.</summary>
    public string? SubgroupId { get; init; }

    /// <summary>The clinician's own special statuses.</summary>
    public SpecialStatus SpecialStatuses => StatusTest.Union(StatusTests);

    /// <summary>Elections of the clinician, the group and the APM Entities that were refused.</summary>
    public IEnumerable<RefusedElection> RefusedElections =>
        Standing.Individual.Election.Refused.Concat(Standing.Group.Election.Refused).Concat(Standing.ApmEntities.SelectMany(entity => entity.Election.Refused));

    internal Func<IReadOnlyList<StatusTest>> FindStatusTests { get; init; } = () => [];

    internal Func<IReadOnlyList<StatusTest>> FindVirtualGroupStatusTests { get; init; } = () => [];

    /// <summary>Takes part in an APM: a list names the clinician at a snapshot date that counts.</summary>
    public bool ParticipatesInApm => Apm.Any(membership => membership.IsListed.Flag);
}
