using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>Checks codes of an authenticator app: those of now, of the step before and of the step after, and each once.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The time.</param>
internal sealed class AuthenticatorCodes(PortalStore store, TimeProvider clock) : IUserTwoFactorTokenProvider<PortalUser>
{
    private const int StepsBeside = 1;

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<PortalUser> manager, PortalUser user) => !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>The app makes them, not we.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<PortalUser> manager, PortalUser user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<PortalUser> manager, PortalUser user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            return false;
        }

        var now = OneTimeCode.StepAt(clock.GetUtcNow());
        for (var step = now - StepsBeside; step <= now + StepsBeside; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(OneTimeCode.Of(key, step)), Encoding.UTF8.GetBytes(token)))
            {
                return await IsFirst(user, step);
            }
        }

        return false;
    }

    /// <summary>A code that was taken before may have been seen by somebody: it is refused, and the person is told.</summary>
    private async Task<bool> IsFirst(PortalUser user, long step)
    {
        if (await store.People.TakeCode(user.Person.Id, step))
        {
            return true;
        }

        await store.Audit.Append(new(clock.GetUtcNow(), user.Person.Id, "code-used-again", Resource.SignIn.Word(), "denied"));
        return false;
    }
}
