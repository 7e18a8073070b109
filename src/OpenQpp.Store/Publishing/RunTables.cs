namespace OpenQpp.Store;

/// <summary>The tables whose rows belong to a run.</summary>
internal static class RunTables
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["organization_year", "subgroup", "clinician", "participation", "score", "result", "assignment", "eligibility", "mvp_average"];
}
