using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Rate, cases and completeness of a reported measure, before it meets a benchmark.</summary>
/// <param name="Rate">The rate that meets the benchmark; null where no case counts for performance.</param>
/// <param name="Cases">Cases that are held against the case minimum.</param>
/// <param name="ReportingRate">Percent of the eligible cases that was reported; null where there is no eligible case.</param>
[Cfr("414.1335")]
public sealed record ReportedRate(Finding? Rate, Finding Cases, Finding? ReportingRate)
{
    private const string Basis = "414.1335";
    private const string CompletenessBasis = "414.1340";

    private static readonly Label Met = new("performance met", Unit.Cases, Basis, "{v} cases met the measure");
    private static readonly Label NotMet = new("performance not met", Unit.Cases, Basis, "{v} cases did not meet the measure");
    private static readonly Label Exclusions = new("exclusions", Unit.Cases, Basis, "{v} cases were excluded");
    private static readonly Label Exceptions = new("exceptions", Unit.Cases, Basis, "{v} cases were excepted");
    private static readonly Label Eligible = new("eligible population", Unit.Cases, Basis, "{v} cases were eligible");
    private static readonly Label Denominator = new("performance denominator", Unit.Cases, Basis, "{v} cases count for performance");
    private static readonly Label Unrounded = new("performance rate before rounding", Unit.Percent, Basis, "{0} of {1} cases met the measure: {v} %");
    private static readonly Label Rounded = new("performance rate", Unit.Percent, "414.1380(b)(1)(i)", "the rate of {s}, rounded to {1} decimals, is {v} %");
    private static readonly Label Supplied = new("performance rate supplied", Unit.Percent, Basis, "the registry supplied a rate of {v} %");
    private static readonly Label Observation = new("observation", Unit.MeasureUnit, Basis, "the observation of {s} is {v}");
    private static readonly Label ReportedCases = new("cases reported", Unit.Cases, CompletenessBasis, "{v} cases were reported");
    private static readonly Label Completeness = new("data completeness", Unit.Percent, CompletenessBasis, "{0} of {1} eligible cases of {s} were reported: {v} %");
    private static readonly Label CasesWithoutExclusions = new("case count", Unit.Cases, "414.1380(b)(1)(iii)", "{v} cases remain after exclusions");
    private static readonly Label Instances = new("eligible instances", Unit.Cases, Basis, "{v} instances were eligible");
    private static readonly Label Observed = new("observed instances", Unit.Cases, Basis, "{v} instances went into the observation");
    private static readonly Label StratumRate = new("rate of the stratum", Unit.Percent, Basis, "{0} of {1} cases of stratum {s} met the measure: {v} %");
    private static readonly Label MeanOfStrata = new("mean of the strata", Unit.Percent, Basis, "the {n} strata with cases have a mean rate of {v} %");
    private static readonly Label AllStrataMet = new("performance met in all strata", Unit.Cases, Basis, "{v} cases met the measure in all strata");
    private static readonly Label AllStrataDenominator = new("performance denominator of all strata", Unit.Cases, Basis, "{v} cases count for performance in all strata");
    private static readonly Label LargestStratum = new("cases of the largest stratum", Unit.Cases, "414.1380(b)(1)(iii)", "the largest stratum has {v} cases");
    private static readonly Label CasesOfAllStrata = new("cases of all strata", Unit.Cases, "414.1380(b)(1)(iii)", "the strata have {v} cases together");
    private static readonly Label EligibleOfAllStrata = new("eligible population of all strata", Unit.Cases, CompletenessBasis, "{v} cases were eligible in all strata");

    /// <summary>A record without cases, which earns nothing and takes no place.</summary>
    public bool HasNoCases => Cases.Number == 0m;

    /// <summary>Rate, cases and completeness from what was reported.</summary>
    /// <param name="reported">The measure as reported.</param>
    /// <param name="law">The law of the year.</param>
    public static ReportedRate For(ReportedMeasure reported, YearLaw law) => reported.Measure.Metric switch
    {
        MetricType.NonProportion => OfObservation(reported),
        MetricType.MultiPerformanceRate or MetricType.RegistryMultiPerformanceRate => OfStrata(reported, law),
        _ => OfCounts(reported, Counts.Of(reported.Value), law),
    };

    private static ReportedRate OfCounts(ReportedMeasure reported, Counts counts, YearLaw law, bool strata = false)
    {
        var rate = counts.CountForPerformance
            ? SuppliedRate(reported, counts.Supplied) ?? RateOf(counts, strata && law.Settings.StrataRateSubtractsExclusions)
            : null;
        return new(Round(rate, reported, law), counts.CasesOf(reported), CompletenessOf(counts.Reported(), counts.Eligible, reported));
    }

