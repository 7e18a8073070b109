using OpenQpp.Access;

namespace OpenQpp.AccessMatrix;

/// <summary>
/// The table of who may see what, copied row by row from the published descriptions of the portal (2024 feedback FAQs,
/// Appendix C) and not from the product's matrix. A row that speaks of several kinds of owner stands once for each.
/// </summary>
internal static class Published
{
    private static readonly string[][] Rows =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "published.tsv")).Skip(1).Select(line => line.Split('\t'))];

    private static readonly Dictionary<(string Resource, string Owner), string[]> Cells = Rows.ToDictionary(row => (row[1], row[2]));

    /// <summary>Every resource and kind of owner of the table.</summary>
    public static IEnumerable<(string Resource, string Owner)> All => Cells.Keys;

    /// <summary>What the table says of a column where the holder of the role stands in a relation to the owner.</summary>
    public static bool Says(Resource resource, OwnerKind owner, RoleColumn column, Relation relation, int year, bool condition)
    {
        if (!Exists(owner, year))
        {
            return false;
        }

        // R6: in 2017 participants of a Shared Savings Program ACO saw its feedback.
        if (year == 2017 && resource == Resource.ApmFeedback && relation == Relation.Member && Place(column) == 3)
        {
            return condition;
        }

        if (resource == Resource.RoleRequest)
        {
            return owner == OwnerKind.Portal && column != RoleColumn.Public;
        }

        return Cells.TryGetValue((resource.Word(), owner.Word()), out var row)
            && (relation == Relation.Own || owner == OwnerKind.Portal)
            && (row[10] == "-" || condition)
            && row[Place(column)] switch
            {
                "Y" or "own" => true,
                "SO" => column is RoleColumn.PracticeOfficial or RoleColumn.ApmOfficial or RoleColumn.VirtualGroupOfficial or RoleColumn.RegistryOfficial,
                _ => false,
            };
    }

    /// <summary>Virtual groups begin with 2018, subgroups with 2023.</summary>
    public static bool Exists(OwnerKind owner, int year) => year is >= 2017 and <= 2026 && owner switch
    {
        OwnerKind.VirtualGroup => year >= 2018,
        OwnerKind.Subgroup => year >= 2023,
        _ => true,
    };

    private static int Place(RoleColumn column) => column switch
    {
        RoleColumn.PracticeOfficial or RoleColumn.PracticeStaff => 3,
        RoleColumn.ApmOfficial or RoleColumn.ApmStaff => 4,
        RoleColumn.VirtualGroupOfficial or RoleColumn.VirtualGroupStaff => 5,
        RoleColumn.Clinician => 6,
        RoleColumn.RegistryOfficial or RoleColumn.RegistryStaff => 7,
        RoleColumn.Reviewer => 9,
        _ => 8,
    };
}
