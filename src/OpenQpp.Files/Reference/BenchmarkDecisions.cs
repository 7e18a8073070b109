using System.Globalization;

namespace OpenQpp.Files;

/// <summary>Which decile the first number of a benchmark array bounds.</summary>
internal enum BenchmarkLayout
{
    /// <summary>Deciles 2 to 10: nine numbers. CMS's ordinary form until 2022.</summary>
    Decile2,

    /// <summary>Deciles 1 to 10: ten numbers.</summary>
    Decile1,

    /// <summary>Deciles 2 to 10 and then the best value, which bounds nothing: ten numbers.</summary>
    Decile2Best,
}

/// <summary>What was decided about rows of a benchmark file that cannot be taken as they stand.</summary>
internal sealed class BenchmarkDecisions
{
    private readonly List<(string Measure, string Method, string Decision, string Reason)> rows;
    private readonly HashSet<int> used = [];

    public BenchmarkDecisions(RawTable table)
    {
        rows = [.. table.Rows.Select(row => (row[0], row[1], row[2], row[3]))];
    }

    /// <summary>All decisions about one row, each with its reason; notes that they were needed.</summary>
    public IEnumerable<(string Decision, string Reason)> Of(string measure, string method)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            if ((rows[row].Measure is "*" || string.Equals(rows[row].Measure, measure, StringComparison.Ordinal)) && string.Equals(rows[row].Method, method, StringComparison.Ordinal))
            {
                used.Add(row);
                yield return (rows[row].Decision, rows[row].Reason);
            }
        }
    }

    /// <summary>Decisions that no row called for: the file has changed and the decision should go.</summary>
    public IEnumerable<(string Measure, string Method, string Decision)> Unused() =>
        rows.Where((_, row) => !used.Contains(row)).Select(row => (row.Measure, row.Method, row.Decision));

    /// <summary>The bound that a decision corrects: decile and value, the value null for none.</summary>
    public static (int Decile, decimal? Value)? Bound(string decision)
    {
        if (!decision.StartsWith("bound ", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = decision["bound ".Length..].Split('=');
        return (
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            parts[1] is "-" ? null : decimal.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The layout that a decision states.</summary>
    public static BenchmarkLayout? LayoutOf(string decision) => decision switch
    {
        "layout decile1" => BenchmarkLayout.Decile1,
        "layout decile2" => BenchmarkLayout.Decile2,
        "layout decile2best" => BenchmarkLayout.Decile2Best,
        _ => null,
    };
}
