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
/// <remarks>What is asked for is worked out when it first is.</remarks>
[Cfr("414.1305")]
[Cfr("414.1310(b)(1)(iii)")]
public sealed class LowVolumeDetermination
{
    private const string Basis = "414.1305, MIPS determination period";
    private const string OptInBasis = "414.1310(b)(1)(iii)(A)";

    private static readonly Label Whole = new("low-volume threshold exceeded in the determination period", Unit.YesNo, Basis, "{s} exceeds the low-volume threshold in every segment that is judged: {v}");
    private static readonly Label NoClaims = new("claims in the determination period", Unit.YesNo, Basis, "{s} has claims in the determination period: {v}");
    private static readonly Label Counts = new("criterion counts for the opt-in", Unit.YesNo, OptInBasis, "the criterion is exceeded in the segments that are judged: {v}");
    private static readonly Label Some = new("a criterion counts for the opt-in", Unit.YesNo, OptInBasis, "{s} exceeds at least one criterion of the low-volume threshold: {v}");
    private static readonly Label NotAll = new("not all criteria exceeded", Unit.YesNo, OptInBasis, "{s} does not exceed all criteria: {v}");
    private static readonly Label OptIn = new("may opt in", Unit.YesNo, OptInBasis, "{s} may opt in: {v}");

    private readonly Volume? first;
    private readonly Volume? second;
    private readonly YearLaw law;
    private LowVolumeThreshold[]? tests;
    private bool? isExceeded;

    private LowVolumeDetermination(UnitLevel level, Volume? first, Volume? second, YearLaw law)
    {
        (Level, this.first, this.second, this.law) = (level, first, second, law);
        HasClaims = first is { HasClaims: true } || second is { HasClaims: true };
    }

    /// <summary>Whose claims.</summary>
    public UnitLevel Level { get; }

    /// <summary>There are claims in one of the segments.</summary>
    public bool HasClaims { get; }

    /// <summary>Every criterion is exceeded: MIPS is required.</summary>
    public Finding Exceeded => field ??= InEverySegment<Finding>(Array.ConvertAll(Tests, test => test.ExceedsAll));

    /// <summary>The same without its reasons.</summary>
    public bool IsExceeded => isExceeded ??= FindIsExceeded();

    /// <summary>A criterion counts for the opt-in.</summary>
    public Finding PartlyExceeded => field ??= HasClaims ? Finding.AnyOfSubject(Some, Level.Word(), CountingForOptIn()) : None;

    /// <summary>Some but not all criteria count, and the year and the level know the opt-in.</summary>
    public Finding MayOptIn => field ??= Finding.AllOfSubject(OptIn, Level.Word(), HasClaims ? [OptInExists, PartlyExceeded, Finding.NoneOfSubject(NotAll, Level.Word(), [Exceeded])] : [None]);

    /// <summary>Each criterion in each segment judged.</summary>
    public IReadOnlyList<LowVolumeReason> Reasons => field ??= FindReasons();

    private Finding None => Nothing<Finding>();

    private Finding OptInExists => Level == UnitLevel.ApmEntity ? law.Eligibility.ApmEntityOptIn : law.Eligibility.OptIn;

    /// <summary>The segments that are judged.</summary>
    private ReadOnlySpan<int> Judged => !HasClaims ? [] : first is { HasClaims: true } ? [1, 2] : [2];

    /// <summary>The tests of the segments that are judged.</summary>
    private LowVolumeThreshold[] Tests => tests ??= FindTests();

    /// <summary>The determination of a unit.</summary>
    /// <param name="level">Whose claims.</param>
    /// <param name="first">Its claims of the first segment, or null.</param>
    /// <param name="second">Its claims of the second segment, or null.</param>
    /// <param name="law">The law of the year.</param>
    public static LowVolumeDetermination For(UnitLevel level, Volume? first, Volume? second, YearLaw law) => new(level, first, second, law);

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
            CountsOf(volume),
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

    private static VolumeCounts CountsOf(Volume? volume) => new(volume?.AllowedCharges ?? 0m, volume?.Beneficiaries ?? 0, volume?.Services ?? 0);

    private Volume? In(int segment) => segment == 1 ? first : second;

    private LowVolumeThreshold[] FindTests()
    {
        var found = new LowVolumeThreshold[Judged.Length];
        for (var place = 0; place < found.Length; place++)
        {
            found[place] = Test(Level, In(Judged[place]), Judged[place], law.Eligibility);
        }

        return found;
    }

    private bool FindIsExceeded()
    {
        var judged = Judged;
        Span<PlainValue> exceeded = [default, default];
        for (var place = 0; place < judged.Length; place++)
        {
            exceeded[place] = LowVolumeThreshold.Exceeds(CountsOf(In(judged[place])), law.Eligibility);
        }

        return InEverySegment<PlainValue>(exceeded[..judged.Length]).Flag;
    }

    private T InEverySegment<T>(ReadOnlySpan<T> exceeded)
        where T : IValue<T> =>
        T.AllOfSubject(Whole, Level.Word(), HasClaims ? exceeded : [Nothing<T>()]);

    private T Nothing<T>()
        where T : IValue<T> =>
        T.Given(NoClaims, false, Level.Word());

    /// <summary>Each criterion, over the segments that are judged.</summary>
    private Finding[] CountingForOptIn()
    {
        var counting = new Finding[Tests[0].Criteria.Count];
        for (var criterion = 0; criterion < counting.Length; criterion++)
        {
            var parts = Array.ConvertAll(Tests, test => test.OptInCriteria[criterion]);
            counting[criterion] = law.Settings.EitherSegmentOpensOptIn ? Finding.AnyOfSubject(Counts, null, parts) : Finding.AllOfSubject(Counts, null, parts);
        }

        return counting;
    }

    private List<LowVolumeReason> FindReasons()
    {
        var reasons = new List<LowVolumeReason>();
        if (!HasClaims)
        {
            return reasons;
        }

        for (var place = 0; place < Tests.Length; place++)
        {
            for (var criterion = 0; criterion < Tests[place].Criteria.Count; criterion++)
            {
                reasons.Add(new(LowVolumeThreshold.Names[criterion], Level, Judged[place], Tests[place].Criteria[criterion]));
            }
        }

        return reasons;
    }
}
