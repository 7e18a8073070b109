using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// The special statuses of one clinician in one segment, from encounters and places of service, or as facts that CMS states.
/// Judged only in a segment with claims.
/// </summary>
[Cfr("414.1305")]
[Cfr("414.1380(e)(2)")]
[Cfr("414.1380(e)(2)(i)")]
public static class IndividualStatuses
{
    private const string NonPatientFacingBasis = "414.1305, non-patient facing MIPS eligible clinician";
    private const string HospitalBasis = "414.1305, hospital-based MIPS eligible clinician";
    private const string AscBasis = "414.1305, ambulatory surgical center (ASC)-based MIPS eligible clinician";
    private const string FacilityBasis = "414.1380(e)(2)(i)";

    private static readonly Label Encounters = new("patient-facing encounters", Unit.Number, NonPatientFacingBasis, "{v} patient-facing encounters");
    private static readonly Label NonPatientFacing = new("non-patient facing", Unit.YesNo, NonPatientFacingBasis, "{0} patient-facing encounters, at most {1}: {v}");
    private static readonly Label Services = new("covered professional services", Unit.Number, "414.1305", "{v} covered professional services");
    private static readonly Label At = new("services by place", Unit.Number, "414.1305", "{v} services in {s}");
    private static readonly CountOfServices Inpatient = new(At, "inpatient hospitals");
    private static readonly CountOfServices OnCampus = new(At, "on-campus outpatient hospitals");
    private static readonly CountOfServices OffCampus = new(At, "off-campus outpatient hospitals");
    private static readonly CountOfServices Emergency = new(At, "emergency rooms");
    private static readonly CountOfServices InCenters = new(At, "ambulatory surgical centers");
    private static readonly Label InHospitalLabel = new("services in hospital settings", Unit.Number, HospitalBasis, "{v} services in hospital settings");
    private static readonly SumOfServices InHospital = new(InHospitalLabel, Inpatient, OnCampus, Emergency);
    private static readonly SumOfServices InHospitalOrOffCampus = new(InHospitalLabel, Inpatient, OnCampus, Emergency, OffCampus);
    private static readonly Label HospitalShare = new("services that make hospital-based", Unit.Number, HospitalBasis, "{0} percent of {1} services: {v}");
    private static readonly Label HospitalBased = new("hospital-based", Unit.YesNo, HospitalBasis, "{0} services in hospital settings, at least {1}: {v}");
    private static readonly Label AscShare = new("services that make ASC-based", Unit.Number, AscBasis, "{0} percent of {1} services: {v}");
    private static readonly Label AscBased = new("ASC-based", Unit.YesNo, AscBasis, "{0} services in ambulatory surgical centers, at least {1}: {v}");
    private static readonly AreaTest Rural = new(SpecialStatus.RuralPractice, new Label("rural", Unit.YesNo, "414.1305, rural area", "the practice lies in a ZIP code designated as rural: {v}"));
    private static readonly AreaTest Hpsa = new(SpecialStatus.Hpsa, new Label("HPSA", Unit.YesNo, "414.1305, health professional shortage area", "the practice lies in a health professional shortage area: {v}"));
    private static readonly Label Stated = new("special status stated", Unit.YesNo, "414.1305", "CMS states the status {s}: {v}");
    private static readonly Label FacilityShare = new("services that make facility-based", Unit.Number, FacilityBasis + "(A)", "{0} percent of {1} services: {v}");
    private static readonly SumOfServices FacilityPlaces = new(new Label("services in facility settings", Unit.Number, FacilityBasis + "(A)", "{v} services in inpatient hospitals, on-campus outpatient hospitals and emergency rooms"), Inpatient, OnCampus, Emergency);
    private static readonly Label FacilityEnough = new("enough services in facility settings", Unit.YesNo, FacilityBasis + "(A)", "{0} services in facility settings, at least {1}: {v}");
    private static readonly SumOfServices InpatientOrEmergency = new(new Label("inpatient and emergency services", Unit.Number, FacilityBasis + "(B)", "{v} services in inpatient hospitals and emergency rooms"), Inpatient, Emergency);
    private static readonly Label OneThere = new("inpatient or emergency service", Unit.YesNo, FacilityBasis + "(B)", "{0} services in inpatient hospitals and emergency rooms, at least {1}: {v}");
    private static readonly YesOrNo Assignable = new(new Label("facility assignable", Unit.YesNo, FacilityBasis + "(C)", "a hospital with a Hospital Value-Based Purchasing score can be assigned: {v}"));
    private static readonly Label FacilityBased = new("facility-based", Unit.YesNo, FacilityBasis, "all three conditions of facility-based measurement hold: {v}");

