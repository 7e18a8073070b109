using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether a clinician, group or entity exceeds the low-volume threshold, criterion by criterion.</summary>
/// <remarks>Equal to a bound does not exceed it. Services are a criterion from 2019.</remarks>
[Cfr("414.1305")]
[Cfr("414.1310(b)(1)(iii)")]
public sealed class LowVolumeThreshold
{
    /// <summary>The criteria in the order in which they are tested.</summary>
    public static readonly IReadOnlyList<string> Names = ["allowedCharges", "beneficiaries", "services"];

    private const string Basis = "414.1305, low-volume threshold";

    private static readonly Label Charges = new("allowed charges", Unit.Dollars, Basis, "{v} dollars of allowed charges");
    private static readonly Label Patients = new("patients", Unit.Number, Basis, "{v} Medicare patients");
    private static readonly Label Services = new("services", Unit.Number, Basis, "{v} services");
    private static readonly Label DollarsExceeded = new("dollars exceeded", Unit.YesNo, Basis, "{0} dollars of allowed charges, more than {1}: {v}");
    private static readonly Label PatientsExceeded = new("patients exceeded", Unit.YesNo, Basis, "{0} patients, more than {1}: {v}");
    private static readonly Label ServicesExceeded = new("services exceeded", Unit.YesNo, Basis, "{0} services, more than {1}: {v}");
    private static readonly Label Met = new("criterion met", Unit.YesNo, "414.1310(b)(1)(iii)(A)", "{0}, at least {1}: {v}");
    private static readonly Label All = new("low-volume threshold exceeded", Unit.YesNo, Basis, "every criterion of the low-volume threshold is exceeded: {v}");
    private static readonly Label Any = new("a criterion of the low-volume threshold exceeded", Unit.YesNo, "414.1310(b)(1)(iii)(A)", "at least one criterion of the low-volume threshold is exceeded: {v}");

    private readonly Finding[] criteria;
    private readonly string? subject;

    private LowVolumeThreshold(Finding[] criteria, string? subject, bool meetingOpensOptIn)
    {
        (this.criteria, this.subject) = (criteria, subject);
        OptInCriteria = meetingOpensOptIn ? Array.ConvertAll(criteria, criterion => Finding.AtLeast(Met, criterion.Parts[0], criterion.Parts[1], subject)) : criteria;
        ExceedsAll = EveryOne<Finding>(criteria, subject);
    }

    /// <summary>Each criterion of the year: dollars, patients, services.</summary>
    public IReadOnlyList<Finding> Criteria => criteria;

    /// <summary>The same criteria as they open the opt-in: exceeded, or under a proposed rule met.</summary>
    public IReadOnlyList<Finding> OptInCriteria { get; }

    /// <summary>Whether all criteria are exceeded: then MIPS is required.</summary>
    public Finding ExceedsAll { get; }

    /// <summary>Whether at least one is exceeded: then (2019 on) the unit may opt in. Worked out when first asked for.</summary>
    public Finding ExceedsAny => field ??= Finding.AnyOfSubject(Any, subject, [.. OptInCriteria]);

    /// <summary>The test of one determination period segment.</summary>
    /// <param name="counts">What is held against the bounds.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="subject">Whose claims, and of which segment.</param>
    public static LowVolumeThreshold For(VolumeCounts counts, EligibilityLaw law, string? subject = null) =>
        new([.. CriteriaOf<Finding>(new Finding[Names.Count], counts, law, subject)], subject, law.MeetingOpensOptIn);

    /// <summary>Whether all criteria are exceeded in one determination period segment, without its reasons.</summary>
    /// <param name="counts">What is held against the bounds.</param>
    /// <param name="law">The law of the year.</param>
    internal static PlainValue Exceeds(VolumeCounts counts, EligibilityLaw law) =>
        EveryOne(CriteriaOf<PlainValue>([default, default, default], counts, law, subject: null), subject: null);

    private static T EveryOne<T>(ReadOnlySpan<T> criteria, string? subject)
        where T : IValue<T> =>
        T.AllOfSubject(All, subject, criteria);

    /// <summary>The criteria of the year, in the order of <see cref="Names"/>.</summary>
    private static ReadOnlySpan<T> CriteriaOf<T>(Span<T> room, VolumeCounts counts, EligibilityLaw law, string? subject)
        where T : IValue<T>
    {
        room[0] = T.MoreThan(DollarsExceeded, T.Given(Charges, counts.AllowedCharges), T.Of(law.LowVolumeDollars), subject);
        room[1] = T.MoreThan(PatientsExceeded, T.Given(Patients, counts.Patients), T.Of(law.LowVolumePatients), subject);
        if (law.LowVolumeServices is not { } bound)
        {
            return room[..2];
        }

        room[2] = T.MoreThan(ServicesExceeded, T.Given(Services, counts.Services), T.Of(bound), subject);
        return room;
    }
}
