using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What is known of a clinician, a practice or an APM Entity: claims, elections, and for a clinician the lists and the subgroup.</summary>
internal sealed class UnitFacts
{
    private List<Election>? elections;
    private List<ApmListing>? listings;

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

    /// <summary>What is known, by unit. Of two rows about the same the first counts.</summary>
    /// <param name="facts">The facts of a year.</param>
    public static Dictionary<UnitId, UnitFacts> ByUnit(EligibilityFacts facts)
    {
        var units = new Dictionary<UnitId, UnitFacts>(facts.Clinicians.Count + facts.Practices.Count);
        foreach (var volume in facts.Volumes)
        {
            Of(volume.Unit).Add(volume);
        }

        foreach (var election in facts.Elections)
        {
            (Of(election.Unit).elections ??= []).Add(election);
        }

        foreach (var listing in facts.Apm)
        {
            (Of(UnitId.Individual(listing.Tin, listing.Npi)).listings ??= []).Add(listing);
        }

        foreach (var one in facts.Subgroups)
        {
            Of(UnitId.Individual(one.Tin, one.Npi)).Subgroup ??= one;
        }

        return units;

        UnitFacts Of(UnitId unit)
        {
            if (!units.TryGetValue(unit, out var known))
            {
                units.Add(unit, known = new());
            }

            return known;
        }
    }

    private void Add(Volume volume)
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
}
