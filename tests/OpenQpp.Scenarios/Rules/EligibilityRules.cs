using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenQpp.Explanations;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The rules of eligibility, as scenarios ask for them.</summary>
internal static class EligibilityRules
{
    /// <summary>A whole input of <c>openqpp eligibility</c>; the answer is that of the first clinician, by the names that users read.</summary>
    public static Answer Whole(Given given, YearLaw law, LawBook book)
    {
        var (eligibility, found) = FirstOf(given.AllAsJson().AsObject(), law, book);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            EligibilityJson.Write(json, found, law, withExplanation: false);
        }

        var answer = new Answer();
        using var document = JsonDocument.Parse(buffer.ToArray());
        foreach (var (place, value) in Places.Of(document.RootElement))
        {
            answer.With(place, value);
        }

        answer.With("refused", found.RefusedElections.Select(refused => refused.Code.ToString()).ToArray());
        answer.With("gaps", (found.VirtualGroup?.Agreement.Gaps.Select(gap => gap.Paragraph) ?? []).ToArray());
        answer.With("virtual group statuses", found.VirtualGroup is { } group ? EligibilityJson.Words(StatusTest.Union(eligibility.StatusesOf(group))).ToArray() : []);
        foreach (var name in (string[])["levels", "specialStatuses", "groupSpecialStatuses"])
        {
            answer.With(name, document.RootElement.GetProperty(name).EnumerateArray().Select(item => item.GetString()!).ToArray());
        }

        answer.Findings.AddRange([found.Status.Status, found.AutomaticExtremeCircumstances, found.Qp.IsQp, found.Qp.IsPartialQp, .. found.StatusTests.Select(test => test.Holds), .. found.Practice.StatusTests.Select(test => test.Holds)]);
        answer.Findings.AddRange([found.Standing.Individual.Volume.MayOptIn, found.Standing.Group.Volume.MayOptIn, .. found.Apm.Select(one => one.IsOfEntityGroup), .. found.Standing.Exclusion.Tests]);
        answer.Findings.AddRange([found.Standing.Joiner.IsLateJoiner, found.Standing.Joiner.IsNewPractice]);
        if (found.VirtualGroup is { } elected)
        {
            answer.Findings.AddRange([elected.IsApproved, elected.Agreement.IsComplete, .. elected.Practices.Select(practice => practice.IsSound)]);
        }

        if (found.Standing.Subgroup is { } subgroup)
        {
            answer.Findings.Add(subgroup);
        }

