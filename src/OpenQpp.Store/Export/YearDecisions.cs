using OpenQpp.Access;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>What was elected, registered and granted in the portal for a year, with whom it concerns.</summary>
internal sealed class YearDecisions
{
    private YearDecisions()
    {
    }

    /// <summary>Granted exceptions.</summary>
    public List<(StoredOwner Owner, StoredApplication Application)> Exceptions { get; } = [];

    /// <summary>Opt-ins and voluntary reports.</summary>
    public List<(StoredOwner Owner, Registration Registration)> Elections { get; } = [];

    /// <summary>Partial QPs, and APM Entities of Partial QPs, that take part.</summary>
    public List<StoredOwner> PartialQps { get; } = [];

    /// <summary>Pathways; those of subgroups too.</summary>
    public Dictionary<UnitName, string> Pathways { get; } = [];

    /// <summary>Units that are registered for the survey.</summary>
    public HashSet<UnitName> Surveys { get; } = [];

    /// <summary>Subgroups: TIN, name, NPIs.</summary>
    public List<(string Tin, string Name, string[] Npis)> Subgroups { get; } = [];

    /// <summary>Elections of virtual groups: name, TIN, when.</summary>
    public List<(string Name, string Tin, DateTimeOffset At)> VirtualGroups { get; } = [];

    /// <summary>How many decisions there are.</summary>
    public long Count => Exceptions.Count + Elections.Count + PartialQps.Count + Pathways.Count + Surveys.Count + Subgroups.Count + VirtualGroups.Count;

    /// <summary>Reads those of a year.</summary>
    public static async Task<YearDecisions> Read(StoreDatabase database, PerformanceYear year)
    {
        var (decisions, owners) = (new YearDecisions(), new Owners(database));
        await foreach (var application in new Applications(database).Granted(year))
        {
            decisions.Exceptions.Add((await Named(owners, application.Owner), application));
        }

        await foreach (var registration in new Registrations(database).OfYear(year))
        {
            decisions.Take(await Named(owners, registration.Owner), registration);
        }

        return decisions;
    }

    private static async Task<StoredOwner> Named(Owners owners, OwnerId owner) =>
        await owners.ById(owner) ?? throw new InvalidDataException("The store holds a decision about nobody.");

    private void Take(StoredOwner owner, Registration registration)
    {
        var subgroup = RegistrationKind.Subgroup.Word() + "-";
        if (registration.Kind.StartsWith(subgroup, StringComparison.Ordinal))
        {
            // The pathway, then the NPIs.
            var (name, words) = (registration.Kind[subgroup.Length..], registration.Choice.Split(' '));
            Subgroups.Add((owner.Tin!, name, words[1..]));
            Pathways[new(ParticipationOption.Subgroup, owner.Tin, name)] = words[0];
        }
        else if (string.Equals(registration.Kind, Registration.Election, StringComparison.Ordinal))
        {
            Elections.Add((owner, registration));
        }
        else if (string.Equals(registration.Kind, Registration.PartialQp, StringComparison.Ordinal))
        {
            PartialQps.Add(owner);
        }
        else if (string.Equals(registration.Kind, RegistrationKind.VirtualGroup.Word(), StringComparison.Ordinal))
        {
            VirtualGroups.Add((registration.Choice, owner.Tin!, registration.At));
        }
        else if (string.Equals(registration.Kind, RegistrationKind.Mvp.Word(), StringComparison.Ordinal))
        {
            Pathways[UnitName.Of(owner)] = registration.Choice;
        }
        else
        {
            // The survey, within a pathway or outside.
            Surveys.Add(UnitName.Of(owner));
        }
    }
}
