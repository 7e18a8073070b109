using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>How measures of several collection types are scored together, 414.1325(d).</summary>
public enum CollectionTypesMethod
{
    /// <summary>Each mechanism on its own; the best is taken.</summary>
    OneMechanism,

    /// <summary>All together, each measure once.</summary>
    Mixed,
}

/// <summary>Which population health measure of a MIPS Value Pathway is scored, 414.1365(d)(3)(i)(A).</summary>
public enum PopulationHealthMethod
{
    /// <summary>The year has no pathways.</summary>
    None,

    /// <summary>The one that the participant selected at registration.</summary>
    Selected,

    /// <summary>As a setting says: sources differ.</summary>
    BySetting,

    /// <summary>The better one.</summary>
    BestOf,
}

/// <summary>Who may report the quality measures of the APM Performance Pathway through the CMS Web Interface.</summary>
public enum AppWebInterfaceMethod
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>Groups and APM Entities.</summary>
    Groups,

    /// <summary>APM Entities of the Shared Savings Program.</summary>
    SharedSavingsEntities,
}

/// <summary>The parameters of 414.1380(b)(1) for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class QualityLaw(ParameterReader parameters)
{
    /// <summary>Measures that traditional MIPS asks for.</summary>
    public Finding RequiredMeasures { get; } = parameters.Number("quality/required-measures");

    /// <summary>Measures that a MIPS Value Pathway asks for; null before 2023.</summary>
    public Finding? MvpRequiredMeasures { get; } = parameters.NumberOrNone("quality/mvp-required-measures");

    /// <summary>Which population health measure of a pathway is scored.</summary>
    public PopulationHealthMethod MvpPopulationHealth { get; } = parameters.Method<PopulationHealthMethod>("quality/mvp-population-health");

    /// <summary>Most achievement points of a measure.</summary>
    public Finding MeasurePointsMaximum { get; } = parameters.Number("quality/measure-points-maximum");

    /// <summary>Fewest achievement points against a benchmark.</summary>
    public Finding MeasurePointsFloor { get; } = parameters.Number("quality/measure-points-floor");

    /// <summary>Points without benchmark or case minimum.</summary>
    public Finding PointsWithoutBenchmark { get; } = parameters.Number("quality/points-without-benchmark");

    /// <summary>Points of a small practice without benchmark or case minimum.</summary>
    public Finding PointsWithoutBenchmarkSmallPractice { get; } = parameters.Number("quality/points-without-benchmark-small-practice");

    /// <summary>Points of an incomplete measure.</summary>
    public Finding PointsIncomplete { get; } = parameters.Number("quality/points-incomplete");

    /// <summary>Points of a small practice for an incomplete measure.</summary>
    public Finding PointsIncompleteSmallPractice { get; } = parameters.Number("quality/points-incomplete-small-practice");

    /// <summary>Points of a measure in its first MIPS year; null before 2022.</summary>
    public Finding? NewMeasurePointsFirstYear { get; } = parameters.NumberOrNone("quality/new-measure-points-first-year");

    /// <summary>Points of a measure in its second MIPS year; null before 2022.</summary>
    public Finding? NewMeasurePointsSecondYear { get; } = parameters.NumberOrNone("quality/new-measure-points-second-year");

    /// <summary>Most points of a capped measure; null in 2017.</summary>
    public Finding? ToppedOutCap { get; } = parameters.NumberOrNone("quality/topped-out-cap");

    /// <summary>Share of eligible cases to be reported, percent.</summary>
    public Finding DataCompleteness { get; } = parameters.Number("quality/data-completeness");

    /// <summary>Fewest cases for a benchmark.</summary>
    public Finding CaseMinimum { get; } = parameters.Number("quality/case-minimum");

    /// <summary>Decimals of a performance rate.</summary>
    public Finding RateDecimals { get; } = parameters.Number("quality/rate-decimals");

    /// <summary>Use of several collection types.</summary>
    public CollectionTypesMethod CollectionTypes { get; } = parameters.Method<CollectionTypesMethod>("quality/collection-types");

    /// <summary>Registry measures reported end to end take the eCQM benchmark.</summary>
    public Finding EndToEndTakesEcqmBenchmark { get; } = parameters.Flag("quality/end-to-end-takes-ecqm-benchmark");

    /// <summary>Measure types that are outcome measures.</summary>
    public IReadOnlyList<string> OutcomeMeasureTypes { get; } = parameters.Words("quality/outcome-measure-types");

    /// <summary>Bonus of an outcome or patient experience measure; null from 2022.</summary>
    public Finding? HighPriorityBonusOutcome { get; } = parameters.NumberOrNone("quality/high-priority-bonus-outcome");

    /// <summary>Bonus of another high priority measure; null from 2022.</summary>
    public Finding? HighPriorityBonusOther { get; } = parameters.NumberOrNone("quality/high-priority-bonus-other");

    /// <summary>Web Interface measures earn the high priority bonus.</summary>
    public Finding WebInterfaceHighPriorityBonus { get; } = parameters.Flag("quality/web-interface-high-priority-bonus");

    /// <summary>The text of the year asks for a benchmark before the high priority bonus.</summary>
    public Finding HighPriorityBonusBenchmarkClause { get; } = parameters.Flag("quality/high-priority-bonus-benchmark-clause");

    /// <summary>Bonus of a measure reported end to end; null from 2022.</summary>
    public Finding? EndToEndBonus { get; } = parameters.NumberOrNone("quality/end-to-end-bonus");

    /// <summary>Cap on each measure bonus, percent of the available points; null from 2022.</summary>
    public Finding? MeasureBonusCap { get; } = parameters.NumberOrNone("quality/measure-bonus-cap");

    /// <summary>Small practice bonus in quality; null in 2017 and 2018.</summary>
    public Finding? SmallPracticeBonus { get; } = parameters.NumberOrNone("quality/small-practice-bonus");

    /// <summary>Most improvement, percentage points; null in 2017.</summary>
    public Finding? ImprovementMaximum { get; } = parameters.NumberOrNone("quality/improvement-maximum");

    /// <summary>Prior score is taken at least as this, percent; null in 2017.</summary>
    public Finding? ImprovementPriorMinimum { get; } = parameters.NumberOrNone("quality/improvement-prior-minimum");

    /// <summary>The Web Interface exists in traditional MIPS.</summary>
    public Finding WebInterfaceOffered { get; } = parameters.Flag("quality/web-interface-offered");

    /// <summary>Who may use the Web Interface in the APM Performance Pathway.</summary>
    public AppWebInterfaceMethod AppWebInterface { get; } = parameters.Method<AppWebInterfaceMethod>("quality/app-web-interface");

    /// <summary>Fewest eligible clinicians for the Web Interface.</summary>
    public Finding? WebInterfaceClinicians { get; } = parameters.NumberOrNone("quality/web-interface-clinicians");

    /// <summary>Lowest decile that is scored in the Web Interface.</summary>
    public Finding? WebInterfaceLowestDecile { get; } = parameters.NumberOrNone("quality/web-interface-lowest-decile");

    /// <summary>Only small practices may report Part B claims measures.</summary>
    public Finding ClaimsSmallPracticesOnly { get; } = parameters.Flag("quality/claims-small-practices-only");

    /// <summary>Points taken out when the CAHPS sample is missed; null in 2017 and 2018.</summary>
    public Finding? CahpsSamplingReduction { get; } = parameters.NumberOrNone("quality/cahps-sampling-reduction");

    /// <summary>Most measures with which the CAHPS reduction is due.</summary>
    public Finding? CahpsSamplingMostMeasures { get; } = parameters.NumberOrNone("quality/cahps-sampling-most-measures");

    /// <summary>Complex organization adjustment per eCQM; null before 2025.</summary>
    public Finding? ComplexOrganizationPoints { get; } = parameters.NumberOrNone("quality/complex-organization-points");

    /// <summary>Cap on the complex organization adjustment, percent of the available points.</summary>
    public Finding? ComplexOrganizationCap { get; } = parameters.NumberOrNone("quality/complex-organization-cap");

    /// <summary>MIPS CQMs with exclusions are refused.</summary>
    public Finding CqmExclusionsRefused { get; } = parameters.Flag("quality/cqm-exclusions-refused");

    /// <summary>eCQM sets need a CEHRT ID.</summary>
    public Finding EcqmNeedsCehrtId { get; } = parameters.Flag("quality/ecqm-needs-cehrt-id");

    /// <summary>The catalogue says under which programs a measure may be sent.</summary>
    public Finding ProgramsChecked { get; } = parameters.Flag("quality/programs-checked");
}
