using Microsoft.AspNetCore.Identity;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Keeps what ASP.NET Core Identity needs to know of a person in our own store.</summary>
/// <param name="store">The store.</param>
/// <param name="secrets">Protects the keys of authenticators: the store alone does not tell them.</param>
internal sealed partial class PersonStore(PortalStore store, PersonSecrets secrets) :
    IUserPasswordStore<PortalUser>,
    IUserSecurityStampStore<PortalUser>,
    IUserLockoutStore<PortalUser>,
    IUserTwoFactorStore<PortalUser>,
    IUserAuthenticatorKeyStore<PortalUser>,
    IUserTwoFactorRecoveryCodeStore<PortalUser>
{
    private const char Between = ';';

    private static readonly IdentityErrorDescriber Errors = new();

    public Task<string> GetUserIdAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Person.Id);

    public Task<string?> GetUserNameAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Person.UserName);

    public Task SetUserNameAsync(PortalUser user, string? userName, CancellationToken cancellationToken) => Set(user, user.Person with { UserName = userName ?? "" });

    public Task<string?> GetNormalizedUserNameAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Person.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(PortalUser user, string? normalizedName, CancellationToken cancellationToken) => Set(user, user.Person with { NormalizedUserName = normalizedName ?? "" });

    public async Task<IdentityResult> CreateAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if (await store.People.Add(user.Person, cancellationToken) is not { } added)
        {
            return IdentityResult.Failed(Errors.DuplicateUserName(user.Person.UserName));
        }

        user.Person = added;
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if (await store.People.Change(user.Person, cancellationToken) is not { } changed)
        {
            return IdentityResult.Failed(Errors.ConcurrencyFailure());
        }

        user.Person = changed;
        return IdentityResult.Success;
    }

    /// <summary>Nobody is deleted: the audit log names people.</summary>
    public Task<IdentityResult> DeleteAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Failed(Errors.DefaultError()));

    public async Task<PortalUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Of(await store.People.ById(userId, cancellationToken));

    public async Task<PortalUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Of(await store.People.ByName(normalizedUserName, cancellationToken));

    public Task SetPasswordHashAsync(PortalUser user, string? passwordHash, CancellationToken cancellationToken) => Set(user, user.Person with { PasswordHash = passwordHash });

    public Task<string?> GetPasswordHashAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Person.PasswordHash);

    public Task<bool> HasPasswordAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Person.PasswordHash is not null);

    public Task SetSecurityStampAsync(PortalUser user, string stamp, CancellationToken cancellationToken) => Set(user, user.Person with { SecurityStamp = stamp });

    public Task<string?> GetSecurityStampAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Person.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Person.LockoutEnd);

    public Task SetLockoutEndDateAsync(PortalUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(user, user.Person with { LockoutEnd = lockoutEnd });

    /// <summary>Counted in the store and not from what was read before: attempts at the same time, at whatever server, all count.</summary>
    public async Task<int> IncrementAccessFailedCountAsync(PortalUser user, CancellationToken cancellationToken)
    {
        user.Person = await store.People.CountFailure(user.Person.Id, cancellationToken) ?? user.Person;
        return user.Person.AccessFailures;
    }

    public Task ResetAccessFailedCountAsync(PortalUser user, CancellationToken cancellationToken) => Set(user, user.Person with { AccessFailures = 0 });

    public Task<int> GetAccessFailedCountAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Person.AccessFailures);

    public Task<bool> GetLockoutEnabledAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Person.LockoutEnabled);

    public Task SetLockoutEnabledAsync(PortalUser user, bool enabled, CancellationToken cancellationToken) => Set(user, user.Person with { LockoutEnabled = enabled });

    public Task SetTwoFactorEnabledAsync(PortalUser user, bool enabled, CancellationToken cancellationToken) => Set(user, user.Person with { TwoFactor = enabled });

    public Task<bool> GetTwoFactorEnabledAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Person.TwoFactor);

    public Task SetAuthenticatorKeyAsync(PortalUser user, string key, CancellationToken cancellationToken) => Set(user, user.Person with { AuthenticatorKey = secrets.Protect(key) });

    public Task<string?> GetAuthenticatorKeyAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(secrets.Read(user.Person.AuthenticatorKey));

    public Task ReplaceCodesAsync(PortalUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(user, user.Person with { RecoveryCodes = string.Join(Between, recoveryCodes.Select(PortalUsers.HashOf)) });

    public async Task<bool> RedeemCodeAsync(PortalUser user, string code, CancellationToken cancellationToken)
    {
        var (codes, hash) = (CodesOf(user), PortalUsers.HashOf(code));
        if (!codes.Contains(hash, StringComparer.Ordinal))
        {
            return false;
        }

        await Set(user, user.Person with { RecoveryCodes = string.Join(Between, codes.Where(one => !string.Equals(one, hash, StringComparison.Ordinal))) });
        return (await UpdateAsync(user, cancellationToken)).Succeeded;
    }

    public Task<int> CountCodesAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(CodesOf(user).Length);

    public void Dispose()
    {
    }

    private static PortalUser? Of(Person? person) => person is null ? null : new(person);

    private static string[] CodesOf(PortalUser user) => (user.Person.RecoveryCodes ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);

    private static Task Set(PortalUser user, Person changed)
    {
        user.Person = changed;
        return Task.CompletedTask;
    }
}
