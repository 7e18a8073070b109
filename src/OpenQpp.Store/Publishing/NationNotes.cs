using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>What is held of a nation while it is published: its organizations, and the type of each clinician. All else passes by in batches.</summary>
/// <param name="input">The folder of the run's input.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class NationNotes(string input, ProblemList problems)
{
    private readonly Dictionary<ulong, byte> types = [];
    private readonly List<string> words = [];

    /// <summary>Organizations by kind and identifier.</summary>
    public Dictionary<(OwnerKind Kind, string Identifier), OrganizationNotes> Organizations { get; } = [];

    /// <summary>Names of subgroups, by their id.</summary>
    public Dictionary<string, string> SubgroupNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the files of organizations and clinicians.</summary>
    public void Read()
    {
        PublishedCsv.Read(input, EligibilityRows.Tables[1], problems, row =>
        {
            var notes = Of(OwnerKind.Practice, row.Tin(0));
            (notes.Name, notes.State, notes.Zip) = (row[1], row[3], row[4]);
        });
        PublishedCsv.Read(input, EligibilityRows.Tables[0], problems, TakeClinician);
        PublishedCsv.Read(input, PublishedCsv.Organizations, problems, TakeOrganization);
    }

    /// <summary>The notes of an organization, new ones where there are none.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="identifier">Its identifier.</param>
    public OrganizationNotes Of(OwnerKind kind, string identifier)
    {
        if (!Organizations.TryGetValue((kind, identifier), out var notes))
        {
            Organizations.Add((kind, identifier), notes = new());
        }

        return notes;
    }

    /// <summary>The type of a clinician; null for who did not bill under the TIN in the year.</summary>
    /// <param name="tin">The TIN.</param>
    /// <param name="npi">The NPI.</param>
    public string? TypeOf(string tin, string npi) => PairKey.Of(tin, npi) is { } key && types.TryGetValue(key, out var word) ? words[word] : null;

    private void TakeClinician(TableRow row)
    {
        // A row without usable identifiers, and the second of a pair, the run rejected.
        if (PairKey.Of(row[0] ?? "", row[1] ?? "") is not { } key || !types.TryAdd(key, WordOf(row[2] ?? "")))
        {
            return;
        }

        var practice = Of(OwnerKind.Practice, row[0]!);
        practice.Clinicians = (practice.Clinicians ?? 0) + 1;
    }

    private byte WordOf(string type)
    {
        var place = words.IndexOf(type);
        if (place < 0 && words.Count < byte.MaxValue)
        {
            place = words.Count;
            words.Add(type);
        }

        return (byte)Math.Max(place, 0);
    }

    private void TakeOrganization(TableRow row)
    {
        var identifier = row.Required(1);
        if (string.Equals(row[0], "subgroup", StringComparison.Ordinal))
        {
            SubgroupNames[identifier] = row[2] ?? "";
            return;
        }

        row.Required(0);
        if (row.Word(0, KindOf, "practice, apm-entity, virtual-group, registry, subgroup") is not { } kind || identifier.Length == 0)
        {
            return;
        }

        if (kind == OwnerKind.Practice && !Tin.HasForm(identifier))
        {
            row.Problem(ProblemCode.TIN_FORM, 1, "A practice is named by its TIN, nine digits. Give all nine as text.");
            return;
        }

        var notes = Of(kind, identifier);
        (notes.Name, notes.Address, notes.Model) = (row[2] ?? notes.Name, row[3], row[4]);
    }

    private static OwnerKind? KindOf(string word) => word switch
    {
        "practice" => OwnerKind.Practice,
        "apm-entity" => OwnerKind.ApmEntity,
        "virtual-group" => OwnerKind.VirtualGroup,
        "registry" => OwnerKind.Registry,
        _ => null,
    };
}
