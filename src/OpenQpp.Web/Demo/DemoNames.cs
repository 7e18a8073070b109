namespace OpenQpp.Web;

/// <summary>Made-up names, the same for the same identifier.</summary>
internal static class DemoNames
{
    private static readonly string[] Last = ["Abbott", "Barlow", "Castellan", "Drummond", "Ellery", "Farrow", "Garland", "Hollis", "Ibarra", "Jessup", "Kestrel", "Lockwood", "Marlowe", "Norwood", "Okafor", "Pemberton", "Quimby", "Rowan", "Sandoval", "Thackery", "Underhill", "Vasquez", "Whitlock", "Yarrow", "Zeller"];
    private static readonly string[] First = ["Ada", "Bruno", "Clara", "Dmitri", "Elena", "Felix", "Grace", "Hugo", "Ines", "Jonas", "Kira", "Leon", "Mara", "Nils", "Odette", "Pavel", "Rosa", "Simon", "Tessa", "Umar", "Vera", "Wanda", "Xenia", "Yusuf", "Zora"];
    private static readonly string[] Specialties = ["Family practice", "Internal medicine", "Cardiology", "Orthopedic surgery", "Ophthalmology", "Dermatology", "Physical therapy", "Nurse practitioner", "Anesthesiology", "General surgery"];
    private static readonly string[] Places = ["Cedar Hill", "Elm Street", "Harbor View", "Stony Brook", "Maple Grove", "North Fork", "Silver Lake", "Oak Ridge", "Pine Valley", "Sunrise", "Meadow Lane", "Granite Falls", "Willow Creek", "Bayside", "Mill River", "Red Rock", "Clearwater", "Summit", "Lakeshore", "Fox Hollow"];
    private static readonly string[] Kinds = ["Family Medicine", "Medical Group", "Associates", "Clinic", "Health Partners", "Physicians"];

    public static string LastName(string npi) => Of(Last, npi, 0);

    public static string FirstName(string npi) => Of(First, npi, 3);

    public static string Specialty(string npi) => Of(Specialties, npi, 5);

    public static string Practice(string tin) => $"{Of(Places, tin, 0)} {Of(Kinds, tin, 7)}";

    public static string Aco(string id) => $"{Of(Places, id, 2)} Accountable Care";

    public static string VirtualGroup(string id) => $"{Of(Places, id, 4)} Virtual Group";

    public static string Registry(string id) => $"{Of(Places, id, 6)} Clinical Registry";

    /// <summary>One of several, by a sum over the identifier.</summary>
    private static string Of(string[] names, string identifier, int shift)
    {
        var sum = shift;
        foreach (var letter in identifier)
        {
            sum = ((sum * 31) + letter) % 1_000_003;
        }

        return names[sum % names.Length];
    }
}
