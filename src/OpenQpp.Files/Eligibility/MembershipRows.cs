using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads who belongs to APM Entities, virtual groups and subgroups.</summary>
/// <param name="facts">Takes the facts.</param>
/// <param name="allowSynthetic">A wrong check digit in an NPI is accepted.</param>
internal sealed class MembershipRows(EligibilityFacts facts, bool allowSynthetic)
{
    private const int FirstAgreement = 3;

    private static readonly string[] Models = ["sharedSavingsProgram", "webInterface", "other"];

    private readonly HashSet<(string, string)> virtualGroups = [];
    private readonly HashSet<(string, string)> subgroups = [];

    public static TableColumns Apm { get; } = new("apm.csv", "apm", "apm_id", "entity_id", "mips_apm", "full_tin", "model", "list", "tin", "npi", "snapshots");

    public static TableColumns VirtualGroups { get; } =
        new("virtual-groups.csv", "virtualGroups", ["virtual_group_id", "tin", "elected_at", .. AgreementCheck.Numbers.Select(number => $"agreement_{number}")]);

    public static TableColumns Subgroups { get; } = new("subgroups.csv", "subgroups", "subgroup_id", "tin", "npi");

    public void TakeApm(TableRow row)
    {
        row.Required(8);
        if (row[4] is { } model && !Models.Contains(model, StringComparer.Ordinal))
        {
            row.Problem(ProblemCode.UNKNOWN_WORD, 4, $"'{ShownText.Of(model)}' is not one of the words that may stand here: {string.Join(", ", Models)}.");
        }

        row.Required(5);
        facts.Apm.Add(new(row.Required(0), row.Required(1), row.Tin(6), row.Npi(7, allowSynthetic))
        {
            IsMipsApm = row.Flag(2) ?? false,
            IsFullTin = row.Flag(3) ?? false,
            Model = row[4],
            List = row.Word<ApmList>(5, List, "participation, affiliated") ?? ApmList.Participation,
            Snapshots = Snapshots(row),
        });
    }

    public void TakeVirtualGroup(TableRow row)
    {
        var (id, tin) = (row.Required(0), row.Tin(1));
        if (!virtualGroups.Add((id, tin)))
        {
            row.Problem(ProblemCode.DUPLICATE_ROW, 1, "The TIN stands twice in the virtual group. Keep one row.");
        }

        facts.VirtualGroups.Add(new(id, tin, row.Time(2), [.. Enumerable.Range(FirstAgreement, AgreementCheck.Count).Select(row.Flag)], row.Place));
    }

    public void TakeSubgroup(TableRow row)
    {
        var (id, tin, npi) = (row.Required(0), row.Tin(1), row.Npi(2, allowSynthetic));
        if (!subgroups.Add((tin, npi)))
        {
            row.Problem(ProblemCode.DUPLICATE_ROW, 2, "The clinician stands twice in subgroups of the TIN; there is one subgroup for a TIN/NPI. Keep one row.");
        }

        facts.Subgroups.Add(new(id, tin, npi));
    }

    private static ApmList? List(string word) => word switch
    {
        "participation" => ApmList.Participation,
        "affiliated" => ApmList.Affiliated,
        _ => null,
    };

    private static List<int> Snapshots(TableRow row)
    {
        var snapshots = new List<int>();
        foreach (var text in row.List(8))
        {
            if (text is ['1' or '2' or '3' or '4'])
            {
                snapshots.Add(text[0] - '0');
            }
            else
            {
                row.Problem(ProblemCode.UNKNOWN_WORD, 8, $"'{ShownText.Of(text)}' is no snapshot: 1 is 31 March, 2 30 June, 3 31 August, 4 31 December. Join several with ';'.");
            }
        }

        return snapshots;
    }
}
