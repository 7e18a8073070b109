using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The rules of payment and of the low-volume threshold, as scenarios ask for them.</summary>
internal static class PaymentRules
{
    public static Answer Adjustment(Given given, YearLaw law)
    {
        var problems = new ProblemList();
        var question = new AdjustmentQuestion(given.Number("final score"), new(given.NumberOrNull("scaling factor"), given.NumberOrNull("additional scaling factor")));
        var adjustment = question.Answer(law, problems) ?? throw new InvalidDataException(problems.Found[0].Message);
        return new Answer()
            .With("band", adjustment.Band.ToString())
            .With("before scaling", adjustment.BeforeScaling)
            .With("additional before scaling", adjustment.AdditionalBeforeScaling)
            .With("scaling factor", adjustment.ScalingFactor)
            .With("source", adjustment.ScalingFactorSource)
            .With("percent", adjustment.Percent)
            .With("additional percent", adjustment.AdditionalPercent)
            .With("total percent", adjustment.TotalPercent)
            .With("total unrounded", adjustment.TotalUnrounded);
    }

    public static Answer Neutrality(Given given, YearLaw law)
    {
        var clinicians = given.Lists("clinicians").Select(one => new ScoredCharges(one.Number("score"), one.Number("charges")));
        var neutrality = BudgetNeutrality.For(clinicians, law.Payment);
        return new Answer()
            .With("scaling factor", neutrality.ScalingFactor)
            .With("additional scaling factor", neutrality.AdditionalScalingFactor)
            .With("neutral", neutrality.IsNeutral)
            .With("why", neutrality.Why)
            .With("lost", neutrality.Lost)
            .With("gained", neutrality.Gained);
    }

    public static Answer FactorsFromPairs(Given given, YearLaw law)
    {
        var found = PublishedFactors.For([.. given.Lists("pairs").Select(pair => new ScoreAndPercent(pair.Number("score"), pair.Number("percent")))], law.Payment);
        var answer = new Answer()
            .With("from", found.ScalingFactor?.Lowest)
            .With("to", found.ScalingFactor?.Highest)
            .With("additional from", found.AdditionalScalingFactor?.Lowest)
            .With("additional to", found.AdditionalScalingFactor?.Highest)
            .With("contradiction", found.Contradiction + 1)
            .With("mismatches", found.Mismatches.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Place + 1}: {one.Percent.Number:0.00}")).ToArray());
        answer.Findings.AddRange(found.Lines.SelectMany(line => new[] { line.Base, line.Additional }));
        return answer;
    }

    public static Answer LowVolume(Given given, YearLaw law)
    {
        var threshold = LowVolumeThreshold.For(new(given.Number("allowed charges"), given.Number("patients"), given.NumberOrNull("services") ?? 0m), law.Eligibility);
        return new Answer().With("exceeds", threshold.ExceedsAll).With("exceeds a criterion", threshold.ExceedsAny).With("criteria exceeded", threshold.Criteria.Count(criterion => criterion.Flag));
    }
}
