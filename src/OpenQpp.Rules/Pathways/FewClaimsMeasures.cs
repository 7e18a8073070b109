using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// The exception for small practices in a pathway with fewer Part B claims measures than it requires: who reports every one
/// of them through claims is asked for no more.
/// </summary>
/// <remarks>
/// Which of them apply is not known from a submission: all must be reported, those without eligible cases as such. The
/// available points are those of the reported ones that have cases, as under Eligible Measure Applicability.
/// </remarks>
[Cfr("414.1365(c)(1)(i)")]
public static class FewClaimsMeasures
{
    private const string Basis = "414.1365(c)(1)(i)";

    private static readonly Label Few = new("every claims measure of the pathway was reported", Unit.YesNo, Basis, "a small practice reported all Part B claims measures of a pathway that has fewer than it requires: {v}");
    private static readonly Label IsReported = new("claims measure was reported", Unit.YesNo, Basis, "{s} was reported through Part B claims");
    private static readonly Label Offered = new("claims measure of the pathway", Unit.Measures, Basis, "{s} may be sent through Part B claims");
    private static readonly Label Count = new("claims measures of the pathway", Unit.Measures, Basis, "the pathway has {v} Part B claims measures");
    private static readonly Label IsFew = new("fewer claims measures than required", Unit.YesNo, Basis, "{1} Part B claims measures, fewer than the {0} required: {v}");
    private static readonly Label HasCases = new("measure with cases", Unit.Measures, Basis, "{s} has eligible cases");
    private static readonly Label Reported = new("required quality measures", Unit.Measures, Basis, "{v} measures were reported with cases");

    /// <summary>The test that the exception holds; null where it does not.</summary>
    /// <param name="submitted">The submitted measures.</param>
    /// <param name="claimsMeasures">Measures of the pathway that may be sent through Part B claims.</param>
    /// <param name="required">Measures that the pathway requires beside a registered one.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    public static Finding? For(ScoredMeasure[] submitted, IReadOnlyList<string> claimsMeasures, Finding required, Finding smallPractice)
    {
        if (!smallPractice.Flag
            || claimsMeasures.Count == 0
            || !submitted.Any(measure => measure.HasCases)
            || submitted.Any(measure => measure.Method != SubmissionMethod.Claims)
            || !claimsMeasures.All(id => submitted.Any(measure => string.Equals(measure.Id, id, StringComparison.Ordinal))))
        {
            return null;
        }

        var offered = Finding.Count(Count, [.. claimsMeasures.Select(id => Finding.Given(Offered, true, id))]);
        var isFew = Finding.MoreThan(IsFew, required, offered);
        return isFew.Flag
            ? Finding.AllOf(Few, [smallPractice, isFew, .. claimsMeasures.Select(id => Finding.Given(IsReported, true, id))])
            : null;
    }

    /// <summary>How many measures are required then: those that were reported with cases.</summary>
    /// <param name="submitted">The submitted measures.</param>
    /// <param name="test">The test that the exception holds.</param>
    public static Finding Number(ScoredMeasure[] submitted, Finding test) =>
        Finding.Taken(Reported, null, Finding.Count(Reported, [.. submitted.Where(measure => measure.HasCases).Select(measure => Finding.Given(HasCases, true, measure.Subject))]), test);
}
