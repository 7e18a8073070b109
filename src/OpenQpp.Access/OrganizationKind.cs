namespace OpenQpp.Access;

/// <summary>A kind of organization in which roles are held.</summary>
public enum OrganizationKind
{
    /// <summary>A practice: one TIN, a solo practitioner's included.</summary>
    Practice,

    /// <summary>An APM Entity.</summary>
    ApmEntity,

    /// <summary>A virtual group.</summary>
    VirtualGroup,

    /// <summary>A qualified registry, a QCDR or another submitter of data.</summary>
    Registry,
}
