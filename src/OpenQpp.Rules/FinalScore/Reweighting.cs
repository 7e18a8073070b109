using System.Runtime.CompilerServices;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether a category is weighted zero, and by what.</summary>
/// <param name="Category">The category.</param>
/// <param name="IsReweighted">The test, with every circumstance that applies.</param>
/// <param name="Reasons">Circumstances that apply and are not voided: those that CMS granted first, those that a rule computed last.</param>
public sealed record CategoryReweighting(PerformanceCategory Category, Finding IsReweighted, IReadOnlyList<string> Reasons);

/// <summary>The circumstances in which a category is weighted zero, and what voids them.</summary>
/// <remarks>
/// Under the APM scoring standard and in the APM Performance Pathway activities need no submission and nothing weighs them
/// zero while quality or Promoting Interoperability weighs something. An approved application of an APM Entity covers all four categories and is not voided by data.
/// </remarks>
[Cfr("414.1380(c)(2)(i)")]
[Cfr("414.1380(c)(2)(i)(A)")]
[Cfr("414.1380(c)(2)(i)(A)(1)")]
[Cfr("414.1380(c)(2)(i)(A)(2)")]
[Cfr("414.1380(c)(2)(i)(A)(3)")]
[Cfr("414.1380(c)(2)(i)(A)(4)")]
[Cfr("414.1380(c)(2)(i)(A)(4)(i)")]
[Cfr("414.1380(c)(2)(i)(A)(4)(ii)")]
[Cfr("414.1380(c)(2)(i)(A)(4)(iii)")]
[Cfr("414.1380(c)(2)(i)(A)(6)")]
[Cfr("414.1380(c)(2)(i)(A)(7)")]
[Cfr("414.1380(c)(2)(i)(A)(8)")]
[Cfr("414.1380(c)(2)(i)(A)(9)")]
[Cfr("414.1380(c)(2)(i)(A)(10)")]
[Cfr("414.1380(c)(2)(i)(C)")]
[Cfr("414.1380(c)(2)(i)(C)(1)")]
[Cfr("414.1380(c)(2)(i)(C)(2)")]
[Cfr("414.1380(c)(2)(i)(C)(3)")]
[Cfr("414.1380(c)(2)(i)(C)(4)")]
[Cfr("414.1380(c)(2)(i)(C)(5)")]
[Cfr("414.1380(c)(2)(i)(C)(6)")]
[Cfr("414.1380(c)(2)(i)(C)(7)")]
[Cfr("414.1380(c)(2)(i)(C)(8)")]
[Cfr("414.1380(c)(2)(i)(C)(9)")]
[Cfr("414.1380(c)(2)(i)(C)(10)")]
[Cfr("414.1380(c)(2)(i)(C)(11)")]
[Cfr("414.1380(c)(2)(i)(C)(12)")]
[Cfr("414.1380(c)(2)(iii)")]
public static class Reweighting
{
    private const string Basis = "414.1380(c)(2)(i)";

    private static readonly Label IsReweighted = new("category is reweighted", Unit.YesNo, Basis, "a weight of zero for {s}: {v}");
    private static readonly Label Holds = new("circumstance holds", Unit.YesNo, Basis, "{s} applies and is not voided by submitted data: {v}");
    private static readonly Label Applies = new("circumstance", Unit.YesNo, Basis, "{s} applies");
    private static readonly Label Voided = new("voided by submitted data", Unit.YesNo, Basis, "submitted data void {s}: {v}");
    private static readonly Label NotVoided = new("not voided", Unit.YesNo, Basis, "no submitted data void {s}: {v}");

    // A circumstance of the law says the same of everybody to whom it applies: it is made once, with and without voiding data.
    private static readonly ConditionalWeakTable<ReweightingTrigger, Circumstance> HeldOnes = [];
    private static readonly ConditionalWeakTable<ReweightingTrigger, Circumstance> VoidedOnes = [];

    /// <summary>In a pathway activities depend on the others.</summary>
    private static readonly PerformanceCategory[] ActivitiesLast = [.. PerformanceCategories.All.OrderBy(category => category == PerformanceCategory.ImprovementActivities)];

