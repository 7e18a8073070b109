using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The Promoting Interoperability points of the clinicians of one TIN in an APM Entity.</summary>
/// <param name="Name">What to call the TIN in sentences; never the TIN itself.</param>
/// <param name="Clinicians">MIPS eligible clinicians, more than 0.</param>
/// <param name="IndividualPoints">Points of individual submissions without bonus, or null.</param>
/// <param name="GroupPoints">Points of the TIN's group submission without bonus, or null.</param>
/// <param name="IsExcepted">The clinicians are excepted from Promoting Interoperability.</param>
/// <param name="ReportedOptionalPublicHealth">An optional public health measure was reported.</param>
public sealed record RollUpParticipant(
    string Name,
    decimal Clinicians,
    decimal? IndividualPoints,
    decimal? GroupPoints,
    bool IsExcepted,
    bool ReportedOptionalPublicHealth);

/// <summary>
/// The Promoting Interoperability score of an APM Entity from those of its clinicians: the higher of individual and group
/// points of each, averaged over the clinicians; excepted clinicians are left out, those for whom nobody reported have 0.
/// </summary>
[Cfr("414.1317(b)(1)")]
public static class InteroperabilityRollUp
{
    private const string Basis = "414.1317(b)(1)";

    private static readonly Label Clinicians = new("clinicians", Unit.Clinicians, Basis, "{s} has {v} clinicians");
    private static readonly Label Individual = new("individual points", Unit.Points, Basis, "{v} points from individual submissions of {s}");
    private static readonly Label Group = new("group points", Unit.Points, Basis, "{v} points from the group submission of {s}");
    private static readonly Label Nobody = new("points without submission", Unit.Points, Basis, "nobody reported for {s}: {v} points");
    private static readonly Label Higher = new("points of a clinician", Unit.Points, Basis, "each clinician of {s} has the higher of individual and group points: {v}");
    private static readonly Label Weighted = new("points of all clinicians", Unit.Points, Basis, "{0} clinicians of {s} times {1} points: {v}");
    private static readonly Label Sum = new("points of the entity's clinicians", Unit.Points, Basis, "the clinicians have {v} points together");
    private static readonly Label Count = new("clinicians of the entity", Unit.Clinicians, Basis, "{v} clinicians count");
    private static readonly Label Average = new("average points", Unit.Points, Basis, "{0} points over {1} clinicians: {v}");
    private static readonly Label WithBonus = new("average points with bonus", Unit.Points, Basis, "{0} points and a bonus of {1}: {v}");
    private static readonly Label Capped = new("Promoting Interoperability performance category score", Unit.Percent, Basis, "{0} points, at most {1}");
    private static readonly Label AllExcepted = new("Promoting Interoperability performance category score", Unit.Percent, Basis + "(iii)", "every clinician is excepted");

    /// <summary>The rolled-up score; without value where every clinician is excepted.</summary>
    /// <param name="participants">The participants by TIN.</param>
    /// <param name="isSharedSavings">An ACO of the Shared Savings Program, whose individual points did not count in all years.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(IReadOnlyList<RollUpParticipant> participants, bool isSharedSavings, YearLaw law)
    {
        var counting = participants.Where(participant => !participant.IsExcepted).ToArray();
        if (counting.Length == 0)
        {
            return participants.Count > 0
                ? Finding.NotScored(AllExcepted, null)
                : Finding.Parameter(Nobody, 0m);
        }

        var clinicians = Array.ConvertAll(counting, participant => Finding.Given(Clinicians, participant.Clinicians, participant.Name));
        var points = Array.ConvertAll(counting, participant => PointsOf(participant, isSharedSavings, law));
        var weighted = counting.Select((participant, index) => Finding.ProductOf(Weighted, participant.Name, clinicians[index], points[index])).ToArray();
        var average = Finding.Quotient(Average, Finding.SumOf(Sum, weighted), Finding.SumOf(Count, clinicians));
        var earnsBonus = counting.Where((participant, index) => participant.ReportedOptionalPublicHealth && points[index].Number > 0m).Any();
        var total = law.ApmEntity.RollUpBonus is { } bonus && earnsBonus ? Finding.Sum(WithBonus, average, bonus) : average;
        return Finding.Minimum(Capped, null, total, law.PromotingInteroperability.MaximumPoints);
    }

    /// <summary>What each clinician of a TIN brings to the average: 0 where nobody reported what counts.</summary>
    /// <param name="participant">The clinicians of the TIN.</param>
    /// <param name="isSharedSavings">An ACO of the Shared Savings Program, whose individual points did not count in all years.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding PointsOf(RollUpParticipant participant, bool isSharedSavings, YearLaw law)
    {
        var known = new List<Finding>(2);
        if (IndividualPointsCount(isSharedSavings, law) && participant.IndividualPoints is { } individual)
        {
            known.Add(Finding.Given(Individual, individual, participant.Name));
        }

        if (participant.GroupPoints is { } group)
        {
            known.Add(Finding.Given(Group, group, participant.Name));
        }

        return known.Count == 0 ? Finding.Given(Nobody, 0m, participant.Name) : Finding.Maximum(Higher, participant.Name, [.. known]);
    }

    /// <summary>Points of individual submissions count beside those of the group.</summary>
    /// <param name="isSharedSavings">An ACO of the Shared Savings Program.</param>
    /// <param name="law">The law of the year.</param>
    public static bool IndividualPointsCount(bool isSharedSavings, YearLaw law) => !(isSharedSavings && law.ApmEntity.RollUpGroupPointsOnly.Flag);
}
