using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>A quality measure in one year, as CMS's measures data describe it.</summary>
public sealed class QualityMeasure
{
    private Benchmark?[] benchmarks = new Benchmark?[SubmissionMethods.All.Length];
    private readonly string?[] subjects = new string?[SubmissionMethods.All.Length];
    private readonly int methods;
    private readonly int suppressed;
    private readonly int truncated;
    private readonly Func<string> title;

    internal QualityMeasure(LawTable table, int row, QualityColumns columns, IReadOnlyList<string> outcomeTypes)
    {
        Id = table.Text(row, columns.Id);
        title = () => table.Text(row, columns.Title);
        MeasureType = table.Text(row, columns.Type);
        IsOutcome = outcomeTypes.Contains(MeasureType, StringComparer.Ordinal);
        IsPatientExperience = string.Equals(MeasureType, "patientEngagementExperience", StringComparison.Ordinal);
        IsHighPriority = table.IsYes(row, columns.HighPriority) || IsOutcome;
        IsInverse = table.IsYes(row, columns.Inverse);
        IsQcdr = table.IsYes(row, columns.Qcdr);
        Metric = Enum.Parse<MetricType>(table.Text(row, columns.Metric), ignoreCase: true);
        Algorithm = table.IsNothing(row, columns.Algorithm) ? StrataAlgorithm.None : Enum.Parse<StrataAlgorithm>(table.Text(row, columns.Algorithm), ignoreCase: true);
        Strata = table.List(row, columns.Strata, '|');
        FirstPerformanceYear = (int)table.Number(row, columns.FirstYear);
        Programs = table.IsNothing(row, columns.Programs) ? null : table.List(row, columns.Programs);
        methods = Mask(table, row, columns.Methods);
        suppressed = Mask(table, row, columns.Suppressed);
        truncated = Mask(table, row, columns.Truncated);
        IsCappedByCatalogue = table.IsYes(row, columns.Capped);
    }

    /// <summary>The measure id, for example <c>236</c>.</summary>
    public string Id { get; }

    /// <summary>The official title.</summary>
    public string Title => title();

    /// <summary>CMS's measure type.</summary>
    public string MeasureType { get; }

    /// <summary>Satisfies the outcome requirement.</summary>
    public bool IsOutcome { get; }

    /// <summary>A patient experience measure.</summary>
    public bool IsPatientExperience { get; }

    /// <summary>A high priority measure; outcome measures are.</summary>
    public bool IsHighPriority { get; }

    /// <summary>Lower is better.</summary>
    public bool IsInverse { get; }

    /// <summary>A QCDR measure.</summary>
    public bool IsQcdr { get; }

    /// <summary>The form in which it is reported.</summary>
    public MetricType Metric { get; }

    /// <summary>How its strata make one rate.</summary>
    public StrataAlgorithm Algorithm { get; }

    /// <summary>Names of its strata.</summary>
    public IReadOnlyList<string> Strata { get; }

    /// <summary>Its first year in MIPS.</summary>
    public int FirstPerformanceYear { get; }

    /// <summary>Programs under which it may be sent; null where CMS published none.</summary>
    public string[]? Programs { get; }

    /// <summary>The catalogue itself, not the benchmark, marks it as capped (2018).</summary>
    public bool IsCappedByCatalogue { get; }

    /// <summary>Whether it may be sent by a method.</summary>
    /// <param name="method">The method.</param>
    public bool IsOfferedBy(SubmissionMethod method) => (methods & (1 << (int)method)) != 0;

    /// <summary>Whether it is suppressed for a collection type, 414.1380(b)(1)(vii)(A).</summary>
    /// <param name="method">The collection type.</param>
    public bool IsSuppressedFor(SubmissionMethod method) => (suppressed & (1 << (int)method)) != 0;

    /// <summary>Whether only nine months of data count for a collection type, 414.1380(b)(1)(vii)(A).</summary>
    /// <param name="method">The collection type.</param>
    public bool IsTruncatedFor(SubmissionMethod method) => (truncated & (1 << (int)method)) != 0;

    /// <summary>The benchmark for a collection type, or null where there is none.</summary>
    /// <param name="method">The collection type.</param>
    public Benchmark? BenchmarkFor(SubmissionMethod method) => benchmarks[(int)method];

    /// <summary>Measure and collection type in a sentence, for example <c>236 (eCQM)</c>.</summary>
    /// <param name="method">The collection type.</param>
    public string Subject(SubmissionMethod method) =>
        subjects[(int)method] ??= $"{Id} ({(method == SubmissionMethod.Registry ? (IsQcdr ? "QCDR" : "MIPS CQM") : method.Title())})";

    /// <summary>The same measure without any benchmark: for a year in which it is not scored.</summary>
    public QualityMeasure WithoutBenchmarks()
    {
        var copy = (QualityMeasure)MemberwiseClone();
        copy.benchmarks = new Benchmark?[SubmissionMethods.All.Length];
        return copy;
    }

    internal void Add(SubmissionMethod method, Benchmark benchmark)
    {
        if (benchmarks[(int)method] is not null)
        {
            throw new LawDataException($"Measure {Id} has two benchmarks for {method.Word()}.");
        }

        benchmarks[(int)method] = benchmark;
    }

    private static int Mask(LawTable table, int row, int column)
    {
        var mask = 0;
        foreach (var word in table.List(row, column))
        {
            var method = SubmissionMethods.Of(word) ?? throw new LawDataException($"'{table.Name}', row {row + 1}: unknown method '{word}'.");
            mask |= 1 << (int)method;
        }

        return mask;
    }
}

internal sealed record QualityColumns(LawTable Table)
{
    public int Id { get; } = Table.Column("measure");

    public int Title { get; } = Table.Column("title");

    public int Type { get; } = Table.Column("type");

    public int HighPriority { get; } = Table.Column("high priority");

    public int Inverse { get; } = Table.Column("inverse");

    public int Qcdr { get; } = Table.Column("qcdr");

    public int Metric { get; } = Table.Column("metric");

    public int Algorithm { get; } = Table.Column("algorithm");

    public int Strata { get; } = Table.Column("strata");

    public int FirstYear { get; } = Table.Column("first year");

    public int Methods { get; } = Table.Column("methods");

    public int Programs { get; } = Table.Column("programs");

    public int Suppressed { get; } = Table.Column("suppressed");

    public int Truncated { get; } = Table.Column("truncated");

    public int Capped { get; } = Table.Column("capped");
}
