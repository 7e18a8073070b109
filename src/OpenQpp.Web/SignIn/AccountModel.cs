using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>What the page of one's own account shows.</summary>
/// <param name="Name">User name, or the name that the provider gives.</param>
/// <param name="SessionId">The session that asks.</param>
/// <param name="Sessions">All sessions that stand.</param>
/// <param name="Notices">What happened since the person last looked.</param>
/// <param name="Passkeys">The passkeys.</param>
public sealed record AccountModel(string Name, string SessionId, IReadOnlyList<PersonSession> Sessions, IReadOnlyList<AccountNotice> Notices, IReadOnlyList<Passkey> Passkeys)
{
    /// <summary>By which whoever runs the portal names the person to a command.</summary>
    public string Id { get; init; } = "";

    /// <summary>The person signs in at a provider.</summary>
    public bool IsOfProvider { get; init; }

    /// <summary>The person has a password here.</summary>
    public bool HasPassword { get; init; }

    /// <summary>An authenticator app is set up.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>The person proved not long ago who they are.</summary>
    public bool IsFresh { get; init; }
}
