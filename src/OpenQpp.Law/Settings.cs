namespace OpenQpp.Law;

/// <summary>One point that the sources leave open: its default, its alternatives and why it is open.</summary>
/// <param name="Name">Name of the setting.</param>
/// <param name="Means">What it decides.</param>
/// <param name="Paragraph">The paragraph that leaves it open.</param>
/// <param name="Default">The value taken unless the caller says otherwise.</param>
/// <param name="Choices">The values it can have.</param>
/// <param name="Open">Why it is open.</param>
public sealed record SettingDefinition(string Name, string Means, string Paragraph, string Default, IReadOnlyList<string> Choices, string Open);

/// <summary>The values of all settings: the defaults, and what the caller set otherwise.</summary>
public sealed class Settings
{
    private readonly Dictionary<string, string> values;
    private bool? offCampusIsHospital;

    /// <summary>The defaults of a list of definitions, changed by overrides.</summary>
    /// <param name="definitions">All settings.</param>
    /// <param name="overrides">Values that differ from the default; names and values must be known.</param>
    /// <exception cref="LawDataException">An override names no setting or no choice of it.</exception>
    public Settings(IReadOnlyList<SettingDefinition> definitions, IReadOnlyDictionary<string, string>? overrides = null)
    {
        Definitions = definitions;
        values = definitions.ToDictionary(definition => definition.Name, definition => definition.Default, StringComparer.Ordinal);
        foreach (var (name, value) in overrides ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            var definition = definitions.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal))
                ?? throw new LawDataException($"There is no setting '{name}'.");
            if (!definition.Choices.Contains(value, StringComparer.Ordinal))
            {
                throw new LawDataException($"Setting '{name}' can be {string.Join(" or ", definition.Choices)}, not '{value}'.");
            }

