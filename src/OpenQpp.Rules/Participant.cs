using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What the rules know of a participant: each fact as given or as assumed.</summary>
/// <param name="Option">The level that takes part.</param>
/// <param name="Statuses">Its special statuses.</param>
/// <param name="SmallPractice">Whether it is a small practice (414.1305).</param>
public sealed record Participant(ParticipationOption Option, SpecialStatus Statuses, Finding SmallPractice)
{
    private static readonly Label SmallPracticeLabel =
        new("small practice", Unit.YesNo, "414.1305, small practice", "small practice (15 or fewer eligible clinicians): {v}");

    private static readonly Finding IsSmall = Finding.Given(SmallPracticeLabel, true);
    private static readonly Finding IsNotSmall = Finding.Given(SmallPracticeLabel, false);
    private static readonly Finding NotGiven = Finding.Assumed(SmallPracticeLabel, false);

    /// <summary>The clinician types; empty where none were given.</summary>
    public string[] ClinicianTypes { get; init; } = [];

    /// <summary>Number of eligible clinicians, or null where it is not given.</summary>
    public long? EligibleClinicians { get; init; }

    /// <summary>Participates in an APM, or includes clinicians who do.</summary>
    public bool ApmParticipation { get; init; }

    /// <summary>Under the automatic extreme and uncontrollable circumstances policy; individuals only.</summary>
    public bool AutomaticExtremeCircumstances { get; init; }

    /// <summary>What CMS reweighted.</summary>
    public ReweightedCategory[] Reweighted { get; init; } = [];

    /// <summary>Registered for the CAHPS for MIPS survey but missed the sampling minimum.</summary>
    public bool CahpsSampleMissed { get; init; }

    /// <summary>Overrides the computed test of full participation.</summary>
    public bool? QualityFullParticipation { get; init; }

    /// <summary>What is known of the year before.</summary>
    public PriorYear? PriorYear { get; init; }

    /// <summary>Edition of the certified technology in 2017 and 2018.</summary>
    public string? CehrtEdition { get; init; }

    /// <summary>How many clinicians did each activity.</summary>
    public ActivityParticipation[] ActivityParticipation { get; init; } = [];

    /// <summary>The program under which the participant is scored.</summary>
    public string Program { get; init; } = Programs.TraditionalMips;

    /// <summary>An APM Entity that is an ACO of the Shared Savings Program.</summary>
    public bool IsSharedSavingsAco { get; init; }

    /// <summary>Risk indicators of the patients.</summary>
    public ComplexPatient? ComplexPatient { get; init; }

    /// <summary>A single clinician.</summary>
    public bool IsIndividual => Option == ParticipationOption.Individual;

    /// <summary>Several clinicians under one TIN or several.</summary>
    public bool IsGroupOrVirtualGroup => Option is ParticipationOption.Group or ParticipationOption.VirtualGroup;

    /// <summary>A participant with given special statuses.</summary>
    /// <param name="option">The level that takes part.</param>
    /// <param name="statuses">Its special statuses, or null where none were given.</param>
    public static Participant Of(ParticipationOption option, SpecialStatus? statuses) => new(option, statuses ?? SpecialStatus.None, SmallPracticeOf(statuses));

    /// <summary>Whether somebody is a small practice.</summary>
    /// <param name="statuses">The special statuses, or null where none were given.</param>
    public static Finding SmallPracticeOf(SpecialStatus? statuses) =>
        statuses is not { } given ? NotGiven : given.Has(SpecialStatus.SmallPractice) ? IsSmall : IsNotSmall;

    /// <summary>Whether the participant has a special status.</summary>
    /// <param name="status">The status.</param>
    public bool Is(SpecialStatus status) => Statuses.Has(status);
}