    private static readonly CategoryReweighting[] NothingApplies =
        [.. PerformanceCategories.All.Select(category => new CategoryReweighting(category, Finding.AnyOfSubject(IsReweighted, category.Title(), []), []))];

    /// <summary>The four categories in order, each with what reweights it.</summary>
    /// <param name="participant">The participant.</param>
    /// <param name="data">What was submitted.</param>
    /// <param name="circumstances">What else bears on it.</param>
    /// <param name="law">The law of the year.</param>
    public static CategoryReweighting[] For(
        Participant participant,
        SubmittedData data,
        ScoringCircumstances circumstances,
        YearLaw law)
    {
        var categories = new CategoryReweighting[PerformanceCategories.All.Length];
        foreach (var category in ActivitiesLast)
        {
            var (first, several) = (default(Circumstance), default(List<Circumstance>));
            foreach (var trigger in law.Reweighting.Of(category))
            {
                if (!AppliesTo(trigger, participant, circumstances, law)
                    || (category == PerformanceCategory.ImprovementActivities && NeedNoSubmission(circumstances) && !AreOthersReweighted(categories)))
                {
                    continue;
                }

                var isVoided = IsVoided(trigger, participant, data, circumstances, law.Settings);
                var circumstance = isVoided ? VoidedOnes.GetValue(trigger, AppliesButIsVoided) : HeldOnes.GetValue(trigger, AppliesAndHolds);
                if (first is null)
                {
                    first = circumstance;
                }
                else
                {
                    (several ??= [first]).Add(circumstance);
                }
            }

            categories[(int)category] = several is not null ? By(category, several) : first?.Alone ?? NothingApplies[(int)category];
        }

        return categories;
    }

    private static CategoryReweighting By(PerformanceCategory category, List<Circumstance> circumstances)
    {
        var tests = new Finding[circumstances.Count];
        var reasons = new List<ReweightingTrigger>(tests.Length);
        for (var place = 0; place < tests.Length; place++)
        {
            tests[place] = circumstances[place].Holds;
            if (tests[place].Flag)
            {
                Add(reasons, circumstances[place].Trigger);
            }
        }

        return new(category, Finding.AnyOfSubject(IsReweighted, category.Title(), tests), reasons.Count == 0 ? [] : NamesOf(reasons));
    }

    private static Circumstance AppliesAndHolds(ReweightingTrigger trigger) => new(trigger, isVoided: false);

    private static Circumstance AppliesButIsVoided(ReweightingTrigger trigger) => new(trigger, isVoided: true);

    /// <summary>Reasons stand by how they are known; those known alike in the order of the law.</summary>
    private static void Add(List<ReweightingTrigger> reasons, ReweightingTrigger trigger)
    {
        var place = reasons.Count;
        while (place > 0 && reasons[place - 1].Known > trigger.Known)
        {
            place--;
        }

        reasons.Insert(place, trigger);
    }

    private static string[] NamesOf(List<ReweightingTrigger> reasons)
    {
        var names = new string[reasons.Count];
        for (var place = 0; place < names.Length; place++)
        {
            names[place] = reasons[place].Name;
        }

        return names;
    }

    private static bool AppliesTo(ReweightingTrigger trigger, Participant participant, ScoringCircumstances circumstances, YearLaw law) =>
        IsThere(trigger, participant, circumstances, law) && IsFor(trigger, participant) && IsUnder(trigger, circumstances);

    private static bool IsThere(ReweightingTrigger trigger, Participant participant, ScoringCircumstances circumstances, YearLaw law) => trigger.Known switch
    {
        KnownBy.Law => true,
        KnownBy.Status => trigger.Status is { } status && participant.Is(status),
        KnownBy.Computed => trigger.Name switch
        {
            ReweightingReasons.NoMeasureLeft => !circumstances.CanScoreQuality,
            ReweightingReasons.NoScorableMeasure => !circumstances.CanScoreCost,
            ReweightingReasons.ApmEntity => true,
            ReweightingReasons.AllCliniciansExcepted => !circumstances.CanScoreInteroperability,
            ReweightingReasons.ClinicianType => IsReweightedByType(participant, law.Reweighting),
            var other => throw new LawDataException($"No rule computes the circumstance '{other}'."),
        },
        _ when participant is { AutomaticExtremeCircumstances: false, Reweighted.Length: 0 } => false,
        _ when string.Equals(trigger.Name, ReweightingReasons.AutomaticExtremeCircumstances, StringComparison.Ordinal) => participant.AutomaticExtremeCircumstances,
        _ => IsGiven(trigger, participant),
    };

