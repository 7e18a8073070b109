namespace OpenQpp.Vocabulary;

/// <summary>A case: a CMS submission and what CMS knows about the participant from elsewhere.</summary>
public sealed class Submission
{
    /// <summary>JSON path of the submission in the document, before which an envelope may stand.</summary>
    public string Root { get; init; } = "$";

    /// <summary>The level that takes part (CMS's <c>entityType</c>).</summary>
    public ParticipationOption EntityType { get; init; }

    /// <summary>Identifier of a virtual group, subgroup or APM Entity.</summary>
    public string? EntityId { get; init; }

    /// <summary>The practice's TIN: nine digits.</summary>
    public string? TaxpayerIdentificationNumber { get; init; }

    /// <summary>The clinician's NPI: ten digits.</summary>
    public string? NationalProviderIdentifier { get; init; }

    /// <summary>The performance year; null where it could not be read.</summary>
    public int? PerformanceYear { get; init; }

    /// <summary>Program of the sets that name none themselves (older submissions name it once); mips when absent.</summary>
    public string? ProgramName { get; init; }

    /// <summary>What was submitted, and what CMS computed from claims.</summary>
    public MeasurementSet[] MeasurementSets { get; init; } = [];

    /// <summary>What CMS knows about the participant from elsewhere.</summary>
    public Profile Profile { get; init; } = Profile.Empty;

    /// <summary>The same case of somebody else, or of nobody.</summary>
    /// <param name="entityId">Identifier of a virtual group, subgroup or APM Entity.</param>
    /// <param name="tin">TIN.</param>
    /// <param name="npi">NPI.</param>
    public Submission Of(string? entityId, string? tin, string? npi) => Copy((entityId, tin, npi), MeasurementSets, Profile);

    /// <summary>The same case with other sets.</summary>
    /// <param name="sets">The sets.</param>
    public Submission With(MeasurementSet[] sets) => Copy((EntityId, TaxpayerIdentificationNumber, NationalProviderIdentifier), sets, Profile);

    /// <summary>The same case with another profile.</summary>
    /// <param name="profile">The profile.</param>
    public Submission With(Profile profile) => Copy((EntityId, TaxpayerIdentificationNumber, NationalProviderIdentifier), MeasurementSets, profile);

    private Submission Copy((string? Entity, string? Tin, string? Npi) of, MeasurementSet[] sets, Profile profile) => new()
    {
        Root = Root,
        EntityType = EntityType,
        EntityId = of.Entity,
        TaxpayerIdentificationNumber = of.Tin,
        NationalProviderIdentifier = of.Npi,
        PerformanceYear = PerformanceYear,
        ProgramName = ProgramName,
        MeasurementSets = sets,
        Profile = profile,
    };

    /// <summary>The program under which a set was submitted: its own, that of the submission, or traditional MIPS.</summary>
    /// <param name="set">One of the sets.</param>
    public string ProgramOf(MeasurementSet set) => set.ProgramName ?? ProgramName ?? Programs.TraditionalMips;
}

/// <summary>One measurement set: the measurements of one category, submission method and program.</summary>
public sealed class MeasurementSet
{
    /// <summary>Place among the sets of the document, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The performance category.</summary>
    public PerformanceCategory Category { get; init; }

    /// <summary>The submission method.</summary>
    public SubmissionMethod SubmissionMethod { get; init; }

    /// <summary>mips, app1, appPlus or an MVP id; null where the set names none.</summary>
    public string? ProgramName { get; init; }

    /// <summary>CMS EHR Certification ID.</summary>
    public string? CehrtId { get; init; }

    /// <summary>First day of the performance period; null counts as the first day of the year.</summary>
    public DateOnly? PerformanceStart { get; init; }

    /// <summary>Last day of the performance period; null counts as the last day of the year.</summary>
    public DateOnly? PerformanceEnd { get; init; }

    /// <summary>The measurements.</summary>
    public Measurement[] Measurements { get; init; } = [];

    /// <summary>The same set with other measurements, or under another program.</summary>
    /// <param name="measurements">The measurements.</param>
    /// <param name="program">The program; null where it stays.</param>
    public MeasurementSet With(Measurement[] measurements, string? program = null) => new()
    {
        Index = Index,
        Category = Category,
        SubmissionMethod = SubmissionMethod,
        ProgramName = program ?? ProgramName,
        CehrtId = CehrtId,
        PerformanceStart = PerformanceStart,
        PerformanceEnd = PerformanceEnd,
        Measurements = measurements,
    };
}

/// <summary>One measurement: a measure or activity and its value.</summary>
public sealed class Measurement
{
    /// <summary>Place among the measurements of the set in the document, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The measure or activity id, exactly as in CMS's measures data.</summary>
    public string MeasureId { get; init; } = "";

    /// <summary>The value.</summary>
    public MeasurementValue Value { get; init; } = MeasurementValue.None;
}
