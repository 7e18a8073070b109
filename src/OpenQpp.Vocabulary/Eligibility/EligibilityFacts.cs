namespace OpenQpp.Vocabulary;

/// <summary>What is known for a year about clinicians, practices and entities.</summary>
public sealed class EligibilityFacts
{
    /// <summary>The performance year.</summary>
    public int? PerformanceYear { get; set; }

    /// <summary>Every TIN/NPI that billed.</summary>
    public List<ClinicianFacts> Clinicians { get; } = [];

    /// <summary>Every TIN.</summary>
    public List<PracticeFacts> Practices { get; } = [];

    /// <summary>Claims by unit and segment; no row means no claims.</summary>
    public List<Volume> Volumes { get; } = [];

    /// <summary>Elections.</summary>
    public List<Election> Elections { get; } = [];

    /// <summary>Lists of APM Entities.</summary>
    public List<ApmListing> Apm { get; } = [];

    /// <summary>Practices of virtual groups.</summary>
    public List<VirtualGroupPractice> VirtualGroups { get; } = [];

    /// <summary>Clinicians of subgroups.</summary>
    public List<SubgroupClinician> Subgroups { get; } = [];
}
