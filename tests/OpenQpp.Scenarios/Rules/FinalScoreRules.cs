using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The rules of the final score, as scenarios ask for them.</summary>
internal static class FinalScoreRules
{
    public static Answer Weights(Given given, YearLaw law)
    {
        var problems = new ProblemList();
        var reweighted = given.Texts("reweighted").Aggregate(CategorySet.None, (set, word) => set | PerformanceCategories.Of(word)!.Value.Set());
        var question = new WeightsQuestion(ReportingOptions.Of(given.TextOr("option", "traditional"))!.Value, given.TextOr("apm", "webInterface"), given.Flag("small practice"), reweighted);
        return OfWeights(question.Answer(law, problems) ?? throw new InvalidDataException(problems.Found[0].Message), law);
    }

    public static Answer Reweighted(Given given, YearLaw law)
    {
        var participant = Parts.Participant(given);
        var data = new SubmittedData(
            given.Flag("quality data") || given.Flag("quality data from claims"),
            given.Flag("quality data"),
            given.Flag("quality data") || given.Flag("quality data from claims"),
            given.Flag("activities data"),
            given.Flag("interoperability data") || given.Flag("qualifying interoperability data"),
            given.Flag("qualifying interoperability data"));
        var option = ReportingOptions.Of(given.TextOr("option", "traditional"))!.Value;
        var circumstances = new ScoringCircumstances(
            option,
            given.Flag("facility-based"),
            !given.Flag("no quality measure left"),
            !given.Flag("no cost measure can be scored"),
            !given.Flag("all clinicians excepted"),
            given.Flag("apm credit makes activities"));
        var reweighting = Reweighting.For(participant, data, circumstances, law);
        var table = option == ReportingOption.ApmScoringStandard ? $"{option.Word()}:{given.TextOr("apm", "webInterface")}" : option.Word();
        var answer = OfWeights(CategoryWeights.For(table, participant.SmallPractice.Flag, reweighting, law), law);
        foreach (var category in reweighting)
        {
            answer.With($"reasons for {category.Category.Word()}", category.Reasons).With($"{category.Category.Word()} reweighted", category.IsReweighted);
        }

        return answer;
    }

    public static Answer Contribution(Given given)
    {
        var category = PerformanceCategories.Of(given.Text("category"))!.Value;
        return new Answer().With("contribution", FinalScore.Contribution(category, Parts.Leaf("percent", given.Number("percent"), Unit.Percent), Parts.Leaf("weight", given.Number("weight"), Unit.Percent)));
    }

    public static Answer ComplexPatient(Given given, YearLaw law)
    {
        IndicatorReference? Reference(string indicator) => given.MapOrNull(indicator) is { } figures
            ? new(figures.Number("median"), figures.Number("mean"), figures.Number("standard deviation"))
            : null;
        var (hcc, dual) = (Reference("hcc reference"), Reference("dual reference"));
        var patients = new ComplexPatient(given.NumberOrNull("hcc"), given.NumberOrNull("dual"), hcc is null && dual is null ? null : new(hcc, dual));
        return new Answer().With("bonus", ComplexPatientBonus.For(patients, !given.Flag("no data"), law));
    }

    public static Answer Total(Given given, YearLaw law)
    {
        var contributions = PerformanceCategories.All
            .Where(category => given.Has(category.Word()))
            .Select(category => given.MapOrNull(category.Word())!)
            .Zip(PerformanceCategories.All.Where(category => given.Has(category.Word())))
            .Select(pair => FinalScore.Contribution(pair.Second, Parts.Leaf("percent", pair.First.Number("percent"), Unit.Percent), Parts.Leaf("weight", pair.First.Number("weight"), Unit.Percent)))
            .ToArray();
        var complexPatientBonus = Parts.Leaf("complex patient bonus", given.NumberOrNull("complex patient bonus") ?? 0m);
        var smallPracticeBonus = SmallPracticeBonus.For(Parts.Participant(given).SmallPractice, !given.Flag("no data"), law.FinalScore);
        var (score, unrounded) = FinalScore.For(contributions, complexPatientBonus, smallPracticeBonus, law.FinalScore);
        return new Answer().With("final score", score).With("before rounding", unrounded).With("small practice bonus", smallPracticeBonus);
    }

    private static Answer OfWeights(CategoryWeights weights, YearLaw law)
    {
        var answer = new Answer().With("single category", weights.IsSingleCategory);
        foreach (var category in PerformanceCategories.All)
        {
            answer.With(category.Word(), weights[category]);
        }

        return weights.IsSingleCategory
            ? answer.With("final score", FinalScore.AtPerformanceThreshold(law.Payment.PerformanceThreshold, weights))
            : answer;
    }
}