    /// <summary>Statuses and types reweight Promoting Interoperability clinician by clinician in an APM Entity, 414.1317(b)(1)(iii).</summary>
    private static bool IsFor(ReweightingTrigger trigger, Participant participant) => participant.Option switch
    {
        ParticipationOption.Individual => !trigger.GroupsOnly && !trigger.EntitiesOnly,
        ParticipationOption.ApmEntity => !trigger.IndividualsOnly && trigger.Known != KnownBy.Status && trigger.Name is not ReweightingReasons.ClinicianType,
        _ => !trigger.IndividualsOnly && !trigger.EntitiesOnly,
    };

    /// <summary>
    /// That no quality measure applies does not reweight in a pathway, 414.1365(e)(2)(i); a facility gives both quality and
    /// cost a score.
    /// </summary>
    private static bool IsUnder(ReweightingTrigger trigger, ScoringCircumstances circumstances) => trigger.Name switch
    {
        ReweightingReasons.NoApplicableMeasures => circumstances.Option != ReportingOption.Mvp && !circumstances.IsFacilityBased,
        ReweightingReasons.NotReliablyScored => !circumstances.IsFacilityBased,
        _ => true,
    };

    private static bool NeedNoSubmission(ScoringCircumstances circumstances) =>
        circumstances.Option is ReportingOption.App or ReportingOption.ApmScoringStandard;

    private static bool AreOthersReweighted(CategoryReweighting[] categories) =>
        categories[(int)PerformanceCategory.Quality].IsReweighted.Flag && categories[(int)PerformanceCategory.PromotingInteroperability].IsReweighted.Flag;

    private static bool IsGiven(ReweightingTrigger trigger, Participant participant)
    {
        foreach (var given in participant.Reweighted)
        {
            if (given.Category == trigger.Category && string.Equals(given.Reason, trigger.Name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All clinicians must be of such a type, (c)(2)(iii).</summary>
    private static bool IsReweightedByType(Participant participant, ReweightingLaw law) =>
        participant.ClinicianTypes.Length > 0
        && participant.ClinicianTypes.All(type => law.ClinicianType(type) is { InteroperabilityReweighted: true });

    private static bool IsVoided(ReweightingTrigger trigger, Participant participant, SubmittedData data, ScoringCircumstances circumstances, Settings settings)
    {
        if (trigger.Voided == VoidedBy.Never
            || (participant.Option == ParticipationOption.ApmEntity && trigger.Name is ReweightingReasons.ExtremeCircumstances)
            || (trigger.Name is "thirdPartyIntermediaryFailure" && !settings.ThirdPartyFailureVoidedByPiData))
        {
            return false;
        }

        return trigger.Category switch
        {
            PerformanceCategory.Quality => data.QualityNotFromClaims,
            PerformanceCategory.ImprovementActivities => data.Activities || circumstances.ApmCreditMakesActivities,
            PerformanceCategory.PromotingInteroperability =>
                trigger.Voided == VoidedBy.QualifyingSubmission ? data.QualifyingInteroperability : data.Interoperability,
            _ => false,
        };
    }

    /// <summary>A circumstance that applies.</summary>
    private sealed class Circumstance
    {
        public Circumstance(ReweightingTrigger trigger, bool isVoided)
        {
            Trigger = trigger;
            Holds = Finding.AllOfSubject(
                Reweighting.Holds,
                trigger.Name,
                [
                    Finding.Given(Applies, true, trigger.Name),
                    Finding.NoneOfSubject(NotVoided, trigger.Name, [Finding.Given(Voided, isVoided, trigger.Name)]),
                ]);
            Alone = By(trigger.Category, [this]);
        }

        public ReweightingTrigger Trigger { get; }

        /// <summary>That it applies and is not voided.</summary>
        public Finding Holds { get; }

        /// <summary>The category of which no other circumstance applies.</summary>
        public CategoryReweighting Alone { get; }
    }
}
