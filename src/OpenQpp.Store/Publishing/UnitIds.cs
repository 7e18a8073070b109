using OpenQpp.Access;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>The ids of units of all kinds.</summary>
internal static class UnitIds
{
    /// <summary>The ids of units, in their order.</summary>
    /// <param name="load">The run.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="units">The units.</param>
    public static string[] Of(RunLoad load, LoadBatch batch, IReadOnlyList<UnitKey> units)
    {
        var associations = load.Associations(batch, [.. At(ParticipationOption.Individual).Select(unit => (unit.Tin, unit.Id))]);
        var subgroups = load.Subgroups(batch, [.. At(ParticipationOption.Subgroup).Select(unit => (unit.Tin, unit.Id))]);
        load.Remember(batch, OwnerKind.Practice, At(ParticipationOption.Group).Select(unit => unit.Tin));
        load.Remember(batch, OwnerKind.VirtualGroup, At(ParticipationOption.VirtualGroup).Select(unit => unit.Id));
        load.Remember(batch, OwnerKind.ApmEntity, At(ParticipationOption.ApmEntity).Select(unit => unit.Id));
        return
        [
            .. units.Select(unit => unit.Level switch
            {
                ParticipationOption.Individual => associations[StoredOwner.IdentifierOf(unit.Tin, unit.Id)],
                ParticipationOption.Group => load.IdOf(OwnerKind.Practice, unit.Tin),
                ParticipationOption.Subgroup => subgroups[StoredOwner.IdentifierOf(unit.Tin, unit.Id)],
                ParticipationOption.VirtualGroup => load.IdOf(OwnerKind.VirtualGroup, unit.Id),
                _ => load.IdOf(OwnerKind.ApmEntity, unit.Id),
            }),
        ];

        IEnumerable<UnitKey> At(ParticipationOption level) => units.Where(unit => unit.Level == level);
    }
}
