using System.Collections.Concurrent;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Which score counts for each TIN/NPI, when all units are scored; and what movers take along. Used by all threads.</summary>
/// <param name="nation">Scores of virtual groups and APM Entities.</param>
/// <param name="law">The law.</param>
internal sealed class Assignment(NationScoring nation, YearLaw law)
{
    /// <summary>A row of the input about the clinician was rejected.</summary>
    public const string RejectedRow = "INPUT_REJECTED";

    /// <summary>A case was rejected whose score could have counted.</summary>
    public const string RejectedCase = "SUBMISSION_REJECTED";

    private static readonly Label Says = new("MIPS status", Unit.Word, "414.1310", "payment adjustment: {v}");

    private readonly ConcurrentDictionary<StandingRow, MipsStatus> statuses = new();
    private readonly ConcurrentDictionary<string, string> codes = new(StringComparer.Ordinal);

    /// <summary>What came of everybody in a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="rowsOfMovers">What the performance year gave those who bill under another TIN in the payment year; null as long as that is not known: their pairs are left open.</param>
    public Outcome[] Of(PartResults part, IReadOnlyDictionary<string, List<(string Tin, Outcome Outcome)>>? rowsOfMovers)
    {
        var outcomes = new Outcome[part.Clinicians.Count];
        for (var place = 0; place < outcomes.Length; place++)
        {
            var clinician = part.Clinicians[place];
            outcomes[place] = !clinician.IsOfYear ? (rowsOfMovers is null ? default : OfMover(clinician, rowsOfMovers.GetValueOrDefault(clinician.Npi) ?? []))
                : place > 0 && clinician.IsAlike(part.Clinicians[place - 1]) ? outcomes[place - 1]
                : Of(clinician, part);
        }

        return outcomes;
    }

    /// <summary>What a pair takes along that did not bill in the performance year.</summary>
    /// <param name="clinician">The pair.</param>
    /// <param name="rows">What the performance year gave the clinician, by TIN.</param>
    public Outcome OfMover(ClinicianRow clinician, List<(string Tin, Outcome Outcome)> rows)
    {
        if (clinician.IsRejected)
        {
            return new(OutcomeStatus.Excluded, null, RejectedRow);
        }

        if (rows.Exists(row => row.Outcome.Note is RejectedRow or RejectedCase))
        {
            return new(OutcomeStatus.Excluded, null, RejectedCase);
        }

        var assignment = PaymentYearAssignment.For(
            Tin.Of(clinician.Tin),
            rows.ConvertAll(row => new PerformanceYearRow(Tin.Of(row.Tin), StandingOf(row.Outcome.Status), row.Outcome.Score?.FinalScore, row.Outcome.Score?.ByAutomaticPolicy ?? false)),
            law);
        return assignment switch
        {
            { Row: { FinalScore: not null } taken } => new(OutcomeStatus.Scored, rows.Find(row => string.Equals(row.Tin, taken.Tin.Digits, StringComparison.Ordinal)).Outcome.Score, assignment.Note ?? ""),
            _ => new(string.Equals(assignment.Note, PaymentYearAssignment.Qp, StringComparison.Ordinal) ? OutcomeStatus.Qp : OutcomeStatus.Excluded, null, assignment.Note ?? PaymentYearAssignment.NoFactor),
        };
    }

    private Outcome Of(ClinicianRow clinician, PartResults part)
    {
        if (clinician.IsRejected)
        {
            return new(OutcomeStatus.Excluded, null, RejectedRow);
        }

        var units = UnitsOf(clinician, part);
        if (units.Exists(unit => unit.IsRejected && (clinician.IfReported.Has(unit.Level) || clinician.IfNotReported.Has(unit.Level))))
        {
            return new(OutcomeStatus.Excluded, null, RejectedCase);
        }

        var status = StatusOf(IsReported(clinician, units) ? clinician.IfReported : clinician.IfNotReported);
        // Scores are compared where one of them can bring a factor.
        var scores = new CompetingScore[status.Is == MipsStanding.Adjusted ? units.Count : 0];
        for (var place = 0; place < scores.Length; place++)
        {
            scores[place] = units[place].Competing(place);
        }

        var used = FinalScoreUsed.For(status, scores, law);
        return used switch
        {
            { Is: MipsStanding.Neutral } => new(OutcomeStatus.Neutral, null, CodeOf(used.Reason)),
            { Used: { } place } => new(OutcomeStatus.Scored, units[place], ""),
            _ => clinician.IsQp ? new(OutcomeStatus.Qp, null, PaymentYearAssignment.Qp) : new(OutcomeStatus.Excluded, null, CodeOf(used.Reason)),
        };
    }

    private List<UnitScore> UnitsOf(ClinicianRow clinician, PartResults part)
    {
        var units = new List<UnitScore>(4);
        foreach (var place in (ReadOnlySpan<int>)[clinician.Scores.Individual, clinician.Scores.Group, clinician.Scores.Subgroup])
        {
            if (place >= 0)
            {
                units.Add(part.Scores[place]);
            }
        }

        if (nation.VirtualGroups.TryGetValue(clinician.VirtualGroup, out var group))
        {
            units.Add(group);
        }

        foreach (var entity in clinician.Entities)
        {
            if (nation.Entities.TryGetValue(entity, out var score))
            {
                units.Add(score);
            }
        }

        return units;
    }

    private static bool IsReported(ClinicianRow clinician, List<UnitScore> units)
    {
        foreach (var unit in units)
        {
            if (unit.FinalScore is not null && unit.Level != ParticipationOption.Individual && clinician.IfReported.Has(unit.Level))
            {
                return true;
            }
        }

        return false;
    }

    private MipsStatus StatusOf(StandingRow row)
    {
        return statuses.GetOrAdd(row, Make);

        static MipsStatus Make(StandingRow row) =>
            new(row.Is, [.. Enum.GetValues<ParticipationOption>().Where(row.Has)], row.Reason, row.Exclusion.Length > 0 ? row.Exclusion : null, null)
            {
                Status = Finding.Parameter(Says, MipsStatus.Word(row.Is)),
            };
    }

    private static RowStanding StandingOf(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Scored => RowStanding.Scored,
        OutcomeStatus.Neutral => RowStanding.Neutral,
        OutcomeStatus.Qp => RowStanding.Qp,
        _ => RowStanding.Excluded,
    };

    /// <summary>A reason word as a code: <c>newlyEnrolled</c> is NEWLY_ENROLLED.</summary>
    private string CodeOf(string reason) =>
        codes.GetOrAdd(reason, static word => string.Concat(word.Select(character => char.IsAsciiLetterUpper(character) ? $"_{character}" : $"{char.ToUpperInvariant(character)}")));
}
