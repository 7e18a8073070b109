using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.Scenarios;

/// <summary>The Promoting Interoperability rules, as scenarios ask for them.</summary>
internal static class InteroperabilityRules
{
    public static Answer Category(Given given, YearLaw law)
    {
        var start = given.TextOrNull("start") is { } first ? DateOnly.Parse(first, CultureInfo.InvariantCulture) : law.Year.FirstDay;
        var end = given.TextOrNull("end") is { } last ? DateOnly.Parse(last, CultureInfo.InvariantCulture) : law.Year.LastDay;
        var measurements = given.Entries("answers").Select(entry => new Measurement { MeasureId = Known(entry.Key, law), Value = ValueOf(entry.Value) }).ToArray();
        var answers = new InteroperabilityAnswers(
            SubmissionMethod.Registry,
            given.TextOrNull("cehrt id"),
            given.Flag("no period") ? null : start,
            given.Flag("no period") ? null : end,
            measurements,
            law.Catalogue.Interoperability);
        var score = InteroperabilityScore.For([answers], Parts.Participant(given), law)!;
        var answer = new Answer()
            .With("percent", score.Percent)
            .With("requirements", score.Requirements)
            .With("days", answers.Days)
            .With("qualifying", InteroperabilityRequirements.IsQualifying(answers, law));
        foreach (var measure in score.Measures)
        {
            answer.With($"points of {measure.Measure.Id}", measure.Points).With($"maximum of {measure.Measure.Id}", measure.MaximumPoints);
        }

        return given.NumberOrNull("weight") is { } weight
            ? answer.With("contribution", FinalScore.Contribution(PerformanceCategory.PromotingInteroperability, score.Percent, Parts.Leaf("weight", weight, Unit.Percent)))
            : answer;
    }

    public static Answer RollUp(Given given, YearLaw law)
    {
        var participants = given.Lists("participants").Select((one, index) => new RollUpParticipant(
            one.TextOr("name", $"TIN {index + 1}"),
            one.Number("clinicians"),
            one.NumberOrNull("individual points"),
            one.NumberOrNull("group points"),
            one.Flag("excepted"),
            one.Flag("optional public health"))).ToArray();
        return new Answer().With("percent", InteroperabilityRollUp.For(participants, given.Flag("shared savings"), law));
    }

    private static string Known(string id, YearLaw law) =>
        law.Catalogue.Interoperability.Find(id) is not null ? id : throw new InvalidDataException($"{law.Name} has no measure {id}.");

    private static MeasurementValue ValueOf(YamlNode value) => value is YamlSequenceNode
        ? new() { Numerator = Parts.ItemOf(value, 0), Denominator = Parts.ItemOf(value, 1) }
        : new() { Answer = bool.Parse(Scenario.Text(value)) };
}
