using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>Publishes payment-adjustments.csv.</summary>
/// <param name="load">The run.</param>
/// <param name="notes">The organizations and clinicians of the nation.</param>
/// <param name="year">The performance year.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class AssignmentLoad(RunLoad load, NationNotes notes, PerformanceYear year, ProblemList problems)
{
    private const int BatchSize = 10_000;
    private const int FirstNumber = 7;
    private const decimal Most = 1000m;

    /// <summary>The columns of numbers from the final score on: their place in the file, decimals, and the column of the table.</summary>
    private static readonly (int Cell, int Scale, string Column)[] Numbers =
    [
        (FirstNumber, 2, "final_score_e2"), (8, 4, "quality_score_e4"), (9, 4, "quality_weight_e4"), (10, 4, "cost_score_e4"), (11, 4, "cost_weight_e4"), (12, 4, "ia_score_e4"),
        (13, 4, "ia_weight_e4"), (14, 4, "pi_score_e4"), (15, 4, "pi_weight_e4"), (16, 4, "complex_patient_bonus_e4"), (19, 6, "percent_before_scaling_e6"),
        (20, 2, "payment_adjustment_percent_e2"), (21, 2, "additional_percent_e2"), (22, 2, "total_percent_e2"),
    ];

    private static readonly string[] Columns =
    [
        "run_id", "association_id", "practice_id", "npi", "clinician_type", "billed", "source_kind", "source_id", "source_practice_id", "reporting_option", "participation_option", "status", "band", "note",
        .. Numbers.Select(number => number.Column),
    ];

    private readonly List<Row> batch = new(BatchSize);
    private (string Tin, string Npi) last = ("", "");

    /// <summary>How many rows there were.</summary>
    public long Rows { get; private set; }

    private sealed record Row(string Tin, string Npi, ParticipationOption? Level, string? Option, string EntityId, string Status, string? Band, string? Note, long?[] Numbers)
    {
        /// <summary>The TIN under which the score was earned: another one for who takes a score along.</summary>
        public string SourceTin => Note is { } note && note.StartsWith(PaymentYearAssignment.MoverFrom, StringComparison.Ordinal) ? note[PaymentYearAssignment.MoverFrom.Length..] : Tin;
    }

    /// <summary>Takes a row of the file.</summary>
    /// <param name="row">The row.</param>
    public void Take(TableRow row)
    {
        var (tin, npi) = (row.Tin(2), row.Npi(3, allowSynthetic: true));
        if (row.Count(0) is { } said && said != year.Year)
        {
            row.Problem(ProblemCode.UNSUPPORTED_YEAR, 0, $"The row is not of performance year {year.Year}, of which {RunHeader.FileName} tells. Publish the files of one run.");
        }

        CheckOrder(row, tin, npi);
        row.Required(17);
        var level = row.Word<ParticipationOption>(5, ParticipationOptions.Of, "individual, group, subgroup, virtualGroup, apmEntity");
        var option = row.Word<ReportingOption>(4, ReportingOptions.Of, "traditional, mvp, app, apmScoringStandard");
        if (row[17] is { } status && !Outcome.Words.Contains(status, StringComparer.Ordinal))
        {
            row.Problem(ProblemCode.UNKNOWN_WORD, 17, $"'{ShownText.Of(status)}' is not one of the words that may stand here: {string.Join(", ", Outcome.Words)}.");
        }

        if (level is ParticipationOption.Subgroup or ParticipationOption.VirtualGroup or ParticipationOption.ApmEntity)
        {
            row.Required(6);
        }

        var numbers = Array.ConvertAll(Numbers, number => row.Stored(number.Cell, number.Scale, number.Cell == FirstNumber ? 0m : -Most, Most));
        Rows++;
        if (problems.IsEmpty)
        {
            batch.Add(new(tin, npi, level, option?.Word(), row[6] ?? "", row[17]!, row[18], row[23], numbers));
            notes.Of(OwnerKind.Practice, tin);
            if (batch.Count == BatchSize)
            {
                Flush();
            }
        }
    }

    /// <summary>Writes what is still held.</summary>
    public void Flush()
    {
        if (batch.Count > 0 && problems.IsEmpty)
        {
            load.Do(Write);
        }

        batch.Clear();
    }

    private void CheckOrder(TableRow row, string tin, string npi)
    {
        var order = string.CompareOrdinal(tin, last.Tin);
        if (order < 0 || (order == 0 && string.CompareOrdinal(npi, last.Npi) <= 0))
        {
            row.Problem(ProblemCode.DUPLICATE_ROW, 3, "Rows stand by TIN and NPI, each pair once. Publish the file as the run wrote it.");
        }

        last = (tin, npi);
    }

    private void Write(LoadBatch to)
    {
        var ids = load.Associations(to, [.. batch.Select(row => (row.Tin, row.Npi)), .. batch.Where(row => row.Level == ParticipationOption.Individual).Select(row => (row.SourceTin, row.Npi))]);
        load.Remember(to, OwnerKind.Practice, batch.Select(row => row.SourceTin));
        load.Remember(to, OwnerKind.ApmEntity, Entities(ParticipationOption.ApmEntity));
        load.Remember(to, OwnerKind.VirtualGroup, Entities(ParticipationOption.VirtualGroup));
        var subgroups = load.Subgroups(to, [.. batch.Where(row => row.Level == ParticipationOption.Subgroup).Select(row => (row.SourceTin, row.EntityId))]);
        to.Load("assignment", Columns, batch, (table, row) =>
        {
            table.Whole(load.RunId);
            table.Text(ids[StoredOwner.IdentifierOf(row.Tin, row.Npi)]);
            table.Text(load.IdOf(OwnerKind.Practice, row.Tin));
            table.Text(row.Npi);
            var type = notes.TypeOf(row.Tin, row.Npi);
            table.Text(type);
            table.Flag(type is not null);
            var (kind, id) = SourceOf(row, ids, subgroups);
            table.Text(kind?.Word());
            table.Text(id);
            table.Text(kind is OwnerKind.Clinician or OwnerKind.Practice or OwnerKind.Subgroup ? load.IdOf(OwnerKind.Practice, row.SourceTin) : null);
            table.Text(row.Option);
            table.Text(row.Level?.Word());
            table.Text(row.Status);
            table.Text(row.Band);
            table.Text(row.Note);
            foreach (var number in row.Numbers)
            {
                table.Whole(number);
            }
        });
    }

    private (OwnerKind? Kind, string? Id) SourceOf(Row row, Dictionary<string, string> ids, Dictionary<string, string> subgroups) => row.Level switch
    {
        ParticipationOption.Individual => (OwnerKind.Clinician, ids[StoredOwner.IdentifierOf(row.SourceTin, row.Npi)]),
        ParticipationOption.Group => (OwnerKind.Practice, load.IdOf(OwnerKind.Practice, row.SourceTin)),
        ParticipationOption.Subgroup => (OwnerKind.Subgroup, subgroups[StoredOwner.IdentifierOf(row.SourceTin, row.EntityId)]),
        ParticipationOption.VirtualGroup => (OwnerKind.VirtualGroup, load.IdOf(OwnerKind.VirtualGroup, row.EntityId)),
        ParticipationOption.ApmEntity => (OwnerKind.ApmEntity, load.IdOf(OwnerKind.ApmEntity, row.EntityId)),
        _ => (null, null),
    };

    private IEnumerable<string> Entities(ParticipationOption level) => batch.Where(row => row.Level == level).Select(row => row.EntityId);
}
