namespace OpenQpp.Access;

/// <summary>The answer to a question of access.</summary>
public enum AccessAnswer
{
    /// <summary>May see it.</summary>
    Granted,

    /// <summary>To be answered exactly as if it did not exist.</summary>
    NotFound,

    /// <summary>Nobody is signed in: a page redirects to the sign-in whatever it names, an interface answers 401.</summary>
    NotSignedIn,
}

/// <summary>Why something was not granted: for the audit log, never for the person who asked.</summary>
public enum DenialReason
{
    /// <summary>The kind of owner has no such resource in that year, or nothing is recorded of the year.</summary>
    NotInYear,

    /// <summary>There is no such owner.</summary>
    NoSuchOwner,

    /// <summary>No approved role is held.</summary>
    NoApprovedRole,

    /// <summary>No role held gives the right.</summary>
    NoRight,
}

/// <summary>Whether a question is granted, by which roles, or why not.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Grants">The rights by which it is granted, the closest relation first; empty unless granted.</param>
/// <param name="Reason">Why not; null when granted or when nobody is signed in.</param>
public sealed record AccessDecision(AccessAnswer Answer, IReadOnlyList<Grant> Grants, DenialReason? Reason)
{
    private static readonly AccessDecision NotSignedIn = new(AccessAnswer.NotSignedIn, [], null);

    /// <summary>Whether it is granted.</summary>
    public bool IsGranted => Answer == AccessAnswer.Granted;

    /// <summary>The right to name in the audit log: the first one.</summary>
    public Grant? By => Grants.Count > 0 ? Grants[0] : null;

    /// <summary>The decision. Every handler asks it first.</summary>
    /// <param name="question">The question.</param>
    public static AccessDecision For(AccessQuestion question)
    {
        var lines = Matrix.LinesOf(question.Year, question.Resource, question.Kind);
        if (lines.Count == 0)
        {
            return Denied(DenialReason.NotInYear);
        }

        var grants = question.Owner is { } owner && owner.Owner.Kind == question.Kind
            ? VisibleOwners.For(question.Viewer, question.Year, question.Resource, question.Kind).Grants(owner).ToArray()
            : [];
        return grants.Length > 0 ? new(AccessAnswer.Granted, grants, null)
            : question.Viewer is not { } viewer ? NotSignedIn
            : question.Owner is null ? Denied(DenialReason.NoSuchOwner)
            : Denied(viewer.Roles.Count == 0 ? DenialReason.NoApprovedRole : DenialReason.NoRight);
    }

    private static AccessDecision Denied(DenialReason reason) => new(AccessAnswer.NotFound, [], reason);
}
