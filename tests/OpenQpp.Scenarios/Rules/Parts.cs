using System.Text;
using OpenQpp.Files;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.Scenarios;

/// <summary>Participants, methods and values as scenarios write them.</summary>
internal static class Parts
{
    public static Participant Participant(Given given)
    {
        var statuses = given.Texts("special statuses").Aggregate(SpecialStatus.None, (all, word) => all | (SpecialStatuses.Of(word) ?? throw new InvalidDataException($"No status '{word}'.")));
        statuses |= given.Flag("small practice") ? SpecialStatus.SmallPractice : SpecialStatus.None;
        var prior = given.Has("prior percent") || given.Has("prior cost percent") || given.Flag("prior facility-based") || given.Has("prior category percent");
        return Rules.Participant.Of(Option(given.TextOr("participation", "group")), statuses) with
        {
            EligibleClinicians = (long?)given.NumberOrNull("eligible clinicians"),
            ClinicianTypes = [.. given.Texts("clinician types")],
            ApmParticipation = given.Flag("apm participation"),
            AutomaticExtremeCircumstances = given.Flag("automatic extreme circumstances"),
            Reweighted = [.. given.Entries("reweighted").Select(entry => new ReweightedCategory(PerformanceCategories.Of(entry.Key)!.Value, Scenario.Text(entry.Value)))],
            CahpsSampleMissed = given.Flag("survey sample missed"),
            QualityFullParticipation = given.Has("full participation") ? given.Flag("full participation") : null,
            CehrtEdition = given.TextOrNull("cehrt edition"),
            ActivityParticipation = [.. given.Entries("clinicians who did it").Select(entry => new ActivityParticipation(entry.Key, (long)ItemOf(entry.Value, 0), (long)ItemOf(entry.Value, 1)))],
            PriorYear = prior
                ? new(given.NumberOrNull("prior percent"), given.NumberOrNull("prior cost percent"), given.Flag("prior facility-based"), !given.Flag("other identifier"), given.NumberOrNull("prior category percent"), null)
                : null,
        };
    }

    public static ParticipationOption Option(string word) =>
        Enum.GetValues<ParticipationOption>().First(option => string.Equals(option.Word(), word, StringComparison.Ordinal));

    public static SubmissionMethod Method(Given given, string otherwise = "registry") =>
        SubmissionMethods.Of(given.TextOr("method", otherwise)) ?? throw new InvalidDataException("No such method.");

    /// <summary>A value in CMS's form, read as a case is read.</summary>
    public static MeasurementValue Value(Given given)
    {
        var text = $$"""{"entityType":"group","performanceYear":2024,"measurementSets":[{"category":"quality","submissionMethod":"registry","measurements":[{"measureId":"x","value":{{given.Json("value").ToJsonString()}}}]}]}""";
        var problems = new ProblemList();
        var submission = CaseReader.Read(Encoding.UTF8.GetBytes(text), problems);
        return problems.IsEmpty ? submission!.MeasurementSets[0].Measurements[0].Value : throw new InvalidDataException(problems.Found[0].Message);
    }

    public static decimal ItemOf(YamlNode list, int index) => Given.Parse(Scenario.Text(((YamlSequenceNode)list).Children[index]));

    public static Finding Leaf(string name, decimal value, Unit unit = Unit.Points, string? subject = null) =>
        Finding.Given(new(name, unit, "given by the scenario", "given: {v}"), value, subject);
}
