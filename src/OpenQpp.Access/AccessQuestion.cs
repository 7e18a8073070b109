using OpenQpp.Vocabulary;

namespace OpenQpp.Access;

/// <summary>May this person see this?</summary>
/// <param name="Viewer">Who is signed in; null for nobody.</param>
/// <param name="Year">The performance year; null where the address names none.</param>
/// <param name="Resource">What is asked for.</param>
/// <param name="Kind">The kind of owner that the address names.</param>
/// <param name="Owner">Facts about the owner; null where there is no such owner.</param>
public sealed record AccessQuestion(Viewer? Viewer, PerformanceYear? Year, Resource Resource, OwnerKind Kind, OwnerFacts? Owner)
{
    /// <summary>A question about an owner that exists.</summary>
    /// <param name="viewer">Who is signed in; null for nobody.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="resource">What is asked for.</param>
    /// <param name="owner">Facts about the owner.</param>
    public AccessQuestion(Viewer? viewer, PerformanceYear? year, Resource resource, OwnerFacts owner)
        : this(viewer, year, resource, owner.Owner.Kind, owner)
    {
    }

    /// <summary>A question about the portal itself.</summary>
    /// <param name="viewer">Who is signed in; null for nobody.</param>
    /// <param name="resource">What is asked for.</param>
    public AccessQuestion(Viewer? viewer, Resource resource)
        : this(viewer, null, resource, OwnerFacts.Portal)
    {
    }
}
