namespace OpenQpp.Law;

/// <summary>The weight of an activity (2017 to 2024).</summary>
public enum ActivityWeight
{
    /// <summary>No weight: the medical home attestation, and all activities from 2025 on.</summary>
    None,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}

/// <summary>An improvement activity in one year.</summary>
/// <param name="Id">The activity id, for example <c>IA_EPA_1</c>.</param>
/// <param name="Title">The official title.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Programs">Programs under which it counts; null where CMS published none.</param>
public sealed record ImprovementActivity(string Id, string Title, ActivityWeight Weight, string[]? Programs);
