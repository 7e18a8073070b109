using OpenQpp.DuckDb;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>The columns that adjusting adds to a line.</summary>
internal static class AdjustColumns
{
    private static readonly ColumnKind.Number Money = new(12, 2);

    /// <summary>Name and type of each, in their order.</summary>
    public static IReadOnlyList<(string Name, ColumnKind Kind)> All { get; } =
    [
        ("payment_year", ColumnKind.Whole),
        ("factor_percent", new ColumnKind.Number(5, 2)),
        ("factor_source", new ColumnKind.Word(["none", "exact", "mover"])),
        ("decision", new ColumnKind.Word(["adjusted", "notAdjusted", "undecided"])),
        ("reason", new ColumnKind.Word([.. LineReasons.All.Select(reason => reason.Word())])),
        ("coins_used", Money),
        ("mips_program", Money),
        ("mips_amount", Money),
        ("mips_subtotal", Money),
        ("seq_rate", new ColumnKind.Number(4, 2)),
        ("seq_amount", Money),
        ("mips_paid", Money),
        ("group_code", new ColumnKind.Word([LineAdjustment.ObligationGroup])),
        ("carc", new ColumnKind.Word([LineAdjustment.IncentiveCode, LineAdjustment.ReductionCode])),
        ("rarc", new ColumnKind.Word([LineAdjustment.MipsRemark])),
        ("seq_carc", new ColumnKind.Word([LineAdjustment.SequestrationReason])),
        ("msn_flag", new ColumnKind.Word(["N", "Y"])),
    ];
}
