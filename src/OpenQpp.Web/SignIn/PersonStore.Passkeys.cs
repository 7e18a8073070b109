using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Passkeys of a person.</summary>
internal sealed partial class PersonStore : IUserPasskeyStore<PortalUser>
{
    public Task AddOrUpdatePasskeyAsync(PortalUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var body = new PasskeyBody(passkey.PublicKey, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson);
        return store.Passkeys.Put(new(Base64Url.EncodeToString(passkey.CredentialId), user.Person.Id, passkey.Name, passkey.CreatedAt, passkey.SignCount, JsonSerializer.SerializeToUtf8Bytes(body)), cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PortalUser user, CancellationToken cancellationToken) =>
        [.. (await store.Passkeys.OfPerson(user.Person.Id, cancellationToken)).Select(InfoOf)];

    public async Task<PortalUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await store.Passkeys.ById(Base64Url.EncodeToString(credentialId), cancellationToken) is { } passkey ? await FindByIdAsync(passkey.PersonId, cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        await store.Passkeys.ById(Base64Url.EncodeToString(credentialId), cancellationToken) is { } passkey && string.Equals(passkey.PersonId, user.Person.Id, StringComparison.Ordinal) ? InfoOf(passkey) : null;

    public Task RemovePasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        store.Passkeys.Remove(user.Person.Id, Base64Url.EncodeToString(credentialId), cancellationToken);

    private static UserPasskeyInfo InfoOf(Passkey passkey)
    {
        var body = JsonSerializer.Deserialize<PasskeyBody>(passkey.Body)!;
        return new(
            Base64Url.DecodeFromChars(passkey.CredentialId),
            body.PublicKey,
            passkey.CreatedAt,
            checked((uint)passkey.SignCount),
            body.Transports,
            body.IsUserVerified,
            body.IsBackupEligible,
            body.IsBackedUp,
            body.AttestationObject,
            body.ClientDataJson)
        {
            Name = passkey.Name,
        };
    }

    private sealed record PasskeyBody(byte[] PublicKey, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] AttestationObject, byte[] ClientDataJson);
}
