namespace OpenQpp.Law;

/// <summary>A group of related measures, or a specialty set with fewer than six, for Eligible Measure Applicability.</summary>
/// <param name="Name">CMS's name.</param>
/// <param name="IsSpecialtySet">A specialty set; else a clinical topic.</param>
/// <param name="Measures">The measures to report.</param>
public sealed record ClinicalCluster(string Name, bool IsSpecialtySet, IReadOnlyList<string> Measures);