            values[name] = value;
        }
    }

    /// <summary>All settings.</summary>
    public IReadOnlyList<SettingDefinition> Definitions { get; }

    /// <summary>Settings that differ from their default, by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Changed =>
        Definitions
            .Where(definition => !string.Equals(values[definition.Name], definition.Default, StringComparison.Ordinal))
            .Select(definition => KeyValuePair.Create(definition.Name, values[definition.Name]));

    /// <summary>Takes the adjustment from the unrounded final score.</summary>
    public bool FactorFromUnroundedScore => Is("factorFromUnroundedScore", "yes");

    /// <summary>Subtracts exclusions again from the denominator of a stratum.</summary>
    public bool StrataRateSubtractsExclusions => Is("strataRateSubtractsExclusions", "yes");

    /// <summary>In 2019, a measure needs a benchmark to earn the high priority bonus.</summary>
    public bool HighPriorityBonusNeedsBenchmark => Is("highPriorityBonusNeedsBenchmark", "yes");

    /// <summary>An outcome measure with incomplete data fulfils the outcome requirement.</summary>
    public bool IncompleteMeasureFulfilsOutcome => Is("incompleteMeasureFulfilsOutcome", "yes");

    /// <summary>For inverse measures too, the bonus asks for a rate above 0.</summary>
    public bool HighPriorityBonusInverseAboveZero => Is("highPriorityBonusInverse", "above0");

    /// <summary>Available points fall for every suppressed measure.</summary>
    public bool SuppressedReducesAlways => Is("suppressedReducesAlways", "yes");

    /// <summary>Web Interface rates below the 30th percentile earn the floor.</summary>
    public bool WebInterfaceBelowThirtyEarnsFloor => Is("webInterfaceBelowThirty", "floor");

    /// <summary>Measures compared with a benchmark rank first.</summary>
    public bool RankScoredMeasuresFirst => Is("rankScoredMeasuresFirst", "yes");

    /// <summary>The APM credit is a minimum, not an addition.</summary>
    public bool ApmCreditIsFloor => Is("iaApmCredit", "floor");

    /// <summary>The APM credit asks for quality and Promoting Interoperability data.</summary>
    public bool ApmCreditNeedsQualityAndPi => Is("iaApmCreditCondition", "qualityAndPi");

    /// <summary>Extreme circumstances take the APM credit away.</summary>
    public bool ApmCreditLostUnderExtremeCircumstances => Is("apmCreditLostUnderExtremeCircumstances", "yes");

    /// <summary>Several sets of activities are joined.</summary>
    public bool MergeActivitySets => Is("iaMerge", "union");

    /// <summary>Points of a suppressed measure and its partner move when both are excluded.</summary>
    public bool SuppressedExclusionsMove => Is("piSuppressedExclusionsMove", "yes");

    /// <summary>Reporting through TEFCA earns a bonus of its own.</summary>
    public bool TefcaBonusIsSeparate => Is("tefcaBonusSeparate", "yes");

    /// <summary>Promoting Interoperability data void the reweighting for a third party's failure.</summary>
    public bool ThirdPartyFailureVoidedByPiData => Is("thirdPartyFailureVoidedByPiData", "yes");

    /// <summary>The prior category score, not the achievement score, is held against 30 percent.</summary>
    public bool ImprovementTestsPriorCategoryScore => Is("qualityImprovementBaseTest", "category");

    /// <summary>Cost improvement is measured from the prior category score.</summary>
    public bool CostImprovementFromCategoryScore => Is("costImprovementPriorScore", "category");

    /// <summary>In 2024 the better population health measure of a pathway is scored, not the selected one.</summary>
    public bool BestPopulationHealthMeasureIn2024 => Is("mvpPopulationHealth2024", "bestOf");

    /// <summary>Services in an off-campus outpatient hospital make a clinician hospital-based.</summary>
    public bool OffCampusIsHospital => offCampusIsHospital ??= Is("hospitalBasedOffCampus", "yes");

    /// <summary>One clinician in a designated area makes a group rural or HPSA, also after the first year.</summary>
    public bool AnyClinicianMakesGroupRuralOrHpsa => Is("groupRuralAndHpsa", "any");

    /// <summary>More than the share, not every clinician, makes a group ASC-based.</summary>
    public bool ShareMakesGroupAscBased => Is("ascBasedGroup", "moreThanShare");

    /// <summary>A criterion exceeded in one of the two segments opens the opt-in.</summary>
    public bool EitherSegmentOpensOptIn => Is("optInSegments", "either");

    /// <summary>Affiliated practitioners take the score of the APM Entity.</summary>
    public bool EntityIncludesAffiliated => Is("entityIncludesAffiliated", "yes");

    /// <summary>A practice that may not take part voids the whole virtual group.</summary>
    public bool UnsoundPracticeVoidsVirtualGroup => Is("virtualGroupUnsoundMember", "voids");

    /// <summary>Late joiners of the years before the clause are neutral.</summary>
    public bool JoinersWithoutClauseAreNeutral => Is("joinersWithoutClause", "neutral");

    /// <summary>The threshold score of an individual under the automatic policy competes with other scores.</summary>
    public bool NeutralIndividualCompetes => Is("neutralIndividualCompetes", "yes");

    /// <summary>A threshold score from the automatic policy goes with a clinician who moves.</summary>
    public bool PolicyScoreFollowsMover => Is("policyScoreFollowsMover", "yes");

    /// <summary>Amounts of claim lines are cut off after the cents, not rounded.</summary>
    public bool ClaimCentsAreCutOff => Is("claimCents", "cutOff");

    /// <summary>By how much sequestration on a remittance may differ before it is told, dollars.</summary>
    public decimal SequestrationTolerance => Is("sequestrationTolerance", "1") ? 0.01m : 0m;

    /// <summary>A Medicare Advantage plan applies negative adjustments, too.</summary>
    public bool MedicareAdvantageAppliesNegative => Is("maNegativeAdjustments", "yes");

    /// <summary>To count among the patients of a range, a patient must have seen the clinician in the year before.</summary>
    public bool PatientsAreOfTheYearBefore => Is("beneficiaryAssociationYearOffset", "-1");

    /// <summary>A line without an allowed amount above 0 makes nobody a patient who received a service.</summary>
    public bool AssociationRequiresPositiveAllowed => Is("associationRequiresPositiveAllowed", "yes");

    /// <summary>Services of no range are shown as a range of their own.</summary>
    public bool UnclassifiedServicesAreShown => Is("showUnclassified", "yes");

    /// <summary>A claim whose day of receipt is not known does not count.</summary>
    public bool UnknownReceiptIsLate => Is("claimReceiptUnknown", "late");

    /// <summary>A claim line is as many services as its units, not one.</summary>
    public bool LowVolumeServicesAreUnits => Is("lowVolumeServices", "units");

    /// <summary>Who saw most patients at a hospital without a score is assigned the next one that has a score.</summary>
    public bool HospitalsWithoutScoreArePassedOver => Is("facilityWithoutScore", "nextHospital");

    /// <summary>The last month that is known makes a patient one with dual eligibility, not any month.</summary>
    public bool LastMonthMakesDual => Is("dualEligibleMonth", "last");

    /// <summary>What is compared to find who gave most of the primary care: allowedCharges, lineCount or units.</summary>
    public string PrimaryCareShareMetric => this["primaryCareShareMetric"];

    /// <summary>Which list of primary care services is taken.</summary>
    public string PrimaryCareCodeProfile => this["primaryCareCodeProfile"];

    /// <summary>Claims of one beneficiary, provider and day are one emergency visit.</summary>
    public bool EmergencyClaimsAreMerged => Is("edVisitMerge", "sameBeneficiaryProviderDate");

    /// <summary>The value of a setting.</summary>
    /// <param name="name">Its name.</param>
    public string this[string name] => values[name];

    private bool Is(string name, string value) => string.Equals(values[name], value, StringComparison.Ordinal);
}
