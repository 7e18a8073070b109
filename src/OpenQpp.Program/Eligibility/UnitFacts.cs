using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What is known of a clinician, a practice or an APM Entity: claims, elections, and for a clinician the lists and the subgroup.</summary>
internal sealed class UnitFacts
{
    private List<Election>? elections;
    private List<ApmListing>? listings;
    private ClinicianStatuses? inFirst;
    private ClinicianStatuses? inSecond;

    /// <summary>Nothing is known.</summary>
    public static UnitFacts Nothing { get; } = new();

    /// <summary>The claims of the first segment, or null.</summary>
    public Volume? First { get; private set; }

    /// <summary>The claims of the second segment, or null.</summary>
    public Volume? Second { get; private set; }

    /// <summary>The elections.</summary>
    public IReadOnlyList<Election> Elections => elections ?? (IReadOnlyList<Election>)[];

    /// <summary>The lists of APM Entities that name the clinician.</summary>
    public IReadOnlyList<ApmListing> Listings => listings ?? (IReadOnlyList<ApmListing>)[];

    /// <summary>The clinician's subgroup, or null.</summary>
    public SubgroupClinician? Subgroup { get; private set; }

    /// <summary>The claims of a segment, or null.</summary>
    /// <param name="segment">1 or 2.</param>
    public Volume? In(int segment) => segment == 1 ? First : Second;

    /// <summary>Takes claims. Of two rows about the same segment the first counts.</summary>
    /// <param name="volume">The claims.</param>
    public void Add(Volume volume)
    {
        if (volume.Segment == 1)
        {
            First ??= volume;
        }
        else
        {
            Second ??= volume;
        }
    }

    /// <summary>Takes an election.</summary>
    /// <param name="election">The election.</param>
    public void Add(Election election) => (elections ??= []).Add(election);

    /// <summary>Takes a list entry.</summary>
    /// <param name="listing">The entry.</param>
    public void Add(ApmListing listing) => (listings ??= []).Add(listing);

    /// <summary>Takes the clinician's subgroup.</summary>
    /// <param name="clinician">The clinician as one of the subgroup.</param>
    public void Add(SubgroupClinician clinician) => Subgroup ??= clinician;

    /// <summary>The special statuses of the clinician in a segment; none without claims. Worked out when first asked for.</summary>
    /// <param name="segment">1 or 2.</param>
    /// <param name="law">The law of the year.</param>
    public ClinicianStatuses StatusesIn(int segment, YearLaw law) =>
        segment == 1 ? inFirst ??= IndividualStatuses.For(First, law) : inSecond ??= IndividualStatuses.For(Second, law);
}
