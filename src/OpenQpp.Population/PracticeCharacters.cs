using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>Gives practices their statuses, reweighting, cost and APM credit, by quotas over the clinicians who will be scored.</summary>
internal sealed class PracticeCharacters
{
    private const int MostZips = 99999;

    private readonly YearLaw law;
    private readonly Shape shape;
    private readonly bool smallIsReweighted;
    private readonly string[] zipsOfCircumstances;
    private readonly Quota interoperability;
    private readonly Quota costs;
    private readonly Quota credits;

    /// <summary>The characters of a nation's practices.</summary>
    /// <param name="law">The law of the year.</param>
    /// <param name="shape">The shape of the nation.</param>
    /// <param name="clinicians">TIN/NPI in all.</param>
    public PracticeCharacters(YearLaw law, Shape shape, long clinicians)
    {
        (this.law, this.shape) = (law, shape);
        smallIsReweighted = SmallIsReweighted(law);
        zipsOfCircumstances = [.. law.ExtremeCircumstances.Codes.Order(StringComparer.Ordinal)];
        var (status, hardship, extreme) = (shape.Share("published.status-reweighting"), shape.Share("published.hardship"), shape.Share("published.extreme-circumstances"));
        interoperability = new([10000 - status - hardship - extreme, status, hardship, extreme], clinicians);
        costs = new([shape.Share("published.cost-weight-30"), shape.Share("published.cost-weight-0"), shape.Share("published.cost-weight-50")], clinicians);
        credits = new([10000 - shape.Share("published.apm-credit"), shape.Share("published.apm-credit")], clinicians);
    }

    /// <summary>Whether small practices are reweighted without application.</summary>
    /// <param name="law">The law of the year.</param>
    private static bool SmallIsReweighted(YearLaw law) =>
        law.Reweighting.Find("smallPractice", PerformanceCategory.PromotingInteroperability) is { Known: KnownBy.Status };

    /// <summary>The practice with its character.</summary>
    /// <param name="plan">Way and clinicians.</param>
    /// <param name="random">Draws.</param>
    public PracticePlan Of(PracticePlan plan, RandomStream random)
    {
        var scored = plan.Way == Way.LowVolume ? 0 : plan.Clinicians.Count(one => one.IsInMips);
        var isStatus = plan.IsSmall && smallIsReweighted;
        var choice = plan.Way switch
        {
            Way.ApmEntity or Way.Subgroup => Reweighted.Not,
            Way.FacilityBased => Reweighted.ByStatus,
            Way.ExtremeCircumstances => Reweighted.ExtremeCircumstances,
            Way.Silent => isStatus ? Reweighted.ByStatus : Reweighted.Not,
            Way.LowVolume => Reweighted.Not,
            Way.VirtualGroup => (Reweighted)interoperability.Choose(scored, one => one is (int)Reweighted.Not),
            Way.Individuals => (Reweighted)interoperability.Choose(scored, one => one is (int)Reweighted.Not or (int)Reweighted.ByStatus),
            _ => (Reweighted)interoperability.Choose(scored, one => !isStatus || one is (int)Reweighted.Not or (int)Reweighted.ByStatus),
        };
        var cost = plan.Way switch
        {
            Way.ApmEntity or Way.ExtremeCircumstances or Way.LowVolume => CostWish.None,
            Way.FacilityBased => CostWish.Scored,
            _ => (CostWish)costs.Choose(scored, one => one != (int)CostWish.Half || (choice == Reweighted.ByStatus && plan.Way == Way.Group)),
        };
        var credit = plan.Way switch
        {
            Way.ApmEntity => 1,
            Way.Group or Way.Individuals or Way.Pathway when choice != Reweighted.ExtremeCircumstances => credits.Choose(scored),
            _ => 0,
        };
        if (scored > 0)
        {
            interoperability.Count((int)choice, scored);
            costs.Count((int)cost, scored);
            credits.Count(credit, scored);
        }

        var isByStatusOfItsOwn = choice == Reweighted.ByStatus && !isStatus && plan.Way != Way.FacilityBased;
        var isHospital = plan.Way == Way.FacilityBased || (isByStatusOfItsOwn && random.Chance(6000));
        return plan with
        {
            Zip = plan.Way == Way.ExtremeCircumstances && zipsOfCircumstances.Length > 0 ? random.Of(zipsOfCircumstances) : OrdinaryZip(random),
            Interoperability = choice,
            Cost = cost,
            HasApmCredit = credit == 1,
            IsHospitalBased = isHospital,
            IsNonPatientFacing = isByStatusOfItsOwn && !isHospital,
            IsRural = random.Chance(shape.Share("practice.rural")),
            IsHpsa = random.Chance(shape.Share("practice.hpsa")),
        };
    }

    private string OrdinaryZip(RandomStream random)
    {
        while (true)
        {
            var zip = random.Between(1001, MostZips).ToString("D5", CultureInfo.InvariantCulture);
            if (!law.ExtremeCircumstances.Names(zip))
            {
                return zip;
            }
        }
    }
}
