using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>One criterion in one segment of the determination period.</summary>
/// <param name="Criterion">allowedCharges, beneficiaries, services.</param>
/// <param name="Level">Whose claims.</param>
/// <param name="Segment">1 or 2.</param>
/// <param name="Test">Whether the count (its first part) exceeds the bound (its second).</param>
public sealed record LowVolumeReason(string Criterion, UnitLevel Level, int Segment, Finding Test);

/// <summary>
/// Whether a unit exceeds the low-volume threshold of the year, over both segments of the determination period: whoever has
/// claims in the first segment must exceed in both; whoever is first seen in the second is judged on the second alone.
/// </summary>
/// <param name="Level">Whose claims.</param>
/// <param name="HasClaims">There are claims in one of the segments.</param>
/// <param name="Exceeded">Every criterion is exceeded: MIPS is required.</param>
/// <param name="PartlyExceeded">A criterion counts for the opt-in.</param>
/// <param name="MayOptIn">Some but not all criteria count, and the year and the level know the opt-in.</param>
/// <param name="Reasons">Each criterion in each segment judged.</param>
[Cfr("414.1305")]
[Cfr("414.1310(b)(1)(iii)")]
public sealed record LowVolumeDetermination(
    UnitLevel Level,
    bool HasClaims,
    Finding Exceeded,
    Finding PartlyExceeded,
    Finding MayOptIn,
    IReadOnlyList<LowVolumeReason> Reasons)
{
    private const string Basis = "414.1305, MIPS determination period";
    private const string OptInBasis = "414.1310(b)(1)(iii)(A)";

    private static readonly Label Whole = new("low-volume threshold exceeded in the determination period", Unit.YesNo, Basis, "{s} exceeds the low-volume threshold in every segment that is judged: {v}");
    private static readonly Label NoClaims = new("claims in the determination period", Unit.YesNo, Basis, "{s} has claims in the determination period: {v}");
    private static readonly Label Counts = new("criterion counts for the opt-in", Unit.YesNo, OptInBasis, "the criterion is exceeded in the segments that are judged: {v}");
    private static readonly Label Some = new("a criterion counts for the opt-in", Unit.YesNo, OptInBasis, "{s} exceeds at least one criterion of the low-volume threshold: {v}");
    private static readonly Label NotAll = new("not all criteria exceeded", Unit.YesNo, OptInBasis, "{s} does not exceed all criteria: {v}");
    private static readonly Label OptIn = new("may opt in", Unit.YesNo, OptInBasis, "{s} may opt in: {v}");

    /// <summary>The determination of a unit.</summary>
    /// <param name="level">Whose claims.</param>
    /// <param name="first">Its claims of the first segment, or null.</param>
    /// <param name="second">Its claims of the second segment, or null.</param>
    /// <param name="law">The law of the year.</param>
    public static LowVolumeDetermination For(UnitLevel level, Volume? first, Volume? second, YearLaw law)
    {
        var (inFirst, inSecond, who) = (first is { HasClaims: true }, second is { HasClaims: true }, level.Word());
        if (!inFirst && !inSecond)
        {
            var none = Finding.Given(NoClaims, false, who);
            return new(level, false, Finding.AllOfSubject(Whole, who, [none]), none, Finding.AllOfSubject(OptIn, who, [none]), []);
        }

        var segments = inFirst ? (Volume?[])[first, second] : [second];
        var tests = Array.ConvertAll(segments, volume => Test(level, volume, volume?.Segment ?? 2, law.Eligibility));
        var exceeded = Finding.AllOfSubject(Whole, who, Array.ConvertAll(tests, test => test.ExceedsAll));
        var counting = new Finding[tests[0].Criteria.Count];
        for (var criterion = 0; criterion < counting.Length; criterion++)
        {
            var parts = Array.ConvertAll(tests, test => test.OptInCriteria[criterion]);
            counting[criterion] = law.Settings.EitherSegmentOpensOptIn ? Finding.AnyOfSubject(Counts, null, parts) : Finding.AllOfSubject(Counts, null, parts);
        }

        var some = Finding.AnyOfSubject(Some, who, counting);
        var exists = level == UnitLevel.ApmEntity ? law.Eligibility.ApmEntityOptIn : law.Eligibility.OptIn;
        var mayOptIn = Finding.AllOfSubject(OptIn, who, [exists, some, Finding.NoneOfSubject(NotAll, who, [exceeded])]);
        return new(level, true, exceeded, some, mayOptIn, Reason(level, segments, tests));
    }

    /// <summary>The determination on the first segment alone, as for the practices of a virtual group.</summary>
    /// <param name="level">Whose claims.</param>
    /// <param name="first">Its claims of the first segment, or null.</param>
    /// <param name="law">The law of the year.</param>
    public static LowVolumeThreshold OfFirstSegment(UnitLevel level, Volume? first, YearLaw law) => Test(level, first, 1, law.Eligibility);

    /// <summary>Words for the outcome: exceeded, partlyExceeded, notExceeded, noClaims.</summary>
    public string Word => (HasClaims, Exceeded.Flag, PartlyExceeded.Flag) switch
    {
        (false, _, _) => "noClaims",
        (_, true, _) => "exceeded",
        (_, _, true) => "partlyExceeded",
        _ => "notExceeded",
    };

    private static LowVolumeThreshold Test(UnitLevel level, Volume? volume, int segment, EligibilityLaw law) =>
        LowVolumeThreshold.For(
            volume?.AllowedCharges ?? 0m,
            volume?.Beneficiaries ?? 0,
            volume?.Services ?? 0,
            law,
            (level, segment) switch
            {
                (UnitLevel.Individual, 1) => "individual, segment 1",
                (UnitLevel.Individual, _) => "individual, segment 2",
                (UnitLevel.Group, 1) => "group, segment 1",
                (UnitLevel.Group, _) => "group, segment 2",
                (_, 1) => "APM Entity, segment 1",
                _ => "APM Entity, segment 2",
            });

    private static List<LowVolumeReason> Reason(UnitLevel level, Volume?[] segments, LowVolumeThreshold[] tests)
    {
        var reasons = new List<LowVolumeReason>();
        for (var place = 0; place < tests.Length; place++)
        {
            for (var criterion = 0; criterion < tests[place].Criteria.Count; criterion++)
            {
                reasons.Add(new(LowVolumeThreshold.Names[criterion], level, segments[place]?.Segment ?? 2, tests[place].Criteria[criterion]));
            }
        }

        return reasons;
    }
}
