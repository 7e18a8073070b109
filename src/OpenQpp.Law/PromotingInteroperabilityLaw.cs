using System.Text.RegularExpressions;
using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The method of the Promoting Interoperability category, 414.1380(b)(4).</summary>
public enum InteroperabilityMethod
{
    /// <summary>(b)(4)(i): base, performance and bonus scores.</summary>
    BasePerformanceBonus,

    /// <summary>(b)(4)(ii): points of each measure.</summary>
    PerMeasure,
}

/// <summary>What fulfils the public health objective.</summary>
public enum PublicHealthMethod
{
    /// <summary>The year has no such objective.</summary>
    None,

    /// <summary>Any two reports or exclusions.</summary>
    AnyTwo,

    /// <summary>The immunization registry and electronic case reporting.</summary>
    ImmunizationAndCaseReporting,
}

/// <summary>What the SAFER Guides measure asks for.</summary>
public enum SaferGuides
{
    /// <summary>Nothing: the year has no such measure.</summary>
    NotRequired,

    /// <summary>An answer, yes or no.</summary>
    Answer,

    /// <summary>The answer yes.</summary>
    Yes,
}

/// <summary>The parameters of 414.1380(b)(4) for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class PromotingInteroperabilityLaw(ParameterReader parameters)
{
    private readonly Regex cehrtIdPattern = Pattern(parameters.Word("promoting-interoperability/cehrt-id-pattern")!);
    private readonly Regex? newerCehrtIdPattern =
        parameters.Word("promoting-interoperability/newer-cehrt-id-pattern") is { } pattern ? Pattern(pattern) : null;

    /// <summary>The method of the year.</summary>
    public InteroperabilityMethod Method { get; } = parameters.Method<InteroperabilityMethod>("promoting-interoperability/method");

    /// <summary>The highest category score, points.</summary>
    public Finding MaximumPoints { get; } = parameters.Number("promoting-interoperability/maximum-points");

    /// <summary>Shortest performance period, days.</summary>
    public Finding MinimumDays { get; } = parameters.Number("promoting-interoperability/minimum-days");

    /// <summary>The base score, points (2017 and 2018).</summary>
    public Finding? BaseScore { get; } = parameters.NumberOrNone("promoting-interoperability/base-score");

    /// <summary>Width of a performance band, percent (2017 and 2018).</summary>
    public Finding? PerformanceBand { get; } = parameters.NumberOrNone("promoting-interoperability/performance-band");

    /// <summary>Bonus for a further registry, points (2017 and 2018).</summary>
    public Finding? RegistryBonus { get; } = parameters.NumberOrNone("promoting-interoperability/registry-bonus");

    /// <summary>Bonus for an activity done with CEHRT, points (2017 and 2018).</summary>
    public Finding? CehrtActivityBonus { get; } = parameters.NumberOrNone("promoting-interoperability/cehrt-activity-bonus");

    /// <summary>Bonus for newer CEHRT only, points (2018).</summary>
    public Finding? NewerCehrtBonus { get; } = parameters.NumberOrNone("promoting-interoperability/newer-cehrt-bonus");

    /// <summary>Another registry earns the performance points when immunization is not reported (2018).</summary>
    public Finding RegistryStandsIn { get; } = parameters.Flag("promoting-interoperability/registry-stands-in");

    /// <summary>The form of a CEHRT ID of the year.</summary>
    public Finding CehrtIdForm { get; } = parameters.Word("promoting-interoperability/cehrt-id-pattern")!;

    /// <summary>A valid CEHRT ID is required.</summary>
    public Finding CehrtIdRequired { get; } = parameters.Flag("promoting-interoperability/cehrt-id-required");

    /// <summary>Fewest points of a reported measure (2019 on).</summary>
    public Finding? MeasurePointsMinimum { get; } = parameters.NumberOrNone("promoting-interoperability/measure-points-minimum");

    /// <summary>Decimals of measure points.</summary>
    public Finding MeasurePointsDecimals { get; } = parameters.Number("promoting-interoperability/measure-points-decimals");

    /// <summary>What fulfils the public health objective.</summary>
    public PublicHealthMethod PublicHealth { get; } = parameters.Method<PublicHealthMethod>("promoting-interoperability/public-health-method");

    /// <summary>Bonus for optional public health measures, points (2022 on).</summary>
    public Finding? PublicHealthBonus { get; } = parameters.NumberOrNone("promoting-interoperability/public-health-bonus");

    /// <summary>Registry measures must carry exactly one level of active engagement.</summary>
    public Finding EngagementLevels { get; } = parameters.Flag("promoting-interoperability/engagement-levels");

    /// <summary>What the SAFER Guides measure asks for.</summary>
    public SaferGuides SaferGuides { get; } = parameters.Method<SaferGuides>("promoting-interoperability/safer-guides");

    /// <summary>Measures for which any answer earns full credit.</summary>
    public IReadOnlyList<string> SuppressedMeasures { get; } = parameters.Words("promoting-interoperability/suppressed-measures");

    /// <summary>Whether any answer to a measure earns full credit.</summary>
    /// <param name="measureId">The measure.</param>
    public bool IsSuppressed(string measureId) => SuppressedMeasures.Count > 0 && SuppressedMeasures.Contains(measureId, StringComparer.Ordinal);

    /// <summary>A measure beside its exclusion is refused.</summary>
    public Finding ExclusionConflicts { get; } = parameters.Flag("promoting-interoperability/exclusion-conflicts");

    /// <summary>A measure beside its substitute is refused.</summary>
    public Finding SubstituteConflicts { get; } = parameters.Flag("promoting-interoperability/substitute-conflicts");

    /// <summary>Whether a CEHRT ID is of the form of the year.</summary>
    /// <param name="id">The ID as submitted.</param>
    public bool IsCehrtId(string id) => cehrtIdPattern.IsMatch(id);

    /// <summary>Whether a CEHRT ID is one of the newer edition that earns the bonus of 2018.</summary>
    /// <param name="id">The ID as submitted.</param>
    public bool IsNewerCehrtId(string id) => newerCehrtIdPattern?.IsMatch(id) ?? false;

    private static Regex Pattern(Finding form) =>
        new(form.Word, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
