using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.ClaimLines;

/// <summary>The files of <c>claims facts</c> as the rules say them, unit by unit and line by line.</summary>
internal sealed class FactsOfRules
{
    private static readonly Dictionary<string, (string Rural, string Hpsa)> Areas = new(StringComparer.Ordinal) { ["12345"] = ("Y", ""), ["54321"] = ("N", "Y"), [""] = ("", "") };

    private readonly FactsWorld world;
    private readonly YearLaw law;
    private readonly bool hasHospitals;
    private readonly VolumeLine[] lines;
    private readonly Dictionary<(string Tin, string Npi), FacilityCandidate?> hospitals;

    public FactsOfRules(FactsWorld world, YearLaw law)
    {
        (this.world, this.law, lines) = (world, law, world.Known(law));
        hasHospitals = law.Eligibility.SpecialStatuses.FacilityBased.Flag;
        hospitals = Pairs.ToDictionary(pair => pair, pair => !hasHospitals ? null : FacilityAssignment.For(HospitalsOfClaims.For(Of(pair), world.Stays, FactsWorld.Scores, law))?.Facility);
    }

    private IEnumerable<(string Tin, string Npi)> Pairs =>
        lines.Where(line => line is { Tin: not null, Npi: not null } && CoveredLine.IsBilled(line, law)).Select(line => (line.Tin!, line.Npi!)).Distinct().Order();

    private IEnumerable<string> Tins => lines.Where(line => line.Tin is not null).Select(line => line.Tin!).Distinct().Order(StringComparer.Ordinal);

    public string[] Volumes()
    {
        var rows = new List<string>();
        foreach (var pair in Pairs)
        {
            Add(rows, $"individual,{pair.Tin},{pair.Npi},", Of(pair), Area(pair.Tin, pair.Npi), hospitals[pair] is not null, isIndividual: true);
        }

        foreach (var tin in Tins)
        {
            Add(rows, $"group,{tin},,", lines.Where(line => line.Tin == tin), Area(tin, ""), hospitals.Any(one => one.Key.Tin == tin && one.Value is not null), isIndividual: false);
        }

        Add(rows, "apmEntity,,,A1", lines.Where(line => line is { Npi: "1000000001", Tin: "000000011" or "000000012" }), ("", ""), null, isIndividual: false);
        return [.. rows];
    }

    public string[] Clinicians() =>
    [
        .. from pair in Pairs
           let first = First(Of(pair))
           where first.Last >= law.Eligibility.Segments[0].From
           select pair switch
           {
               ("000000011", "1000000001") => $"000000011,1000000001,physician,2001-02-03,Y,none,,{FactsWorld.Day(first.First)},,,,,,",
               ("000000011", "1000000002") => "000000011,1000000002,other,,N,partialQp,Y,2020-05-06,54321,Y,,,,",
               _ => $"{pair.Tin},{pair.Npi},,,,,,{FactsWorld.Day(first.First)},,,,,,",
           },
    ];

    public string[] Computed()
    {
        var found = new List<string>();
        foreach (var pair in Pairs)
        {
            found.Add(Computed($"individual {pair.Tin} {pair.Npi}", Of(pair), hospitals[pair]));
        }

        foreach (var tin in Tins)
        {
            found.Add(Computed($"group {tin}", lines.Where(line => line.Tin == tin), OfGroup(tin)));
        }

        return [.. found.Where(line => line.Length > 0)];
    }

    /// <summary>An indicator as it is compared: with twelve decimals.</summary>
    public static string Shown(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private IEnumerable<VolumeLine> Of((string Tin, string Npi) pair) => lines.Where(line => line.Tin == pair.Tin && line.Npi == pair.Npi);

    private static (string Rural, string Hpsa) Area(string tin, string npi) => Areas[(tin, npi) switch
    {
        ("000000011", "1000000002") or ("000000012", _) => "54321",
        ("000000011", _) => "12345",
        _ => "",
    }];

    private (DateOnly First, DateOnly Last) First(IEnumerable<VolumeLine> own)
    {
        var days = own.Where(line => CoveredLine.IsBilled(line, law)).Select(line => line.Service!.Value).ToArray();
        return (days.Min(), days.Max());
    }

    private void Add(List<string> rows, string unit, IEnumerable<VolumeLine> own, (string Rural, string Hpsa) area, bool? isAssignable, bool isIndividual)
    {
        foreach (var segment in (int[])[1, 2])
        {
            if (VolumeOfClaims.For(own, segment, FactsWorld.PatientFacing, law) is { } volume)
            {
                var assignable = hasHospitals && segment == 1 && isAssignable is { } can ? can ? "Y" : "N" : "";
                rows.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unit},{segment},{(volume.AllowedCharges.HasNumber ? volume.AllowedCharges.Number.ToString("0.00", CultureInfo.InvariantCulture) : "")},{Number(volume.Beneficiaries)},{Number(volume.Services)},{Number(volume.PatientFacingEncounters!)},{string.Join(',', VolumeOfClaims.PlacesCounted.Select(place => Number(volume.Places[place])))},{area.Rural},{area.Hpsa},{assignable},{(isIndividual ? "" : Number(volume.Clinicians))}"));
            }
        }
    }

    private static string Number(Finding finding) => finding.HasNumber ? finding.Number.ToString("0", CultureInfo.InvariantCulture) : "";

    private string Computed(string unit, IEnumerable<VolumeLine> own, FacilityCandidate? hospital)
    {
        var patients = own.Where(line => CoveredLine.SegmentOf(line, law) == 2 && CoveredLine.IsOfLowVolume(line, law) == true).Select(line => line.Beneficiary).Distinct(StringComparer.Ordinal);
        var (hcc, dual) = PatientRisk.Indicators([.. patients.Select(patient => PatientRisk.For(world.Months.GetValueOrDefault(patient, []), law))]);
        return hcc is null && dual is null && hospital is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{unit}: {Shown(hcc?.Number)} {Shown(dual?.Number)} {hospital?.Name} {hospital?.HvbpScore}");
    }

    private FacilityCandidate? OfGroup(string tin)
    {
        var based = Pairs.Where(pair => pair.Tin == tin && IsFacilityBased(pair)).Select(pair => hospitals[pair]!).GroupBy(hospital => hospital.Name, StringComparer.Ordinal);
        return FacilityAssignment.For([.. based.Select(group => new FacilityCandidate(group.Key, group.Count(), group.First().HvbpScore))])?.Facility;
    }

    private bool IsFacilityBased((string Tin, string Npi) pair) =>
        VolumeOfClaims.For(Of(pair), 1, null, law) is { Services.HasNumber: true } volume
        && IndividualStatuses.For(
            new(UnitId.Individual(pair.Tin, pair.Npi), 1)
            {
                AllowedCharges = volume.AllowedCharges.Number,
                Beneficiaries = (long)volume.Beneficiaries.Number,
                Services = (long)volume.Services.Number,
                Inpatient = (long)volume.Places["21"].Number,
                OnCampusOutpatient = (long)volume.Places["22"].Number,
                EmergencyRoom = (long)volume.Places["23"].Number,
                FacilityAssignable = hospitals[pair] is not null,
            },
            law).Found.Has(SpecialStatus.FacilityBased);
}
