using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads the measurement sets of a case.</summary>
internal sealed class MeasurementSetReader
{
    private const int Category = 0;
    private const int SubmissionMethod = 1;
    private const int MeasurementList = 6;

    /// <summary>CMS's word for Promoting Interoperability in 2017, its first year.</summary>
    private const string FirstWordForInteroperability = "aci";
    private const int YearOfFirstWord = 2017;

    private static readonly FieldNames CategoryWords = new([.. PerformanceCategories.All.Select(category => category.Word()), FirstWordForInteroperability]);
    private static readonly FieldNames MethodWords = new([.. SubmissionMethods.All.Select(method => method.Word())]);

    private static readonly string[] ServerFields =
        ["id", "submissionId", "createdAt", "updatedAt", "submitterId", "submitterType", "source", "suppressed", "measureSet", "practiceId"];

    private static readonly FieldNames SetFields = new(
        ["category", "submissionMethod", "programName", "cehrtId", "performanceStart", "performanceEnd", "measurements"],
        ServerFields);

    private static readonly FieldNames MeasurementFields = new(
        ["measureId", "value"],
        "id",
        "measurementSetId",
        "createdAt",
        "updatedAt",
        "submitterId",
        "submitterType",
        "source",
        "suppressed",
        "reportingRate",
        "performanceRate",
        "caseCount",
        "performanceRateNumerator",
        "performanceRateDenominator");

    private readonly List<MeasurementSet> sets = [];
    private readonly List<int> setsOfFirstWord = [];

    public MeasurementSet[] ToArray() => [.. sets];

    public void Read(ref JsonInput input, string root)
    {
        if (!input.EnterList("a list of measurement sets"))
        {
            return;
        }

        for (var index = 0; input.NextItem(index); index++)
        {
            if (input.EnterObject("a measurement set"))
            {
                ReadSet(ref input, index, root);
            }
        }
    }

    /// <summary>From 2018 on the category is called pi.</summary>
    public void CheckCategoryWords(long year, string root, ref JsonInput input)
    {
        if (year <= YearOfFirstWord)
        {
            return;
        }

        foreach (var index in setsOfFirstWord)
        {
            input.Problem(ProblemCode.UNKNOWN_WORD, $"{root}.measurementSets[{index}].category", $"'{FirstWordForInteroperability}' was the word of {YearOfFirstWord}. Send 'pi'.");
        }
    }

    private void ReadSet(ref JsonInput input, int index, string root)
    {
        PerformanceCategory? category = null;
        SubmissionMethod? method = null;
        string? programName = null, cehrtId = null;
        DateOnly? start = null, end = null;
        Measurement[] measurements = [];
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(SetFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case Category: category = ReadCategory(ref input, index); break;
                case SubmissionMethod: method = input.WordOf(MethodWords) is >= 0 and var word ? (SubmissionMethod)word : null; break;
                case 2: programName = input.Text(); break;
                case 3: cehrtId = input.Text(); break;
                case 4: start = input.Date(); break;
                case 5: end = input.Date(); break;
                default: measurements = ReadMeasurements(ref input); break;
            }
        }

        foreach (var required in (ReadOnlySpan<int>)[Category, SubmissionMethod, MeasurementList])
        {
            if (!seen.Has(required))
            {
                input.Problem(ProblemCode.MISSING_FIELD, $"{root}.measurementSets[{index}].{SetFields[required]}", $"'{SetFields[required]}' is missing. Add it.");
            }
        }

        if (category is { } known && method is { } by)
        {
            sets.Add(new()
            {
                Index = index,
                Category = known,
                SubmissionMethod = by,
                ProgramName = programName,
                CehrtId = cehrtId,
                PerformanceStart = start,
                PerformanceEnd = end,
                Measurements = measurements,
            });
        }
    }

    private PerformanceCategory? ReadCategory(ref JsonInput input, int index)
    {
        var word = input.WordOf(CategoryWords);
        if (word < PerformanceCategories.All.Length)
        {
            return word < 0 ? null : (PerformanceCategory)word;
        }

        setsOfFirstWord.Add(index);
        return PerformanceCategory.PromotingInteroperability;
    }

    private static Measurement[] ReadMeasurements(ref JsonInput input)
    {
        if (!input.EnterList("a list of measurements"))
        {
            return [];
        }

        var measurements = new List<Measurement>();
        for (var index = 0; input.NextItem(index); index++)
        {
            if (input.EnterObject("a measurement") && ReadMeasurement(ref input, index) is { } measurement)
            {
                measurements.Add(measurement);
            }
        }

        return [.. measurements];
    }

    private static Measurement? ReadMeasurement(ref JsonInput input, int index)
    {
        string? id = null;
        var (value, seen) = (MeasurementValue.None, default(FieldsSeen));
        int field;
        while ((field = input.NextField(MeasurementFields, ref seen)) >= 0)
        {
            if (field == 0)
            {
                id = input.Text();
            }
            else
            {
                value = ValueReader.Read(ref input);
            }
        }

        Missing(ref input, seen, 0);
        if (Missing(ref input, seen, 1))
        {
            value = MeasurementValue.Unreadable;
        }

        return id is null ? null : new() { Index = index, MeasureId = id, Value = value };
    }

    private static bool Missing(ref JsonInput input, FieldsSeen seen, int field)
    {
        if (seen.Has(field))
        {
            return false;
        }

        input.Problem(ProblemCode.MISSING_FIELD, $"{input.Place}.{MeasurementFields[field]}", $"'{MeasurementFields[field]}' is missing. Add it.");
        return true;
    }
}