        return answer;
    }

    /// <summary>The eligibility of the first clinician of an input; <c>reported</c> says who sent data.</summary>
    public static (YearEligibility Year, EligibilityAnswer First) FirstOf(JsonObject input, YearLaw law, LawBook book)
    {
        var reported = input["reported"]?.AsObject();
        bool? Reported(string level) => reported?[level]?.GetValue<bool>();
        input.Remove("reported");
        input["performanceYear"] = law.Year.Year;
        var problems = new ProblemList();
        var facts = new EligibilityReader(book, allowSynthetic: false).ReadJson(Encoding.UTF8.GetBytes(input.ToJsonString()), problems);
        if (!problems.IsEmpty)
        {
            throw new InvalidDataException(string.Join('\n', problems.Found.Select(problem => $"{problem.Code} {problem.Path}: {problem.Message}")));
        }

        var eligibility = new YearEligibility(facts, law, (_, _) => new(Reported("group"), Reported("subgroup"), Reported("apmEntity")));
        return (eligibility, eligibility.Answer(facts.Clinicians[0]));
    }

    public static Answer Determination(Given given, YearLaw law)
    {
        var level = UnitLevels.Of(given.TextOr("level", "individual"))!.Value;
        Volume? In(int segment) => given.Has($"segment {segment}") && given.Numbers($"segment {segment}") is { } numbers
            ? new(UnitId.Group(""), segment) { AllowedCharges = numbers[0], Beneficiaries = (long)numbers[1], Services = (long)numbers[2] }
            : null;
        var found = LowVolumeDetermination.For(level, In(1), In(2), law);
        return new Answer()
            .With("exceeded", found.Exceeded)
            .With("may opt in", found.MayOptIn)
            .With("word", found.Word)
            .With("criteria", found.Reasons.Select(reason => $"{reason.Criterion} {reason.Segment}: {(reason.Test.Flag ? "exceeds" : "does not exceed")}").ToArray());
    }

    public static Answer Elections(Given given, YearLaw law)
    {
        var level = UnitLevels.Of(given.TextOr("level", "individual"))!.Value;
        var numbers = given.Numbers("volume");
        var volume = LowVolumeDetermination.For(level, new(UnitId.Group(""), 1) { AllowedCharges = numbers[0], Beneficiaries = (long)numbers[1], Services = (long)numbers[2] }, new(UnitId.Group(""), 2) { AllowedCharges = numbers[0], Beneficiaries = (long)numbers[1], Services = (long)numbers[2] }, law);
        var elections = given.Entries("elections").Select(entry => new Election(UnitId.Group(""), ElectionChoices.Of(Scenario.Text(entry.Value))!.Value, Moment.Of(entry.Key)!.Value, entry.Key)).ToArray();
        var found = ElectionOutcome.For(elections, volume, given.Flag("excluded"), law.Eligibility);
        return new Answer()
            .With("choice", found.Choice?.Word())
            .With("refused", found.Refused.Select(refused => refused.Code.ToString()).ToArray())
            .With("volume", volume.MayOptIn)
            .With("required", volume.Exceeded);
    }

    public static Answer Registration(Given given, YearLaw law)
    {
        var kind = RegistrationKinds.Of(given.Text("kind")) ?? throw new InvalidDataException($"'{given.Text("kind")}' is no kind of registration.");
        var at = Moment.Of(given.Text("at")) ?? throw new InvalidDataException($"'{given.Text("at")}' is no moment.");
        var found = RegistrationWindow.For(kind, at, law.Eligibility.Registration);
        return new Answer().With("open", found.IsOpen).With("opens", found.Opens?.ToString()).With("closes", found.Closes?.ToString());
    }

    public static Answer Qp(Given given, YearLaw law)
    {
        var found = QpDetermination.For(null, new(given.NumberOrNull("payments"), given.NumberOrNull("patients"), given.NumberOrNull("all-payer payments"), given.NumberOrNull("all-payer patients")), law.Eligibility.Qp);
        return new Answer().With("status", found.Word).With("qp", found.IsQp).With("partial", found.IsPartialQp);
    }

    public static Answer Type(Given given, YearLaw law)
    {
        var qp = QpDetermination.For(null, null, law.Eligibility.Qp);
        var found = Exclusion.Of(Exclusion.ByType(given.Text("type"), law), null, earlierClaims: false, Exclusion.ByQp(qp), Exclusion.ByPartialQp(qp, elected: false), law);
        return new Answer().With("exclusion", found.Word).With("test", found.Tests[0]);
    }

    /// <summary>A group whose clinicians are given by how many have a status.</summary>
    public static Answer GroupStatus(Given given, YearLaw law)
    {
        var (all, with, segment) = ((int)given.Number("clinicians"), (int)given.Number("with the status"), (int)(given.NumberOrNull("segment") ?? 1m));
        var status = SpecialStatuses.Of(given.Text("status"))!.Value;
        var clinicians = Enumerable.Range(0, all).Select(one => one < with ? new ClinicianStatuses(status, status) : default).ToArray();
        var tests = GroupStatuses.For(segment, clinicians, null, given.Flag("virtual group"), law).Where(test => test.Status == status).ToArray();
        var answer = new Answer().With("holds", StatusTest.Union(tests).Has(status)).With("judged", tests.Length > 0);
        answer.Findings.AddRange(tests.Select(test => test.Holds).Append(law.Eligibility.SpecialStatuses.FacilityBased));
        return answer;
    }
}
