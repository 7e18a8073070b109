using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>One row of a table of weights: what each category weighs when some are weighted zero.</summary>
/// <param name="Option">traditional, mvp, app, apmScoringStandard:webInterface or apmScoringStandard:other.</param>
/// <param name="SmallPractice">For small practices only, for others only, or (null) for both.</param>
/// <param name="Zeroed">The categories weighted zero.</param>
/// <param name="Weights">Percent, by category.</param>
public sealed record WeightsRow(string Option, bool? SmallPractice, CategorySet Zeroed, Finding[] Weights)
{
    /// <summary>The categories that weigh something.</summary>
    public CategorySet Weighing { get; } = PerformanceCategories.All
        .Where(category => Weights[(int)category].Number > 0m)
        .Aggregate(CategorySet.None, (set, category) => set | category.Set());
}

/// <summary>The weights of the performance categories of one year: 414.1380(c)(1) and (c)(2)(ii), 414.1365(e), 414.1367(d), 414.1370(h).</summary>
public sealed class WeightsLaw
{
    private readonly WeightsRow[] rows;

    /// <summary>The weights of one year.</summary>
    /// <param name="table">The table <c>category-weights</c>.</param>
    /// <param name="overrides">Weights taken otherwise than recorded, or null.</param>
    public WeightsLaw(LawTable table, LawOverrides? overrides = null)
    {
        var (option, practice, zeroed, source) = (table.Column("option"), table.Column("practice"), table.Column("zeroed"), table.Column("source"));
        var weights = PerformanceCategories.All.Select(category => table.Column(category.Word())).ToArray();
        rows = new WeightsRow[table.Rows];
        for (var row = 0; row < table.Rows; row++)
        {
            var other = overrides?.WeightsOf(table.Text(row, option), table.Text(row, zeroed));
            var basis = other is null ? table.Text(row, source) : LawOverrides.Source;
            rows[row] = new(
                table.Text(row, option),
                table.Text(row, practice) switch { "small" => true, "other" => false, _ => null },
                CategorySets.Of(table.Text(row, zeroed)) ?? throw new LawDataException($"'{table.Name}', row {row + 1}: unknown category."),
                [.. PerformanceCategories.All.Select((category, index) => Cell(category, basis, other?[index] ?? table.Number(row, weights[index]), table.Text(row, zeroed)))]);
        }
    }

    /// <summary>All rows.</summary>
    public IReadOnlyList<WeightsRow> Rows => rows;

    /// <summary>The row for a set of categories weighted zero, or null where the table has none.</summary>
    /// <param name="option">The option, as in the table.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="zeroed">The categories weighted zero.</param>
    public WeightsRow? Find(string option, bool smallPractice, CategorySet zeroed)
    {
        foreach (var row in rows)
        {
            if (row.Zeroed == zeroed && (row.SmallPractice is null || row.SmallPractice == smallPractice) && string.Equals(row.Option, option, StringComparison.Ordinal))
            {
                return row;
            }
        }

        return null;
    }

    private static Finding Cell(PerformanceCategory category, string basis, decimal weight, string zeroed)
    {
        var scenario = string.Equals(zeroed, LawTable.Nothing, StringComparison.Ordinal) ? "no category is reweighted" : $"{zeroed} weigh nothing";
        return Finding.Published(new($"published weight of {category.Title()}", Unit.Percent, basis, $"the table gives {category.Title()} {{v}} % when {scenario}"), weight);
    }
}
