using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Everything that eligibility says of one TIN/NPI.</summary>
public sealed class EligibilityAnswer
{
    private readonly UnitFacts facts;
    private readonly YearEligibility year;

    internal EligibilityAnswer(ClinicianFacts clinician, UnitFacts facts, Standing standing, PracticeEligibility practice, YearEligibility year, YearLaw law)
    {
        (Clinician, this.facts, Standing, Practice, this.year) = (clinician, facts, standing, practice, year);
        Status = MipsStatus.For(standing, law);
    }

    /// <summary>The clinician.</summary>
    public ClinicianFacts Clinician { get; }

    /// <summary>Payment adjustment: adjusted, neutral or none, at which levels, and why.</summary>
    public MipsStatus Status { get; }

    /// <summary>On what it rests.</summary>
    public Standing Standing { get; }

    /// <summary>The practice.</summary>
    public PracticeEligibility Practice { get; }

    /// <summary>QP, Partial QP or neither.</summary>
    public required QpDetermination Qp { get; init; }

    /// <summary>The clinician's own special statuses, test by test; the size of the practice is among them. Worked out when first asked for.</summary>
    public StatusTest[] StatusTests => field ??= [.. Practice.SizeTests, .. year.TestsOf(facts.First), .. year.TestsOf(facts.Second)];

    /// <summary>Lists of APM Entities that name the clinician.</summary>
    public required ApmMembership[] Apm { get; init; }

    /// <summary>Whether the automatic policy for extreme circumstances covers the clinician. Worked out when first asked for.</summary>
    public Finding AutomaticExtremeCircumstances => field ??= year.CircumstancesOf(Clinician.AutomaticExtremeCircumstances, Clinician.PracticeZip ?? Practice.Facts?.Zip);

    /// <summary>The virtual group that the TIN elected, whether it stands or not; null where there is none.</summary>
    public VirtualGroup? VirtualGroup { get; init; }

    /// <summary>The special statuses of the approved virtual group, test by test; none where there is no such group. Worked out when first asked for.</summary>
    public StatusTest[] VirtualGroupStatusTests => field ??= Standing.VirtualGroup is { Flag: true } ? year.StatusesOf(VirtualGroup!) : [];

    /// <summary>The id of the clinician's subgroup, whether it may take part or not.</summary>
    public string? SubgroupId => facts.Subgroup?.SubgroupId;

    /// <summary>The clinician's own special statuses.</summary>
    public SpecialStatus SpecialStatuses => Practice.Size | year.FoundIn(facts, 1) | year.FoundIn(facts, 2);

    /// <summary>Elections of the clinician, the group and the APM Entities that were refused.</summary>
    public IEnumerable<RefusedElection> RefusedElections =>
        Standing.Individual.Election.Refused.Concat(Standing.Group.Election.Refused).Concat(Standing.ApmEntities.SelectMany(entity => entity.Election.Refused));

    /// <summary>Takes part in an APM: a list names the clinician at a snapshot date that counts.</summary>
    public bool ParticipatesInApm => Array.Exists(Apm, membership => membership.IsParticipant);
}
