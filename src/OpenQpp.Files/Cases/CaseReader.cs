using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads a case: the JSON of a CMS submission and the profile beside it. Finds every problem in one reading.</summary>
public static class CaseReader
{
    private const int EntityType = 0;
    private const int PerformanceYear = 4;
    private const int MeasurementSets = 6;
    private const int Data = 8;

    private static readonly FieldNames RootFields = new(
        [
            "entityType", "entityId", "taxpayerIdentificationNumber", "nationalProviderIdentifier", "performanceYear", "programName",
            "measurementSets", "profile", "data",
        ],
        "id",
        "createdAt",
        "updatedAt",
        "submitterId",
        "submitterType",
        "source",
        "suppressed");

    private static readonly FieldNames EnvelopeFields = new(["submission"]);

    /// <summary>The case in a document; null where it cannot be read so far that it could be checked further.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Submission? Read(ReadOnlySpan<byte> utf8, ProblemList problems)
    {
        if (utf8.Length > CaseLimits.Bytes)
        {
            problems.Add(ProblemCode.INPUT_TOO_LARGE, "$", $"A case has at most {CaseLimits.Bytes / 1024 / 1024} MiB. Send one case a document.");
            return null;
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        utf8 = utf8.StartsWith(mark) ? utf8[mark.Length..] : utf8;
        if (!Utf8.IsValid(utf8))
        {
            problems.Add(ProblemCode.NOT_UTF8, "$", "The document holds bytes that are not UTF-8. Save it as UTF-8.");
            return null;
        }

        var input = new JsonInput(utf8, problems);
        try
        {
            return ReadDocument(ref input);
        }
        catch (JsonException fault)
        {
            var isTooDeep = input.IsAtLimit;
            problems.Add(
                isTooDeep ? ProblemCode.TOO_DEEP : ProblemCode.NOT_JSON,
                input.Place,
                isTooDeep
                    ? $"Objects and lists stand more than {CaseLimits.Depth} deep within each other. A case is not that deep."
                    : string.Create(CultureInfo.InvariantCulture, $"The document is not well-formed JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}. Correct it there."));
            return null;
        }
    }

    private static Submission? ReadDocument(ref JsonInput input)
    {
        input.Begin();
        var submission = input.EnterObject("an object") ? ReadRoot(ref input, "$") : null;
        input.End();
        return submission;
    }

    private static Submission? ReadRoot(ref JsonInput input, string root)
    {
        var (found, sets, seen) = (new RootParts(), new MeasurementSetReader(), default(FieldsSeen));
        Submission? enclosed = null;
        int field;
        while ((field = input.NextField(RootFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case EntityType: found.EntityType = input.Word<ParticipationOption>(ParticipationOptions.OfEntityType, "individual, group, subgroup, virtualGroup, apm"); break;
                case 1: found.EntityId = input.Text(); break;
                case 2: found.Tin = input.Text(); break;
                case 3: found.Npi = input.Text(); break;
                case PerformanceYear: found.Year = input.Whole(); break;
                case 5: found.ProgramName = input.Text(); break;
                case MeasurementSets: sets.Read(ref input, root); break;
                case 7: found.Profile = ProfileReader.Read(ref input); break;
                default: enclosed = ReadEnvelope(ref input, root); break;
            }
        }

        if (!seen.Has(Data))
        {
            return Complete(found, sets, seen, root, ref input);
        }

        if (seen.HasAnyBelow(Data))
        {
            input.Problem(ProblemCode.CONFLICTING_ANSWERS, root, "The document holds a submission within 'data' and fields of another one beside it. Keep one.");
        }

        return enclosed;
    }

    private static Submission? ReadEnvelope(ref JsonInput input, string root)
    {
        if (!input.EnterObject("an object"))
        {
            return null;
        }

        Submission? enclosed = null;
        var seen = default(FieldsSeen);
        while (input.NextField(EnvelopeFields, ref seen) >= 0)
        {
            enclosed = input.EnterObject("a submission") ? ReadRoot(ref input, $"{root}.data.submission") : null;
        }

        if (!seen.Has(0))
        {
            input.Problem(ProblemCode.MISSING_FIELD, $"{root}.data.submission", "'data' holds no submission. Add it.");
        }

        return enclosed;
    }

    /// <summary>The submission, when its kind could be read; other parts that are missing have been told.</summary>
    private static Submission? Complete(RootParts found, MeasurementSetReader sets, FieldsSeen seen, string root, ref JsonInput input)
    {
        void Require(int field, string whatToDo, ref JsonInput at)
        {
            if (!seen.Has(field))
            {
                at.Problem(ProblemCode.MISSING_FIELD, $"{root}.{RootFields[field]}", $"'{RootFields[field]}' is missing. {whatToDo}");
            }
        }

        Require(EntityType, "Say who takes part: individual, group, subgroup, virtualGroup or apm.", ref input);
        Require(PerformanceYear, "Give the performance year.", ref input);
        Require(MeasurementSets, "Give the measurement sets; an empty list where nothing was submitted.", ref input);
        if (found.EntityType is not { } entityType)
        {
            return null;
        }

        if (found.Year is { } year)
        {
            sets.CheckCategoryWords(year, root, ref input);
        }

        return new()
        {
            Root = root,
            EntityType = entityType,
            EntityId = found.EntityId,
            TaxpayerIdentificationNumber = found.Tin,
            NationalProviderIdentifier = found.Npi,
            PerformanceYear = found.Year is { } known ? (int)Math.Clamp(known, int.MinValue, int.MaxValue) : null,
            ProgramName = found.ProgramName,
            MeasurementSets = sets.ToArray(),
            Profile = found.Profile ?? Profile.Empty,
        };
    }

    private sealed class RootParts
    {
        public ParticipationOption? EntityType { get; set; }

        public string? EntityId { get; set; }

        public string? Tin { get; set; }

        public string? Npi { get; set; }

        public long? Year { get; set; }

        public string? ProgramName { get; set; }

        public Profile? Profile { get; set; }
    }
}
