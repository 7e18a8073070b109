using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>A scored unit.</summary>
/// <param name="Score">What its clinicians need of it.</param>
/// <param name="Result">The result as JSON, until another unit is scored; empty where the unit was rejected.</param>
/// <param name="PiPoints">Promoting Interoperability points without bonus; null where nothing was submitted.</param>
/// <param name="PiIsReweighted">Promoting Interoperability weighs nothing.</param>
/// <param name="ReportedPublicHealth">An optional public health measure earned a bonus.</param>
internal sealed record ScoredUnit(UnitScore Score, ReadOnlyMemory<byte> Result, decimal? PiPoints, bool PiIsReweighted, bool ReportedPublicHealth)
{
    /// <summary>Percents of quality and cost under each pathway that was reported, for comparative feedback.</summary>
    public IReadOnlyList<(string Mvp, decimal? Quality, decimal? Cost)> Pathways { get; init; } = [];
}

/// <summary>Scores the units of a part under one law. Used by one thread.</summary>
/// <param name="setup">The run.</param>
/// <param name="law">The law.</param>
/// <param name="withoutData">What the parts know of clinicians about whom there is no line.</param>
internal sealed class UnitScoring(RunSetup setup, YearLaw law, ScoresWithoutData withoutData)
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const int ShortText = 64;
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private readonly CaseChecks checks = new(setup.Book, new(setup.AllowSynthetic));
    private readonly CaseScoring scoring = new(setup.Book, GivenScalingFactors.None);
    private readonly MadeBy madeBy = MadeBy.Of(law, []);
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 14);
    private readonly ProblemList wrong = new();
    private readonly ProblemList warnings = new();

    /// <summary>Results in which a bonus could not be known.</summary>
    public Dictionary<ParticipationOption, long> WithoutReference { get; } = [];

    /// <summary>The score of a clinician about whom there is no line: it depends on nothing but the profile.</summary>
    /// <param name="derived">What follows from eligibility.</param>
    public ScoredUnit WithoutData(DerivedProfile derived)
    {
        if (withoutData.Find(derived) is { } known)
        {
            return known;
        }

        // Eligibility has checked who the clinician is; of the rest there is nothing to check.
        var submission = new JoinedCase(new(ParticipationOption.Individual, "", "")).Case(derived, setup.Reference, law.Year.Year);
        var scored = ResultOf(null, scoring.For(submission, law), submission, []);
        return withoutData.Add(derived, scored with { Result = scored.Result.ToArray() });
    }

    /// <summary>The score of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="derived">What follows from eligibility.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ScoredUnit Score(UnitKey unit, IReadOnlyList<CaseLine> lines, DerivedProfile derived, List<RunProblem> problems) =>
        Score(unit, lines, derived, JoinedCase.Read(unit, lines, law.Year.Year, derived), problems);

    /// <summary>The score of a unit whose lines were read before.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="derived">What follows from eligibility.</param>
    /// <param name="joined">The lines, joined.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ScoredUnit Score(UnitKey unit, IReadOnlyList<CaseLine> lines, DerivedProfile derived, JoinedCase joined, List<RunProblem> problems)
    {
        ScoredCase? result = null;
        Submission? submission = null;
        if (!joined.IsRejected)
        {
            submission = joined.Case(derived, setup.Reference, law.Year.Year);
            checks.Check(submission, law, wrong, warnings);
            var (isRight, told) = (wrong.IsEmpty, warnings.Take());
            foreach (var problem in wrong.Take())
            {
                joined.Tell(problem, Consequence.Rejected);
            }

            if (isRight)
            {
                result = scoring.For(submission, law);
                result = told.Count == 0 ? result : result with { Warnings = [.. told, .. result.Warnings] };
                Count(unit.Level, result);
            }
        }

        problems.AddRange(joined.Problems);
        var entity = unit.Level is ParticipationOption.Individual or ParticipationOption.Group ? null : unit.Id;
        return result is null
            ? new(new(unit.Level, ReportingOption.Traditional) { IsRejected = true, EntityId = entity }, default, null, PiIsReweighted: false, ReportedPublicHealth: false)
            : ResultOf(entity, result, submission!, lines);
    }

    /// <summary>Writes a result with the identifiers of its unit in front, on one line.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="result">The result.</param>
    public static void Write(Stream to, UnitKey unit, ReadOnlySpan<byte> result)
    {
        var (tin, npi, id) = unit.Level switch
        {
            ParticipationOption.Individual => (unit.Tin, unit.Id, ""),
            ParticipationOption.Group => (unit.Tin, "", ""),
            _ => (unit.Tin, "", unit.Id),
        };
        to.Write("{\"entityType\":\""u8);
        Text(to, Word(unit.Level));
        Field(to, "\",\"entityId\":\""u8, id);
        Field(to, "\",\"taxpayerIdentificationNumber\":\""u8, tin);
        Field(to, "\",\"nationalProviderIdentifier\":\""u8, npi);
        to.Write("\","u8);
        to.Write(result[1..]);
        to.WriteByte((byte)'\n');
    }

    /// <summary>CMS's word for a level in a submission.</summary>
    /// <param name="level">The level.</param>
    public static string Word(ParticipationOption level) => level == ParticipationOption.ApmEntity ? "apm" : level.Word();

    private static void Field(Stream to, ReadOnlySpan<byte> name, string value)
    {
        if (value.Length > 0)
        {
            to.Write(name);
            Text(to, value);
        }
    }

    /// <summary>Identifiers seldom hold anything that is written otherwise in JSON.</summary>
    private static void Text(Stream to, string value)
    {
        Span<byte> bytes = stackalloc byte[ShortText];
        if (value.Length <= ShortText && !value.AsSpan().ContainsAnyExcept(Plain))
        {
            to.Write(bytes[..Encoding.ASCII.GetBytes(value, bytes)]);
        }
        else
        {
            to.Write(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        }
    }

    private void Count(ParticipationOption level, ScoredCase result)
    {
        if (result.ComplexPatientBonus.Kind == ValueKind.NotKnown)
        {
            WithoutReference[level] = WithoutReference.GetValueOrDefault(level) + 1;
        }
    }

    private ScoredUnit ResultOf(string? entity, ScoredCase result, Submission submission, IReadOnlyList<CaseLine> lines)
    {
        var score = new UnitScore(result.ParticipationOption, result.ReportingOption)
        {
            FinalScore = result.Participated ? result.FinalScore.NumberOrNull : null,
            FacilityBased = result.Facility is not null,
            MvpId = result.MvpId,
            EntityId = entity,
            ByAutomaticPolicy = result is { SingleCategory: true, ParticipationOption: ParticipationOption.Individual },
            Numbers = PaymentAdjustmentsCsv.NumbersOf(result),
        };
        var interoperability = result.PromotingInteroperability;
        return new(
            score,
            Json(result, submission, lines),
            interoperability is null ? null : PointsWithoutBonus(interoperability),
            result[PerformanceCategory.PromotingInteroperability].Status == CategoryStatus.Reweighted,
            interoperability is not null && Array.Exists(interoperability.Measures, measure => measure.IsBonus && measure.Points.NumberOrZero > 0m))
        {
            Pathways = PathwaysOf(result),
        };
    }

    /// <summary>414.1365(e)(4): what was reported under a pathway counts for its means, whether it gives the final score or not; hospital results do not.</summary>
    private static IReadOnlyList<(string Mvp, decimal? Quality, decimal? Cost)> PathwaysOf(ScoredCase result) =>
        result is { MvpId: null, OtherScores: [] } ? []
        : [.. result.OtherScores.Select(other => other.Result).Prepend(result)
            .Where(one => one is { MvpId: not null, Participated: true, Facility: null })
            .Select(one => (one.MvpId!, one[PerformanceCategory.Quality].Percent.NumberOrNull, one[PerformanceCategory.Cost].Percent.NumberOrNull))];

    /// <summary>
    /// 414.1317(b)(1): the roll-up takes the points of required measures; a set that misses a requirement has none. In the years
    /// of base, performance and bonus it takes the whole score of the TIN, 414.1370(g)(4).
    /// </summary>
    private decimal PointsWithoutBonus(InteroperabilityScore score)
    {
        if (law.PromotingInteroperability.Method == InteroperabilityMethod.BasePerformanceBonus)
        {
            return score.Percent.NumberOrZero;
        }

        var points = 0m;
        foreach (var measure in score.Measures)
        {
            points += measure.IsBonus ? 0m : measure.Points.NumberOrZero;
        }

        return score.Requirements.Flag ? decimal.Min(points, law.PromotingInteroperability.MaximumPoints.Number) : 0m;
    }

    private ReadOnlyMemory<byte> Json(ScoredCase result, Submission submission, IReadOnlyList<CaseLine> lines)
    {
        var input = HashOf(lines);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, OneLine))
        {
            ResultJson.Write(json, result, madeBy with { Input = input }, setup.WithExplanations, leavesAdjustmentOpen: true, submission: setup.ForPortal ? submission : null);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>SHA-256 of the lines, each with its line feed.</summary>
    private string HashOf(IReadOnlyList<CaseLine> lines)
    {
        buffer.ResetWrittenCount();
        for (var place = 0; place < lines.Count; place++)
        {
            buffer.Write(lines[place].Bytes.Span);
            buffer.Write("\n"u8);
        }

        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
