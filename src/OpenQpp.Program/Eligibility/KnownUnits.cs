using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What is known of a year, by unit, and the claims of clinicians by TIN.</summary>
internal sealed class KnownUnits
{
    private static readonly List<ClinicianClaims> None = [];

    private readonly Dictionary<UnitId, UnitFacts> units;
    private readonly Dictionary<string, List<ClinicianClaims>> ofTin = new(StringComparer.Ordinal);

    /// <summary>Sorts the facts by unit.</summary>
    /// <param name="facts">The facts of a year.</param>
    public KnownUnits(EligibilityFacts facts)
    {
        units = new(facts.Clinicians.Count + facts.Practices.Count);
        AddVolumes(facts.Volumes);
        foreach (var election in facts.Elections)
        {
            Add(election.Unit).Add(election);
        }

        foreach (var listing in facts.Apm)
        {
            Add(UnitId.Individual(listing.Tin, listing.Npi)).Add(listing);
        }

        foreach (var one in facts.Subgroups)
        {
            Add(UnitId.Individual(one.Tin, one.Npi)).Add(one);
        }
    }

    /// <summary>What is known of a unit.</summary>
    /// <param name="unit">The unit.</param>
    public UnitFacts Of(UnitId unit) => units.GetValueOrDefault(unit, UnitFacts.Nothing);

    /// <summary>The claims of the clinicians under a TIN, in the order of the rows.</summary>
    /// <param name="tin">The TIN.</param>
    public List<ClinicianClaims> ClaimsUnder(string tin) => ofTin.GetValueOrDefault(tin, None);

    /// <summary>Rows about a unit and rows about the clinicians of a TIN stand together as a rule: each is looked for once.</summary>
    private void AddVolumes(IReadOnlyList<Volume> volumes)
    {
        var (unit, known) = (default(UnitId), UnitFacts.Nothing);
        List<ClinicianClaims>? ofUnit = null;
        foreach (var volume in volumes)
        {
            if (volume.Unit != unit)
            {
                ofUnit = volume.Unit.Level != UnitLevel.Individual ? null
                    : ofUnit is not null && string.Equals(volume.Unit.Tin, unit.Tin, StringComparison.Ordinal) ? ofUnit
                    : ListOf(volume.Unit.Tin);
                (unit, known) = (volume.Unit, Add(volume.Unit));
            }

            known.Add(volume);
            ofUnit?.Add(new(known, volume));
        }
    }

    private List<ClinicianClaims> ListOf(string tin)
    {
        if (!ofTin.TryGetValue(tin, out var claims))
        {
            ofTin.Add(tin, claims = []);
        }

        return claims;
    }

    private UnitFacts Add(UnitId unit)
    {
        if (!units.TryGetValue(unit, out var known))
        {
            units.Add(unit, known = new());
        }

        return known;
    }
}
