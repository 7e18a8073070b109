using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>What the parts share: virtual groups, the volumes and elections of APM Entities, and the cases of both.</summary>
internal sealed class NationFacts
{
    private readonly YearLaw law;
    private readonly ILookup<string, ClinicianFacts> cliniciansOfTin;

    /// <summary>The facts under a law.</summary>
    /// <param name="input">The lines of the nation.</param>
    /// <param name="law">The law.</param>
    public NationFacts(PartInput input, YearLaw law)
    {
        (Input, this.law) = (input, law);
        cliniciansOfTin = input.Facts.Clinicians.ToLookup(clinician => clinician.Tin, StringComparer.Ordinal);
        Eligibility = new(input.Facts, law);
        // Worked out now: the parts ask for it from several threads.
        VirtualGroups = Eligibility.VirtualGroups;
    }

    /// <summary>The lines of the nation.</summary>
    public PartInput Input { get; }

    /// <summary>Eligibility of the practices of virtual groups.</summary>
    public YearEligibility Eligibility { get; }

    /// <summary>The virtual groups of the year.</summary>
    public IReadOnlyList<VirtualGroup> VirtualGroups { get; }

    /// <summary>The scores of clinicians about whom there is no line.</summary>
    public ScoresWithoutData WithoutData { get; } = new();

    /// <summary>The profile of a virtual group: that of the clinicians of all its practices.</summary>
    /// <param name="group">The virtual group.</param>
    public DerivedProfile ProfileOf(VirtualGroup group)
    {
        var tins = group.Tins.ToHashSet(StringComparer.Ordinal);
        var answers = tins.Order(StringComparer.Ordinal).SelectMany(tin => cliniciansOfTin[tin]).Select(Eligibility.Answer).ToArray();
        var billed = answers.CountBy(answer => answer.Clinician.Tin, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new(
            StatusTest.Union(Eligibility.StatusesOf(group)),
            DerivedProfile.TypesOf(answers.Where(answer => answer.Standing.Exclusion.Word is null).Select(answer => answer.Clinician.ClinicianType), law))
        {
            EligibleClinicians = tins.Sum(tin => DerivedProfile.SizeOf(Eligibility.Practice(tin), billed.GetValueOrDefault(tin))),
            ApmParticipation = answers.Any(answer => answer.ParticipatesInApm),
        };
    }
}
