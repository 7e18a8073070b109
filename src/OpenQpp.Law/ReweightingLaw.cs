using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>What voids a reweighting.</summary>
public enum VoidedBy
{
    /// <summary>Nothing.</summary>
    Never,

    /// <summary>Data submitted for the category.</summary>
    Data,

    /// <summary>A qualifying submission for Promoting Interoperability.</summary>
    QualifyingSubmission,
}

/// <summary>How it becomes known that a trigger applies.</summary>
public enum KnownBy
{
    /// <summary>Given in the profile.</summary>
    Given,

    /// <summary>A special status of the participant.</summary>
    Status,

    /// <summary>The law of the year, for everybody.</summary>
    Law,

    /// <summary>Computed by a rule.</summary>
    Computed,
}

/// <summary>One circumstance in which a category is weighted zero, 414.1380(c)(2)(i).</summary>
/// <param name="Name">The reason, for example <c>hardship</c>.</param>
/// <param name="Known">How it becomes known.</param>
/// <param name="Category">The category.</param>
/// <param name="Voided">What voids it.</param>
/// <param name="IndividualsOnly">For individuals only.</param>
/// <param name="GroupsOnly">For groups and virtual groups only.</param>
/// <param name="EntitiesOnly">For APM Entities only.</param>
/// <param name="Source">The paragraph.</param>
public sealed record ReweightingTrigger(
    string Name,
    KnownBy Known,
    PerformanceCategory Category,
    VoidedBy Voided,
    bool IndividualsOnly,
    bool GroupsOnly,
    bool EntitiesOnly,
    string Source)
{
    /// <summary>The special status that makes it known; null where it becomes known otherwise.</summary>
    public SpecialStatus? Status { get; } = Known == KnownBy.Status ? SpecialStatuses.Of(Name) : null;
}

/// <summary>A clinician type in one year.</summary>
/// <param name="Name">The word, for example <c>nursePractitioner</c>.</param>
/// <param name="Eligible">MIPS eligible in the year.</param>
/// <param name="InteroperabilityReweighted">Promoting Interoperability is reweighted for the type.</param>
/// <param name="Source">The paragraphs.</param>
public sealed record ClinicianType(string Name, bool Eligible, bool InteroperabilityReweighted, string Source);

/// <summary>The circumstances in which categories are reweighted in one year, and the clinician types of the year.</summary>
public sealed class ReweightingLaw
{
    private readonly ReweightingTrigger[] triggers;
    private readonly ReweightingTrigger[][] byCategory;
    private readonly HashSet<string> names;
    private readonly ClinicianType[] types;

    /// <summary>The circumstances of one year.</summary>
    /// <param name="reweighting">The table <c>reweighting</c>.</param>
    /// <param name="clinicianTypes">The table <c>clinician-types</c>.</param>
    public ReweightingLaw(LawTable reweighting, LawTable clinicianTypes)
    {
        triggers = [.. Enumerable.Range(0, reweighting.Rows).Select(row => Trigger(reweighting, row))];
        byCategory = [.. PerformanceCategories.All.Select(category => Array.FindAll(triggers, trigger => trigger.Category == category))];
        names = triggers.Select(trigger => trigger.Name).ToHashSet(StringComparer.Ordinal);
        ForEverybody = triggers.Where(trigger => trigger.Known == KnownBy.Law).Aggregate(CategorySet.None, (set, trigger) => set | trigger.Category.Set());
        var (type, eligible, reweighted, source) =
            (clinicianTypes.Column("type"), clinicianTypes.Column("eligible"), clinicianTypes.Column("pi reweighted"), clinicianTypes.Column("source"));
        types = [.. Enumerable.Range(0, clinicianTypes.Rows).Select(row => new ClinicianType(
            clinicianTypes.Text(row, type),
            clinicianTypes.IsYes(row, eligible),
            clinicianTypes.IsYes(row, reweighted),
            clinicianTypes.Text(row, source)))];
    }

    /// <summary>All circumstances of the year, in the order of the table.</summary>
    public IReadOnlyList<ReweightingTrigger> Triggers => triggers;

    /// <summary>The circumstances of a category, in the order of the table.</summary>
    /// <param name="category">The category.</param>
    public ReadOnlySpan<ReweightingTrigger> Of(PerformanceCategory category) => byCategory[(int)category];

    /// <summary>The categories that the law of the year weighs zero for everybody.</summary>
    public CategorySet ForEverybody { get; }

    /// <summary>Whether the year knows a circumstance, for any category.</summary>
    /// <param name="name">The reason.</param>
    public bool Knows(string name) => names.Contains(name);

    /// <summary>All clinician types.</summary>
    public IReadOnlyList<ClinicianType> ClinicianTypes => types;

    /// <summary>A circumstance for a category, or null where the year has none.</summary>
    /// <param name="name">The reason.</param>
    /// <param name="category">The category.</param>
    public ReweightingTrigger? Find(string name, PerformanceCategory category)
    {
        foreach (var trigger in triggers)
        {
            if (trigger.Category == category && string.Equals(trigger.Name, name, StringComparison.Ordinal))
            {
                return trigger;
            }
        }

        return null;
    }

    /// <summary>A clinician type, or null where no year knows it.</summary>
    /// <param name="name">The word.</param>
    public ClinicianType? ClinicianType(string name)
    {
        foreach (var type in types)
        {
            if (string.Equals(type.Name, name, StringComparison.Ordinal))
            {
                return type;
            }
        }

        return null;
    }

    private static ReweightingTrigger Trigger(LawTable table, int row)
    {
        var participation = table.Text(row, table.Column("participation"));
        return new(
            table.Text(row, table.Column("trigger")),
            Enum.Parse<KnownBy>(table.Text(row, table.Column("known")), ignoreCase: true),
            PerformanceCategories.Of(table.Text(row, table.Column("category"))) ?? throw new LawDataException($"'{table.Name}', row {row + 1}: unknown category."),
            Enum.Parse<VoidedBy>(table.Text(row, table.Column("voided")), ignoreCase: true),
            string.Equals(participation, "individual", StringComparison.Ordinal),
            string.Equals(participation, "group", StringComparison.Ordinal),
            string.Equals(participation, "apmEntity", StringComparison.Ordinal),
            table.Text(row, table.Column("source")));
    }
}
