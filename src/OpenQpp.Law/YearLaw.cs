using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>
/// The law of one performance year, or of a variant of it (a proposed rule). Holds values and reads nothing; each part is
/// made when it is first asked for.
/// </summary>
public sealed class YearLaw
{
    private readonly LawText text;
    private readonly ParameterReader parameters;
    private readonly Lazy<PaymentLaw> payment;
    private readonly Lazy<FinalScoreLaw> finalScore;
    private readonly Lazy<WeightsLaw> weights;
    private readonly Lazy<ReweightingLaw> reweighting;
    private readonly Lazy<QualityLaw> quality;
    private readonly Lazy<CostLaw> cost;
    private readonly Lazy<ImprovementActivitiesLaw> improvementActivities;
    private readonly Lazy<PromotingInteroperabilityLaw> promotingInteroperability;
    private readonly Lazy<ApmEntityLaw> apmEntity;
    private readonly Lazy<EligibilityLaw> eligibility;
    private readonly Lazy<TargetedReviewLaw> targetedReview;
    private readonly Lazy<ClaimsLaw> claims;
    private readonly Lazy<ServicesLaw> services;
    private readonly Lazy<ExtremeCircumstancesAreas> extremeCircumstances;
    private readonly Lazy<Catalogue> catalogue;

    internal YearLaw(LawText text, PerformanceYear year, string? variant, ParameterReader parameters, Settings settings, string hash, LawOverrides? overrides = null)
    {
        this.text = text;
        this.parameters = parameters;
        Year = year;
        Variant = variant;
        Settings = settings;
        Hash = hash;
        payment = new(() => new(parameters));
        finalScore = new(() => new(parameters));
        weights = new(() => new(Table("category-weights"), overrides));
        reweighting = new(() => new(Table("reweighting"), Table("clinician-types")));
        quality = new(() => new(parameters));
        cost = new(() => new(parameters));
        improvementActivities = new(() => new(parameters));
        promotingInteroperability = new(() => new(parameters));
        apmEntity = new(() => new(parameters));
        eligibility = new(() => new(parameters));
        targetedReview = new(() => new(parameters));
        claims = new(() => new(year.PaymentYear, parameters, Table("claim-status"), Table("claim-settings"), Table("sequestration")));
        services = new(() => new(year, parameters, Table("services-ranges"), Table("services-codes"), Table("primary-care-codes")));
        extremeCircumstances = new(() => new(Find("cms/extreme-circumstances")));
        catalogue = new(() => new(this));
    }

    /// <summary>The performance year.</summary>
    public PerformanceYear Year { get; }

    /// <summary>Name of the variant, or null for final law.</summary>
    public string? Variant { get; }

    /// <summary>What to call this law: the year or the variant.</summary>
    public string Name => Variant ?? Year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The settings in force.</summary>
    public Settings Settings { get; }

    /// <summary>SHA-256 of all parameters and tables of this law, in hexadecimal; with what was overridden after a plus sign.</summary>
    public string Hash { get; }

    /// <summary>414.1405.</summary>
    public PaymentLaw Payment => payment.Value;

    /// <summary>414.1380(c).</summary>
    public FinalScoreLaw FinalScore => finalScore.Value;

    /// <summary>The weights of the categories.</summary>
    public WeightsLaw Weights => weights.Value;

    /// <summary>414.1380(c)(2)(i).</summary>
    public ReweightingLaw Reweighting => reweighting.Value;

    /// <summary>414.1380(b)(1).</summary>
    public QualityLaw Quality => quality.Value;

    /// <summary>414.1380(b)(2).</summary>
    public CostLaw Cost => cost.Value;

    /// <summary>414.1380(b)(3).</summary>
    public ImprovementActivitiesLaw ImprovementActivities => improvementActivities.Value;

    /// <summary>414.1380(b)(4).</summary>
    public PromotingInteroperabilityLaw PromotingInteroperability => promotingInteroperability.Value;

    /// <summary>414.1317, before that 414.1370.</summary>
    public ApmEntityLaw ApmEntity => apmEntity.Value;

    /// <summary>414.1305 and 414.1310.</summary>
    public EligibilityLaw Eligibility => eligibility.Value;

    /// <summary>414.1385.</summary>
    public TargetedReviewLaw TargetedReview => targetedReview.Value;

    /// <summary>414.1405(e): how the factor is applied to claim lines of the payment year.</summary>
    public ClaimsLaw Claims => claims.Value;

    /// <summary>Section 1848(q)(12)(B) of the Act: items, services and emergency visits in feedback.</summary>
    public ServicesLaw Services => services.Value;

    /// <summary>The areas of the automatic policy for extreme circumstances.</summary>
    public ExtremeCircumstancesAreas ExtremeCircumstances => extremeCircumstances.Value;

    /// <summary>The measures, activities and benchmarks of the year.</summary>
    public Catalogue Catalogue => catalogue.Value;

    /// <summary>A parameter's definition and value in this law.</summary>
    /// <param name="key">The parameter's key.</param>
    public (ParameterDefinition Definition, ParameterValue Value) Parameter(string key) => parameters.Of(key);

    internal LawTable Table(string name) => Find(name) ?? throw new LawDataException($"The law of {Name} has no table '{name}'.");

    internal LawTable? Find(string name) => text.Find($"{Name}/{name}");
}