    /// <summary>The statuses of a clinician in a segment; none without claims.</summary>
    /// <param name="volume">The clinician's claims in the segment, or null.</param>
    /// <param name="law">The law of the year.</param>
    public static ClinicianStatuses For(Volume? volume, YearLaw law)
    {
        if (volume is not { HasClaims: true })
        {
            return ClinicianStatuses.None;
        }

        var tests = new List<StatusTest>(6);
        if (volume.PatientFacingEncounters is { } encounters)
        {
            tests.Add(new(SpecialStatus.NonPatientFacing, volume.Segment, Finding.AtMost(NonPatientFacing, Finding.Given(Encounters, encounters), law.Eligibility.SpecialStatuses.NonPatientFacingEncounters)));
        }

        if (volume.Services > 0)
        {
            AddPlaces(volume, law, tests);
        }

        if (volume.Rural is { } rural)
        {
            tests.Add(Rural.Of(volume.Segment, rural));
        }

        if (volume.Hpsa is { } hpsa)
        {
            tests.Add(Hpsa.Of(volume.Segment, hpsa));
        }

        AddStated(volume, law, tests);
        return new(tests);
    }

    /// <summary>The statuses that CMS states for a unit in a segment.</summary>
    /// <param name="volume">The unit's claims.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="tests">Takes them.</param>
    internal static void AddStated(Volume volume, YearLaw law, List<StatusTest> tests)
    {
        if (volume.GivenStatuses == SpecialStatus.None)
        {
            return;
        }

        foreach (var (word, status) in SpecialStatuses.All)
        {
            var isOfYear = status != SpecialStatus.FacilityBased || (volume.Segment == 1 && law.Eligibility.SpecialStatuses.FacilityBased.Flag);
            if (isOfYear && volume.GivenStatuses.Has(status))
            {
                tests.Add(new(status, volume.Segment, Finding.Given(Stated, true, word)));
            }
        }
    }

    private static void AddPlaces(Volume volume, YearLaw law, List<StatusTest> tests)
    {
        var (statuses, services) = (law.Eligibility.SpecialStatuses, Finding.Given(Services, volume.Services));
        var (inpatient, onCampus, emergency) = (Inpatient.Of(volume.Inpatient), OnCampus.Of(volume.OnCampusOutpatient), Emergency.Of(volume.EmergencyRoom));
        var inHospital = law.Settings.OffCampusIsHospital
            ? InHospitalOrOffCampus.Of(inpatient, onCampus, emergency, OffCampus.Of(volume.OffCampusOutpatient))
            : InHospital.Of(inpatient, onCampus, emergency);
        tests.Add(new(SpecialStatus.HospitalBased, volume.Segment, Finding.AtLeast(HospitalBased, inHospital, Finding.Share(HospitalShare, statuses.HospitalBasedPercent, services))));
        tests.Add(new(SpecialStatus.AscBased, volume.Segment, Finding.AtLeast(AscBased, InCenters.Of(volume.AmbulatorySurgicalCenter), Finding.Share(AscShare, statuses.AscBasedPercent, services))));
        if (volume.Segment == 1 && statuses.FacilityBased.Flag)
        {
            var isEnough = Finding.AtLeast(FacilityEnough, FacilityPlaces.Of(inpatient, onCampus, emergency), Finding.Share(FacilityShare, statuses.FacilityBasedPercent!, services));
            var isOneThere = Finding.AtLeast(OneThere, InpatientOrEmergency.Of(inpatient, emergency), statuses.FacilityBasedServices!);
            tests.Add(new(SpecialStatus.FacilityBased, volume.Segment, Finding.AllOf(FacilityBased, isEnough, isOneThere, Assignable.Of(volume.FacilityAssignable))));
        }
    }
}
