using System.Collections.Frozen;
using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The Promoting Interoperability measures of one year, exclusions and levels of engagement included.</summary>
public sealed class InteroperabilityCatalogue
{
    private static readonly int Roles = Enum.GetValues<InteroperabilityRole>().Length;

    private readonly InteroperabilityMeasure[] all;
    private readonly FrozenDictionary<string, InteroperabilityMeasure> byId;
    private readonly InteroperabilityMeasure[][] byRole;
    private readonly InteroperabilityMeasure[] full;
    private readonly InteroperabilityMeasure[] transition;
    private readonly Redistribution[] redistributions;

    /// <summary>The measures of one year.</summary>
    /// <param name="published">CMS's table <c>cms/promoting-interoperability</c>.</param>
    /// <param name="own">Our table <c>promoting-interoperability</c>: parts and points.</param>
    /// <param name="moves">The table <c>promoting-interoperability-redistribution</c>, or null where the year has none.</param>
    public InteroperabilityCatalogue(LawTable published, LawTable own, LawTable? moves)
    {
        all = Read(published, own);
        byId = all.ToFrozenDictionary(measure => measure.Id, StringComparer.Ordinal);
        Link(published, own);
        byRole = [.. Enumerable.Range(0, Roles).Select(role => Array.FindAll(all, measure => (int)measure.Role == role))];
        full = Array.FindAll(all, measure => measure.Set is InteroperabilitySet.Full or InteroperabilitySet.Both);
        transition = Array.FindAll(all, measure => measure.Set is InteroperabilitySet.Transition or InteroperabilitySet.Both);
        redistributions = moves is null ? [] : ReadMoves(moves);
    }

    /// <summary>All measures, by id.</summary>
    public InteroperabilityMeasure[] All => all;

    /// <summary>Where the points of excluded measures go, in order.</summary>
    public ReadOnlySpan<Redistribution> Redistributions => redistributions;

    /// <summary>A measure, or null where the year has none of that id.</summary>
    /// <param name="id">The measure id.</param>
    public InteroperabilityMeasure? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The measures that play a part, by id.</summary>
    /// <param name="role">The part.</param>
    public ReadOnlySpan<InteroperabilityMeasure> Of(InteroperabilityRole role) => byRole[(int)role];

    /// <summary>The measures of a set of 2017 and 2018, by id.</summary>
    /// <param name="set">The full or the transition set.</param>
    public IReadOnlyList<InteroperabilityMeasure> In(InteroperabilitySet set) => set == InteroperabilitySet.Full ? full : transition;

    private static InteroperabilityMeasure[] Read(LawTable published, LawTable own)
    {
        var ownRows = RowsOf(own);
        var exclusions = ownRows.Values.SelectMany(row => own.List(row, own.Column("exclusion"))).ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, published.Rows).OrderBy(row => published.Text(row, published.Column("measure")), StringComparer.Ordinal).ToArray();
        var measures = new InteroperabilityMeasure[rows.Length];
        for (var ordinal = 0; ordinal < rows.Length; ordinal++)
        {
            var row = rows[ordinal];
            var id = published.Text(row, published.Column("measure"));
            var hasOwn = ownRows.TryGetValue(id, out var ownRow);
            if (!hasOwn && !exclusions.Contains(id))
            {
                throw new LawDataException($"{id} plays no part in '{own.Name}'.");
            }

            measures[ordinal] = new(
                ordinal,
                id,
                published.Text(row, published.Column("title")),
                string.Equals(published.Text(row, published.Column("metric")), "proportion", StringComparison.Ordinal),
                hasOwn ? Enum.Parse<InteroperabilityRole>(own.Text(ownRow, own.Column("role")), ignoreCase: true) : InteroperabilityRole.Exclusion,
                !hasOwn || own.IsNothing(ownRow, own.Column("set")) ? InteroperabilitySet.One : Enum.Parse<InteroperabilitySet>(own.Text(ownRow, own.Column("set")), ignoreCase: true),
                PointsOf(id, hasOwn ? ownRow : null, own),
                published.IsNothing(row, published.Column("programs")) ? null : published.List(row, published.Column("programs")));
        }

        return measures;
    }

    private static Finding PointsOf(string id, int? row, LawTable own) =>
        Finding.Published(
            new("points of the measure", Unit.Points, row is { } at ? own.Text(at, own.Column("source")) : "414.1380(b)(4)(ii)(A)", "{s} is worth {v} points"),
            row is { } known ? own.Number(known, own.Column("points")) : 0m,
            id);

    private void Link(LawTable published, LawTable own)
    {
        var (ownRows, publishedRows) = (RowsOf(own), RowsOf(published));
        foreach (var measure in all)
        {
            measure.Exclusions = ownRows.TryGetValue(measure.Id, out var row) ? Named(own.List(row, own.Column("exclusion")), measure.Id) : [];
            measure.Substitutes = Named(published.List(publishedRows[measure.Id], published.Column("substitutes")), measure.Id);
            measure.SecondRegistry = Find($"{measure.Id}_MULTI");
            measure.BeforeProduction = Find($"{measure.Id}_PRE");
            measure.InProduction = Find($"{measure.Id}_PROD");
        }
    }

    private InteroperabilityMeasure[] Named(string[] ids, string of) =>
        Array.ConvertAll(ids, id => Find(id) ?? throw new LawDataException($"{of} names {id}, which is not in the year's list."));

    private static Dictionary<string, int> RowsOf(LawTable table) =>
        Enumerable.Range(0, table.Rows).ToDictionary(row => table.Text(row, table.Column("measure")), StringComparer.Ordinal);

    private static Redistribution[] ReadMoves(LawTable table) =>
        [.. Enumerable.Range(0, table.Rows)
            .GroupBy(row => Enum.Parse<InteroperabilityRole>(table.Text(row, table.Column("from")), ignoreCase: true))
            .Select(rows => new Redistribution(rows.Key, [.. rows.Select(row => new RedistributedShare(
                Enum.Parse<InteroperabilityRole>(table.Text(row, table.Column("to")), ignoreCase: true),
                string.Equals(table.Text(row, table.Column("share")), "half", StringComparison.Ordinal),
                table.Text(row, table.Column("source"))))]))];
}
