using System.Globalization;
using System.Text.Json;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Writes what eligibility says of a TIN/NPI in the shape that other programs rely on.</summary>
public static class EligibilityJson
{
    /// <summary>Writes an answer.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="withExplanation">Whether to write the explanation too.</param>
    public static void Write(Utf8JsonWriter json, EligibilityAnswer answer, YearLaw law, bool withExplanation)
    {
        var (status, standing) = (answer.Status, answer.Standing);
        json.WriteStartObject();
        json.WriteString("tin", answer.Clinician.Tin);
        json.WriteString("npi", answer.Clinician.Npi);
        json.WriteString("status", MipsStatus.Word(status.Is));
        json.WriteTexts("levels", status.Levels.Select(level => level.Word()));
        json.WriteString("reason", status.Reason);
        json.WriteString("condition", status.Condition);
        json.WriteString("exclusion", status.Exclusion);
        json.WriteStartObject("lowVolume");
        json.WriteString("individual", standing.Individual.Volume.Word);
        json.WriteString("group", standing.Group.Volume.Word);
        if (standing.ApmEntities is [{ } entity, ..] && law.Eligibility.ApmEntityIsJudgedAlone.Flag)
        {
            json.WriteString("apmEntity", entity.Volume.Word);
        }

        json.WriteEndObject();
        json.WriteString("optIn", standing.Individual.OptInWord);
        json.WriteString("groupOptIn", standing.Group.OptInWord);
        json.WriteTexts("specialStatuses", Words(answer.SpecialStatuses));
        json.WriteTexts("groupSpecialStatuses", Words(answer.Practice.SpecialStatuses));
        json.WriteString("qpStatus", answer.Qp.Word);
        WriteApm(json, answer);
        WriteVirtualGroup(json, answer);
        json.WriteString("subgroup", answer.SubgroupId);
        json.WriteBoolean("automaticExtremeCircumstances", answer.AutomaticExtremeCircumstances.Flag);
        WriteReasons(json, answer, law);
        WriteStatusReasons(json, answer);
        WriteRefused(json, answer.RefusedElections);
        if (withExplanation)
        {
            json.WritePropertyName("explanation");
            FindingJson.Write(json, status.Status);
        }

        json.WriteEndObject();
    }

    /// <summary>The words of special statuses.</summary>
    /// <param name="statuses">The statuses.</param>
    public static IEnumerable<string> Words(SpecialStatus statuses) => SpecialStatuses.All.Where(one => statuses.Has(one.Status)).Select(one => one.Word);

    private static void WriteApm(Utf8JsonWriter json, EligibilityAnswer answer)
    {
        json.WriteStartArray("apm");
        foreach (var membership in answer.Apm)
        {
            json.WriteStartObject();
            json.WriteString("apmId", membership.Listing.ApmId);
            json.WriteString("entityId", membership.Listing.EntityId);
            json.WriteBoolean("mipsApm", membership.Listing.IsMipsApm);
            json.WriteString("list", membership.Listing.List == ApmList.Participation ? "participation" : "affiliated");
            json.WriteBoolean("participant", membership.IsListed.Flag);
            json.WriteBoolean("entityGroup", membership.IsOfEntityGroup.Flag);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVirtualGroup(Utf8JsonWriter json, EligibilityAnswer answer)
    {
        if (answer.VirtualGroup is not { } group)
        {
            json.WriteNull("virtualGroup");
            return;
        }

        json.WriteStartObject("virtualGroup");
        json.WriteString("id", group.Id);
        json.WriteBoolean("approved", group.IsApproved.Flag);
        json.WriteBoolean("member", answer.Standing.VirtualGroup is not null);
        json.WriteTexts("specialStatuses", Words(StatusTest.Union(answer.VirtualGroupStatusTests)));
        json.WriteBoolean("agreementComplete", group.Agreement.IsComplete.Flag);
        json.WriteStartArray("gaps");
        foreach (var gap in group.Agreement.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("paragraph", gap.Paragraph);
            json.WriteString("says", Sentence.Of(gap.Holds));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("why", group.Practices.Where(practice => string.Equals(practice.Practice.Row.Tin, answer.Clinician.Tin, StringComparison.Ordinal)).SelectMany(practice => SentencesOf(practice.IsSound)));
        json.WriteEndObject();
    }

    private static IEnumerable<string> SentencesOf(Finding finding)
    {
        foreach (var part in finding.Parts.ToArray())
        {
            yield return Sentence.Of(part);
        }
    }

    private static void WriteReasons(Utf8JsonWriter json, EligibilityAnswer answer, YearLaw law)
    {
        var entities = law.Eligibility.ApmEntityIsJudgedAlone.Flag ? answer.Standing.ApmEntities.SelectMany(entity => entity.Volume.Reasons) : [];
        json.WriteStartArray("reasons");
        foreach (var reason in answer.Standing.Individual.Volume.Reasons.Concat(answer.Standing.Group.Volume.Reasons).Concat(entities))
        {
            var segment = law.Eligibility.Segments[reason.Segment - 1];
            json.WriteStartObject();
            json.WriteString("criterion", reason.Criterion);
            json.WriteString("level", reason.Level.Word());
            json.WriteNumber("segment", reason.Segment);
            json.WriteString("from", segment.From.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("to", segment.To.ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("count", reason.Test.Parts[0].Number);
            json.WriteNumber("bound", reason.Test.Parts[1].Number);
            json.WriteBoolean("exceeds", reason.Test.Flag);
            json.WriteString("basis", FindingJson.FullBasis(reason.Test.Label.Basis));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStatusReasons(Utf8JsonWriter json, EligibilityAnswer answer)
    {
        json.WriteStartArray("statusReasons");
        foreach (var (level, tests) in (ReadOnlySpan<(string, IReadOnlyList<StatusTest>)>)[("individual", answer.StatusTests), ("group", answer.Practice.StatusTests), ("virtualGroup", answer.VirtualGroupStatusTests)])
        {
            foreach (var test in tests)
            {
                json.WriteStartObject();
                json.WriteString("status", SpecialStatuses.Word(test.Status));
                json.WriteString("level", level);
                json.WriteNumber("segment", test.Segment);
                json.WriteNumber("count", test.Count?.Number);
                json.WriteNumber("bound", test.Bound?.Number);
                json.WriteBoolean("holds", test.Holds.Flag);
                json.WriteString("says", Sentence.Of(test.Holds));
                json.WriteString("basis", FindingJson.FullBasis(test.Holds.Label.Basis));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteRefused(Utf8JsonWriter json, IEnumerable<RefusedElection> refused)
    {
        json.WriteStartArray("refusedElections");
        foreach (var one in refused)
        {
            json.WriteStartObject();
            json.WriteString("code", one.Code.ToString());
            json.WriteString("level", one.Election.Unit.Level.Word());
            json.WriteString("choice", one.Election.Choice.Word());
            json.WriteString("at", one.Election.At.ToString());
            json.WriteString("path", one.Election.Place);
            json.WriteString("message", one.Says);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
