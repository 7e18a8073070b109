using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of 414.1305 and 414.1310 for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class EligibilityLaw(ParameterReader parameters)
{
    /// <summary>Low-volume threshold, dollars.</summary>
    public Finding LowVolumeDollars { get; } = parameters.Number("eligibility/low-volume-dollars");

    /// <summary>Which allowed charges are held against the threshold.</summary>
    public Finding? LowVolumeDollarBasis { get; } = parameters.Word("eligibility/low-volume-dollar-basis");

    /// <summary>All of Part B is held against the threshold; else covered professional services alone.</summary>
    public bool LowVolumeCountsAllOfPartB { get; } = parameters.Word("eligibility/low-volume-dollar-basis") is { Word: "all Medicare Part B allowed charges" };

    /// <summary>Low-volume threshold, patients.</summary>
    public Finding LowVolumePatients { get; } = parameters.Number("eligibility/low-volume-patients");

    /// <summary>Low-volume threshold, services; null in 2017 and 2018.</summary>
    public Finding? LowVolumeServices { get; } = parameters.NumberOrNone("eligibility/low-volume-services");

    /// <summary>Clinicians on a participation list are judged by their APM Entity group alone.</summary>
    public Finding ApmEntityIsJudgedAlone { get; } = parameters.Flag("eligibility/low-volume-apm-entity");

    /// <summary>The segments of the determination period, the first one first.</summary>
    public IReadOnlyList<DeterminationSegment> Segments { get; } =
    [
        new(1, parameters.Date("eligibility/segment-1-start"), parameters.Date("eligibility/segment-1-end"), parameters.Number("eligibility/segment-1-run-out")),
        new(2, parameters.Date("eligibility/segment-2-start"), parameters.Date("eligibility/segment-2-end"), parameters.Number("eligibility/segment-2-run-out")),
    ];

    /// <summary>Clinicians and groups may opt in.</summary>
    public Finding OptIn { get; } = parameters.Flag("eligibility/opt-in");

    /// <summary>An APM Entity group may opt in.</summary>
    public Finding ApmEntityOptIn { get; } = parameters.Flag("eligibility/opt-in-apm-entity");

    /// <summary>A criterion opens the opt-in when it is met; else it must be exceeded. Final law has always said exceeded.</summary>
    public bool MeetingOpensOptIn { get; } = parameters.Word("eligibility/opt-in-test") is { Word: "meetsOrExceeds" };

    /// <summary>The month from which a first claim makes a late joiner.</summary>
    public Finding JoinerFirstMonth { get; } = parameters.Number("eligibility/joiner-first-month");

    /// <summary>All categories are reweighted for late joiners.</summary>
    public Finding JoinerClause { get; } = parameters.Flag("eligibility/joiner-clause");

    /// <summary>How it becomes known that the automatic policy for extreme circumstances covers an individual.</summary>
    public Finding ExtremeCircumstances { get; } = parameters.Word("eligibility/extreme-circumstances") ?? throw new LawDataException("Extreme circumstances must become known somehow.");

    /// <summary>Most eligible clinicians of a small practice.</summary>
    public Finding SmallPracticeClinicians { get; } = parameters.Number("eligibility/small-practice-clinicians");

    /// <summary>Virtual groups exist.</summary>
    public Finding VirtualGroups { get; } = parameters.Flag("participation/virtual-groups");

    /// <summary>The special statuses.</summary>
    public SpecialStatusLaw SpecialStatuses { get; } = new(parameters);

    /// <summary>Virtual groups, subgroups and APM Entities.</summary>
    public MembershipLaw Membership { get; } = new(parameters);

    /// <summary>When registrations and elections can be made.</summary>
    public RegistrationLaw Registration { get; } = new(parameters);

    /// <summary>Thresholds of Qualifying APM Participants.</summary>
    public QpLaw Qp { get; } = new(parameters);
}

/// <summary>One segment of the MIPS determination period.</summary>
/// <param name="Number">1 or 2.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="RunOut">Days after it in which claims are still taken.</param>
public sealed record DeterminationSegment(int Number, DateOnly From, DateOnly To, Finding RunOut)
{
    /// <summary>The last day on which a claim of the segment is received in time.</summary>
    public DateOnly LastReceipt => To.AddDays((int)RunOut.Number);
}
