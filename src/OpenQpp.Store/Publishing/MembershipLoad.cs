using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>Publishes who takes part in APM Entities, virtual groups and subgroups.</summary>
/// <param name="input">The folder of the run's input.</param>
/// <param name="load">The run.</param>
/// <param name="notes">The organizations of the nation.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class MembershipLoad(string input, RunLoad load, NationNotes notes, ProblemList problems)
{
    private const int BatchSize = 10_000;
    private const int MostSnapshots = 4;

    private static readonly string[] Columns = ["run_id", "owner_id", "member_id", "list", "owner_kind", "member_kind", "apm_id", "mips_apm", "full_tin", "snapshots"];
    private static readonly string[] SubgroupColumns = ["run_id", "id", "practice_id", "identifier", "name"];

    private readonly Dictionary<(string Entity, string List, ulong Pair), byte> listings = [];
    private readonly Dictionary<string, Entity> entities = new(StringComparer.Ordinal);
    private readonly HashSet<(string Id, string Tin)> virtualGroups = [];
    private readonly HashSet<(string Id, string Tin, string Npi)> subgroups = [];

    private sealed record Entity(string ApmId, bool IsMipsApm)
    {
        public HashSet<string> FullTins { get; } = new(StringComparer.Ordinal);
    }

    private readonly record struct Member(OwnerKind OwnerKind, string OwnerId, OwnerKind Kind, string Id, string List, Entity? Entity, bool? IsFullTin, byte Snapshots);

    /// <summary>Reads the files; rows without usable identifiers, which the run rejected, are passed over.</summary>
    public void Read()
    {
        PublishedCsv.Read(input, MembershipRows.Apm, problems, TakeApm);
        PublishedCsv.Read(input, MembershipRows.VirtualGroups, problems, row =>
        {
            if (row[0] is { } id && row[1] is { } tin && Tin.HasForm(tin))
            {
                notes.Of(OwnerKind.VirtualGroup, id);
                notes.Of(OwnerKind.Practice, tin);
                virtualGroups.Add((id, tin));
            }
        });
        PublishedCsv.Read(input, MembershipRows.Subgroups, problems, row =>
        {
            if (row[0] is { } id && PairKey.Of(row[1] ?? "", row[2] ?? "") is not null)
            {
                subgroups.Add((id, row[1]!, row[2]!));
            }
        });
    }

    /// <summary>Writes what was read.</summary>
    public void Write()
    {
        foreach (var batch in listings.OrderBy(listing => listing.Key.Pair).Chunk(BatchSize))
        {
            load.Do(to => WritePairs(to, batch));
        }

        foreach (var batch in Practices().Chunk(BatchSize))
        {
            load.Do(to => WritePractices(to, batch));
        }

        load.Do(WriteSubgroups);
        foreach (var batch in subgroups.OrderBy(one => one.Tin, StringComparer.Ordinal).Chunk(BatchSize))
        {
            load.Do(to => WriteMembersOfSubgroups(to, batch));
        }
    }

    private void TakeApm(TableRow row)
    {
        if (row[1] is not { } entityId || PairKey.Of(row[6] ?? "", row[7] ?? "") is not { } pair)
        {
            return;
        }

        var organization = notes.Of(OwnerKind.ApmEntity, entityId);
        organization.Model = row[4] ?? organization.Model;
        notes.Of(OwnerKind.Practice, row[6]!);
        if (!entities.TryGetValue(entityId, out var entity))
        {
            entities.Add(entityId, entity = new(row[0] ?? "", row[2] is "Y"));
        }

        if (row[3] is "Y")
        {
            entity.FullTins.Add(row[6]!);
        }

        var key = (entityId, row[5] ?? "", pair);
        listings[key] = (byte)(listings.GetValueOrDefault(key) | row.List(8).Aggregate(0, (bits, snapshot) => bits | (snapshot is ['1' or '2' or '3' or '4'] ? 1 << (snapshot[0] - '1') : 0)));
    }

    /// <summary>A practice takes part in an APM Entity when one of its clinicians does, on all their snapshots together.</summary>
    private IEnumerable<(OwnerKind Kind, string OwnerIdentifier, string Tin, string List, byte Snapshots)> Practices()
    {
        var all = listings.GroupBy(listing => (listing.Key.Entity, listing.Key.List, PairKey.Pair(listing.Key.Pair).Tin), listing => listing.Value)
            .Select(group => (OwnerKind.ApmEntity, group.Key.Entity, group.Key.Tin, group.Key.List, group.Aggregate((bits, more) => (byte)(bits | more))));
        return all.Concat(virtualGroups.Select(member => (OwnerKind.VirtualGroup, member.Id, member.Tin, "", (byte)0)));
    }

    private void WritePairs(LoadBatch batch, KeyValuePair<(string Entity, string List, ulong Pair), byte>[] members)
    {
        var pairs = Array.ConvertAll(members, member => PairKey.Pair(member.Key.Pair));
        var ids = load.Associations(batch, pairs);
        load.Remember(batch, OwnerKind.ApmEntity, members.Select(member => member.Key.Entity));
        Write(batch, members.Select((member, place) => new Member(
            OwnerKind.ApmEntity,
            load.IdOf(OwnerKind.ApmEntity, member.Key.Entity),
            OwnerKind.Clinician,
            ids[StoredOwner.IdentifierOf(pairs[place].Tin, pairs[place].Npi)],
            member.Key.List,
            entities[member.Key.Entity],
            entities[member.Key.Entity].FullTins.Contains(pairs[place].Tin),
            member.Value)));
    }

    private void WritePractices(LoadBatch batch, (OwnerKind Kind, string OwnerIdentifier, string Tin, string List, byte Snapshots)[] members)
    {
        load.Remember(batch, OwnerKind.Practice, members.Select(member => member.Tin));
        foreach (var kind in members.GroupBy(member => member.Kind))
        {
            load.Remember(batch, kind.Key, kind.Select(member => member.OwnerIdentifier));
        }

        Write(batch, members.Select(member => new Member(
            member.Kind,
            load.IdOf(member.Kind, member.OwnerIdentifier),
            OwnerKind.Practice,
            load.IdOf(OwnerKind.Practice, member.Tin),
            member.List,
            entities.GetValueOrDefault(member.OwnerIdentifier),
            member.Kind == OwnerKind.ApmEntity ? entities[member.OwnerIdentifier].FullTins.Contains(member.Tin) : null,
            member.Snapshots)));
    }

    private void WriteSubgroups(LoadBatch batch)
    {
        var all = subgroups.Select(member => (member.Tin, member.Id)).Distinct().ToArray();
        var ids = load.Subgroups(batch, all);
        batch.Load("subgroup", SubgroupColumns, all, (to, subgroup) =>
        {
            to.Whole(load.RunId);
            to.Text(ids[StoredOwner.IdentifierOf(subgroup.Tin, subgroup.Id)]);
            to.Text(load.IdOf(OwnerKind.Practice, subgroup.Tin));
            to.Text(subgroup.Id);
            to.Text(notes.SubgroupNames.GetValueOrDefault(subgroup.Id) is { Length: > 0 } name ? name : null);
        });
    }

    private void WriteMembersOfSubgroups(LoadBatch batch, (string Id, string Tin, string Npi)[] members)
    {
        var ids = load.Associations(batch, Array.ConvertAll(members, member => (member.Tin, member.Npi)));
        var groups = load.Subgroups(batch, Array.ConvertAll(members, member => (member.Tin, member.Id)));
        Write(batch, members.Select(member => new Member(
            OwnerKind.Subgroup,
            groups[StoredOwner.IdentifierOf(member.Tin, member.Id)],
            OwnerKind.Clinician,
            ids[StoredOwner.IdentifierOf(member.Tin, member.Npi)],
            "",
            Entity: null,
            IsFullTin: null,
            0)));
    }

    private void Write(LoadBatch batch, IEnumerable<Member> members) => batch.Load("participation", Columns, members, (to, member) =>
    {
        to.Whole(load.RunId);
        to.Text(member.OwnerId);
        to.Text(member.Id);
        to.Text(member.List);
        to.Text(member.OwnerKind.Word());
        to.Text(member.Kind.Word());
        var entity = member.OwnerKind == OwnerKind.ApmEntity ? member.Entity : null;
        to.Text(entity?.ApmId);
        to.Flag(entity?.IsMipsApm);
        to.Flag(member.IsFullTin);
        to.Text(entity is null ? null : string.Join(';', Enumerable.Range(0, MostSnapshots).Where(bit => (member.Snapshots & (1 << bit)) != 0).Select(bit => $"{bit + 1}")));
    });
}
