using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Something that happened to an account, told to its owner at the next visit.</summary>
/// <param name="At">When.</param>
/// <param name="Words">What, one sentence.</param>
public sealed record AccountNotice(DateTimeOffset At, string Words)
{
    private const int Most = 20;

    private static readonly Dictionary<(string Action, string Outcome), string> Sentences = new()
    {
        [("change-password", "done")] = "The password was changed.",
        [("change-password", "denied")] = "Somebody tried to change the password with a wrong one.",
        [("second-factor", "done")] = "A second factor was set up.",
        [("second-factor-removed", "done")] = "The second factor was removed.",
        [("second-factor-removed", "denied")] = "Somebody tried to remove the second factor with a wrong code.",
        [("passkey-added", "done")] = "A passkey was added.",
        [("passkey-removed", "done")] = "A passkey was removed.",
        [("end-sessions", "done")] = "All sessions were ended.",
        [("code-used-again", "denied")] = "A code of the authenticator app was used a second time and refused. Somebody may have seen it.",
        [("sign-in", "denied")] = "A sign-in failed.",
        [("sign-in", "locked")] = "The account was locked after too many wrong attempts.",
        [("sign-in", "code-denied")] = "Somebody tried a wrong code to choose a password.",
        [("sign-in", "password-chosen")] = "A password was chosen with a code.",
        [("invite", "done")] = "Whoever runs this portal made a code with which a password can be chosen.",
    };

    /// <summary>What happened to somebody's account since they last looked, the newest first.</summary>
    /// <param name="store">The store.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<AccountNotice>> For(PortalStore store, Person person, CancellationToken cancellation) =>
    [
        .. (await store.Audit.OfPersonSince(person.Id, person.NoticesReadAt ?? person.CreatedAt, Sentences.Keys.Select(key => key.Action).Distinct(StringComparer.Ordinal), cancellation))
            .Where(entry => Sentences.ContainsKey((entry.Action, entry.Outcome)))
            .Take(Most)
            .Select(entry => new AccountNotice(entry.At, Sentences[(entry.Action, entry.Outcome)])),
    ];
}
