namespace OpenQpp.Vocabulary;

/// <summary>What CMS decided, or what is computed, about participation in Advanced APMs (414.1430).</summary>
public enum QpStatus
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>Qualifying APM participant.</summary>
    Qp,

    /// <summary>Partial qualifying APM participant.</summary>
    PartialQp,
}

/// <summary>Shares of a clinician's payments and patients that go through Advanced APMs, in percent.</summary>
/// <param name="MedicarePayments">Of Medicare payments.</param>
/// <param name="MedicarePatients">Of Medicare patients.</param>
/// <param name="AllPayerPayments">Of the payments of all payers.</param>
/// <param name="AllPayerPatients">Of the patients of all payers.</param>
public sealed record QpScores(decimal? MedicarePayments, decimal? MedicarePatients, decimal? AllPayerPayments, decimal? AllPayerPatients);

/// <summary>A clinician under one TIN: a unique TIN/NPI combination that billed (414.1305).</summary>
/// <param name="Tin">The TIN.</param>
/// <param name="Npi">The NPI.</param>
/// <param name="ClinicianType">One of the words of the law, or <c>other</c>.</param>
public sealed record ClinicianFacts(string Tin, string Npi, string ClinicianType)
{
    /// <summary>First enrolment in Medicare; null where it is not known.</summary>
    public DateOnly? FirstEnrolled { get; init; }

    /// <summary>Submitted Medicare claims before that enrolment, in whatever form.</summary>
    public bool EarlierClaims { get; init; }

    /// <summary>What CMS decided about QP status; null where that is not known.</summary>
    public QpStatus? QpStatus { get; init; }

    /// <summary>Shares from which QP status is computed where it is not given.</summary>
    public QpScores? QpScores { get; init; }

    /// <summary>As a Partial QP, elected to take part in MIPS.</summary>
    public bool PartialQpElected { get; init; }

    /// <summary>First claim under this TIN; null where it is not known.</summary>
    public DateOnly? FirstClaim { get; init; }

    /// <summary>ZIP code of the practice.</summary>
    public string? PracticeZip { get; init; }

    /// <summary>CMS named the clinician under the automatic policy for extreme circumstances; null where that is not known.</summary>
    public bool? AutomaticExtremeCircumstances { get; init; }
}

/// <summary>A practice: one TIN.</summary>
/// <param name="Tin">The TIN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Formed">First claim under the TIN.</param>
/// <param name="State">State or territory.</param>
/// <param name="Zip">ZIP code.</param>
public sealed record PracticeFacts(string Tin, string? Name, DateOnly? Formed, string? State, string? Zip);
