namespace OpenQpp.Vocabulary;

/// <summary>What a subgroup takes from its affiliated group (414.1365(d)(3), (e)(2)(ii)).</summary>
/// <param name="MeasurementSets">What CMS computed for the group from claims.</param>
/// <param name="Reweighted">Categories that CMS reweighted for the group.</param>
/// <param name="ComplexPatient">Risk indicators of the group's patients, or null.</param>
public sealed record AffiliatedGroup(MeasurementSet[] MeasurementSets, ReweightedCategory[] Reweighted, ComplexPatient? ComplexPatient);