    /// <summary>Non-proportion measures: an observation in the unit of the measure, taken as supplied and never rounded.</summary>
    private static ReportedRate OfObservation(ReportedMeasure reported)
    {
        var value = reported.Value;
        var instances = Finding.Given(Instances, value.Denominator ?? 0m);
        var parts = new List<Finding>(3) { Finding.Given(Observed, value.ObservationInstances ?? 0m) };
        if (value.DenominatorException is { } exceptions and not 0m)
        {
            parts.Add(Finding.Given(Exceptions, exceptions));
        }

        if (value.NumeratorExclusion is { } exclusions and not 0m)
        {
            parts.Add(Finding.Given(Exclusions, exclusions));
        }

        return new(
            Finding.Given(Observation, value.Numerator ?? 0m, reported.Subject),
            instances,
            CompletenessOf(Finding.SumOf(ReportedCases, [.. parts]), instances, reported));
    }

    private static ReportedRate OfStrata(ReportedMeasure reported, YearLaw law)
    {
        var strata = reported.Value.Strata ?? [];
        return reported.Measure.Algorithm switch
        {
            StrataAlgorithm.OverallStratumOnly => OfCounts(reported, Counts.Of(Named(strata, "overall")), law, strata: true),
            StrataAlgorithm.Split => OfSplit(reported, strata, law),
            var algorithm => OfSeveral(reported, [.. strata.Where(stratum => stratum.Name is not "overall")], algorithm, law),
        };
    }

    /// <summary>Stratum 'performance' gives the rate, stratum 'reporting' completeness and cases; others are shown only.</summary>
    private static ReportedRate OfSplit(ReportedMeasure reported, Stratum[] strata, YearLaw law)
    {
        var reporting = Counts.Of(Named(strata, "reporting"));
        var performance = Counts.Of(Named(strata, "performance"));
        var rate = performance.CountForPerformance ? SuppliedRate(reported, performance.Supplied) ?? RateOf(performance, subtractExclusions: false) : null;
        return new(Round(rate, reported, law), reporting.CasesOf(reported), CompletenessOf(reporting.Reported(), reporting.Eligible, reported));
    }

    private static ReportedRate OfSeveral(ReportedMeasure reported, Stratum[] strata, StrataAlgorithm algorithm, YearLaw law)
    {
        // By name: the order in which the strata came must not reach the last digit of a mean.
        strata = [.. strata.OrderBy(stratum => stratum.Name, StringComparer.Ordinal)];
        var counts = Array.ConvertAll(strata, Counts.Of);
        var cases = Array.ConvertAll(counts, count => count.CasesOf(reported));
        var eligible = Finding.SumOf(EligibleOfAllStrata, Array.ConvertAll(counts, count => count.Eligible));
        var reportedCases = Finding.SumOf(ReportedCases, Array.ConvertAll(counts, count => count.Reported()));
        var rate = algorithm switch
        {
            StrataAlgorithm.SimpleAverage => MeanRate(reported, strata, counts, law.Settings),
            StrataAlgorithm.SumNumerators => Array.Exists(counts, count => count.CountForPerformance) ? Finding.SumOf(AllStrataMet, Array.ConvertAll(counts, count => count.Met)) : null,
            _ => PooledRate(counts),
        };
        return new(
            Round(rate, reported, law),
            algorithm == StrataAlgorithm.SimpleAverage ? Finding.Maximum(LargestStratum, null, cases) : Finding.SumOf(CasesOfAllStrata, cases),
            CompletenessOf(reportedCases, eligible, reported));
    }

    /// <summary>The mean of the strata that have cases for performance; null where none has.</summary>
    private static Finding? MeanRate(ReportedMeasure reported, Stratum[] strata, Counts[] counts, Settings settings)
    {
        var rates = new List<Finding>(strata.Length);
        for (var index = 0; index < strata.Length; index++)
        {
            var denominator = counts[index].Denominator(settings.StrataRateSubtractsExclusions);
            if (denominator.Number > 0m)
            {
                rates.Add(SuppliedRate(reported, counts[index].Supplied) ?? Finding.Percentage(StratumRate, counts[index].Met, denominator, strata[index].Name));
            }
        }

        return rates.Count == 0 ? null : Finding.Mean(MeanOfStrata, [.. rates]);
    }

    private static Finding? PooledRate(Counts[] counts)
    {
        var met = Finding.SumOf(AllStrataMet, Array.ConvertAll(counts, count => count.Met));
        var denominator = Finding.SumOf(AllStrataDenominator, Array.ConvertAll(counts, count => count.Denominator(false)));
        return denominator.Number == 0m ? null : Finding.Percentage(Unrounded, met, denominator);
    }

