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
    private static readonly Label InHospital = new("services in hospital settings", Unit.Number, HospitalBasis, "{v} services in hospital settings");
    private static readonly Label HospitalShare = new("services that make hospital-based", Unit.Number, HospitalBasis, "{0} percent of {1} services: {v}");
    private static readonly Label HospitalBased = new("hospital-based", Unit.YesNo, HospitalBasis, "{0} services in hospital settings, at least {1}: {v}");
    private static readonly Label AscShare = new("services that make ASC-based", Unit.Number, AscBasis, "{0} percent of {1} services: {v}");
    private static readonly Label AscBased = new("ASC-based", Unit.YesNo, AscBasis, "{0} services in ambulatory surgical centers, at least {1}: {v}");
    private static readonly Label Rural = new("rural", Unit.YesNo, "414.1305, rural area", "the practice lies in a ZIP code designated as rural: {v}");
    private static readonly Label Hpsa = new("HPSA", Unit.YesNo, "414.1305, health professional shortage area", "the practice lies in a health professional shortage area: {v}");
    private static readonly Label Stated = new("special status stated", Unit.YesNo, "414.1305", "CMS states the status {s}: {v}");
    private static readonly Label FacilityShare = new("services that make facility-based", Unit.Number, FacilityBasis + "(A)", "{0} percent of {1} services: {v}");
    private static readonly Label FacilityPlaces = new("services in facility settings", Unit.Number, FacilityBasis + "(A)", "{v} services in inpatient hospitals, on-campus outpatient hospitals and emergency rooms");
    private static readonly Label FacilityEnough = new("enough services in facility settings", Unit.YesNo, FacilityBasis + "(A)", "{0} services in facility settings, at least {1}: {v}");
    private static readonly Label InpatientOrEmergency = new("inpatient and emergency services", Unit.Number, FacilityBasis + "(B)", "{v} services in inpatient hospitals and emergency rooms");
    private static readonly Label OneThere = new("inpatient or emergency service", Unit.YesNo, FacilityBasis + "(B)", "{0} services in inpatient hospitals and emergency rooms, at least {1}: {v}");
    private static readonly Label Assignable = new("facility assignable", Unit.YesNo, FacilityBasis + "(C)", "a hospital with a Hospital Value-Based Purchasing score can be assigned: {v}");
    private static readonly Label FacilityBased = new("facility-based", Unit.YesNo, FacilityBasis, "all three conditions of facility-based measurement hold: {v}");

    /// <summary>The statuses of a clinician in a segment; none without claims.</summary>
    /// <param name="volume">The clinician's claims in the segment, or null.</param>
    /// <param name="law">The law of the year.</param>
    public static ClinicianStatuses For(Volume? volume, YearLaw law) => Judge<PlainValue>(volume, law).Statuses;

    /// <summary>The statuses of a clinician in a segment, test by test; none without claims.</summary>
    /// <param name="volume">The clinician's claims in the segment, or null.</param>
    /// <param name="law">The law of the year.</param>
    public static StatusTest[] TestsOf(Volume? volume, YearLaw law) => Judge<Finding>(volume, law).Tests;

    /// <summary>The statuses that CMS states for a unit in a segment.</summary>
    /// <param name="volume">The unit's claims.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="tests">Takes them.</param>
    internal static void AddStated<T>(Volume volume, YearLaw law, ref StatusTests<T> tests)
        where T : IValue<T>
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
                tests.Add(status, volume.Segment, T.Given(Stated, true, word));
            }
        }
    }

    private static StatusTests<T> Judge<T>(Volume? volume, YearLaw law)
        where T : IValue<T>
    {
        var tests = default(StatusTests<T>);
        if (volume is not { HasClaims: true })
        {
            return tests;
        }

        if (volume.PatientFacingEncounters is { } encounters)
        {
            tests.Add(SpecialStatus.NonPatientFacing, volume.Segment, T.AtMost(NonPatientFacing, T.Given(Encounters, encounters), T.Of(law.Eligibility.SpecialStatuses.NonPatientFacingEncounters)));
        }

        if (volume.Services > 0)
        {
            AddPlaces(volume, law, ref tests);
        }

        if (volume.Rural is { } rural)
        {
            tests.Add(SpecialStatus.RuralPractice, volume.Segment, T.Given(Rural, rural));
        }

        if (volume.Hpsa is { } hpsa)
        {
            tests.Add(SpecialStatus.Hpsa, volume.Segment, T.Given(Hpsa, hpsa));
        }

        AddStated(volume, law, ref tests);
        return tests;
    }

    private static void AddPlaces<T>(Volume volume, YearLaw law, ref StatusTests<T> tests)
        where T : IValue<T>
    {
        var (statuses, services) = (law.Eligibility.SpecialStatuses, T.Given(Services, volume.Services));
        var inpatient = T.Given(At, volume.Inpatient, "inpatient hospitals");
        var onCampus = T.Given(At, volume.OnCampusOutpatient, "on-campus outpatient hospitals");
        var emergency = T.Given(At, volume.EmergencyRoom, "emergency rooms");
        var inHospital = law.Settings.OffCampusIsHospital
            ? T.Sum(InHospital, inpatient, onCampus, emergency, T.Given(At, volume.OffCampusOutpatient, "off-campus outpatient hospitals"))
            : T.Sum(InHospital, inpatient, onCampus, emergency);
        tests.Add(SpecialStatus.HospitalBased, volume.Segment, T.AtLeast(HospitalBased, inHospital, T.Share(HospitalShare, T.Of(statuses.HospitalBasedPercent), services)));
        var inCenters = T.Given(At, volume.AmbulatorySurgicalCenter, "ambulatory surgical centers");
        tests.Add(SpecialStatus.AscBased, volume.Segment, T.AtLeast(AscBased, inCenters, T.Share(AscShare, T.Of(statuses.AscBasedPercent), services)));
        if (volume.Segment == 1 && statuses.FacilityBased.Flag)
        {
            var isEnough = T.AtLeast(FacilityEnough, T.Sum(FacilityPlaces, inpatient, onCampus, emergency), T.Share(FacilityShare, T.Of(statuses.FacilityBasedPercent!), services));
            var isOneThere = T.AtLeast(OneThere, T.Sum(InpatientOrEmergency, inpatient, emergency), T.Of(statuses.FacilityBasedServices!));
            tests.Add(SpecialStatus.FacilityBased, volume.Segment, T.AllOf(FacilityBased, isEnough, isOneThere, T.Given(Assignable, volume.FacilityAssignable)));
        }
    }
}