    private static Finding? RateOf(Counts counts, bool subtractExclusions)
    {
        var denominator = counts.Denominator(subtractExclusions);
        return denominator.Number > 0m ? Finding.Percentage(Unrounded, counts.Met, denominator) : null;
    }

    /// <summary>
    /// Registries supply the rates of QCDR measures, of each stratum where there are several; one with strata may leave them
    /// out, and is then computed like any other. Without a case that counts for performance there is no rate.
    /// </summary>
    private static Finding? SuppliedRate(ReportedMeasure reported, decimal? supplied) =>
        reported.Measure.Metric is MetricType.RegistrySinglePerformanceRate or MetricType.RegistryMultiPerformanceRate && supplied is { } rate
            ? Finding.Given(Supplied, rate)
            : null;

    /// <summary>Rates are rounded once, half up, after the strata algorithm and before the benchmark.</summary>
    private static Finding? Round(Finding? rate, ReportedMeasure reported, YearLaw law) =>
        rate is null ? null : Finding.Rounding(Rounded, rate, law.Quality.RateDecimals, reported.Subject);

    private static Finding? CompletenessOf(Finding reportedCases, Finding eligible, ReportedMeasure reported) =>
        eligible.Number == 0m ? null : Finding.Percentage(Completeness, reportedCases, eligible, reported.Subject);

    private static Stratum Named(Stratum[] strata, string name) =>
        Array.Find(strata, stratum => string.Equals(stratum.Name, name, StringComparison.Ordinal)) ?? new Stratum { Name = name };

    /// <summary>The counts of a measure or a stratum, as given; absent counts are 0.</summary>
    private readonly record struct Counts(Finding Met, Finding NotMet, Finding Eligible, Finding? Excluded, Finding? Excepted, decimal? Supplied)
    {
        public static Counts Of(MeasurementValue value) =>
            new(
                Finding.Given(ReportedRate.Met, value.PerformanceMet ?? 0),
                Finding.Given(ReportedRate.NotMet, value.PerformanceNotMet ?? 0),
                Finding.Given(ReportedRate.Eligible, value.EligiblePopulation ?? 0),
                Some(Exclusions, value.EligiblePopulationExclusion),
                Some(Exceptions, value.EligiblePopulationException),
                value.PerformanceRate);

        public static Counts Of(Stratum stratum) =>
            new(
                Finding.Given(ReportedRate.Met, stratum.PerformanceMet ?? 0, stratum.Name),
                Finding.Given(ReportedRate.NotMet, stratum.PerformanceNotMet ?? 0, stratum.Name),
                Finding.Given(ReportedRate.Eligible, stratum.EligiblePopulation ?? 0, stratum.Name),
                Some(Exclusions, stratum.EligiblePopulationExclusion),
                Some(Exceptions, stratum.EligiblePopulationException),
                stratum.PerformanceRate);

        /// <summary>Whether any case counts for performance.</summary>
        public bool CountForPerformance => Met.Number + NotMet.Number > 0m;

        /// <summary>Cases that count for performance: met and not met; 'not met' is already without exclusions and exceptions.</summary>
        public Finding Denominator(bool subtractExclusions)
        {
            var denominator = Finding.Sum(ReportedRate.Denominator, Met, NotMet);
            return subtractExclusions && Excluded is { } excluded
                ? Finding.Difference(ReportedRate.Denominator, denominator, excluded)
                : denominator;
        }

        /// <summary>eCQMs and QCDR measures: without exclusions; all others: the eligible population, which must already be without them.</summary>
        public Finding CasesOf(ReportedMeasure reported)
        {
            var subtracts = reported.Method == SubmissionMethod.ElectronicHealthRecord || reported.Measure.IsQcdr;
            return subtracts && Excluded is { } excluded
                ? Finding.Difference(CasesWithoutExclusions, Eligible, excluded)
                : Eligible;
        }

        public Finding Reported() => (Excluded, Excepted) switch
        {
            (null, null) => Finding.Sum(ReportedCases, Met, NotMet),
            ({ } excluded, null) => Finding.Sum(ReportedCases, Met, NotMet, excluded),
            (null, { } excepted) => Finding.Sum(ReportedCases, Met, NotMet, excepted),
            ({ } excluded, { } excepted) => Finding.Sum(ReportedCases, Met, NotMet, excluded, excepted),
        };

        private static Finding? Some(Label label, long? count) => count is { } given and not 0 ? Finding.Given(label, given) : null;
    }
}
