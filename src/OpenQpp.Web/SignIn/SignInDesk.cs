using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Every sign-in, by whatever means, begins a session in the store; the one before it in the same browser ends.</summary>
internal sealed class SignInDesk(
    UserManager<PortalUser> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<PortalUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalUser> confirmation,
    SessionDesk desk,
    PortalStore store) : SignInManager<PortalUser>(users, http, claims, options, logger, schemes, confirmation)
{
    /// <summary>The claim of a sign-in that says by what means: one word.</summary>
    public const string Means = "means";

    private const string Methods = "amr";
    private const string MultipleFactors = "mfa";

    public override async Task SignInWithClaimsAsync(PortalUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var said = additionalClaims.ToList();
        var before = Context.Features.Get<PersonSession>();
        var isSame = before is not null && string.Equals(before.PersonId, user.Person.Id, StringComparison.Ordinal);
        var isStrong = said.Exists(claim => claim.Type == Methods && claim.Value == MultipleFactors) || (isSame && said.Count == 0 && before!.IsStrong);
        var means = said.Find(claim => claim.Type == Means)?.Value ?? (isSame ? before!.Means : "password");
        if (before is not null)
        {
            await store.Sessions.End(before.PersonId, before.Id, Context.RequestAborted);
        }

        var session = await desk.Begin(user.Person, means, isStrong, Context);
        Context.Features.Set(session);
        await base.SignInWithClaimsAsync(user, new AuthenticationProperties { IsPersistent = false }, [new(SessionDesk.Claim, session.Id)]);
    }

    /// <summary>Signs somebody in who has proven who they are.</summary>
    /// <param name="user">The person.</param>
    /// <param name="means">How: one word.</param>
    /// <param name="isStrong">With two factors.</param>
    public Task SignInBy(PortalUser user, string means, bool isStrong) =>
        SignInWithClaimsAsync(user, null, isStrong ? [new(Means, means), new(Methods, MultipleFactors)] : [new(Means, means)]);

    public override async Task SignOutAsync()
    {
        if (Context.Features.Get<PersonSession>() is { } session)
        {
            await store.Sessions.End(session.PersonId, session.Id, Context.RequestAborted);
        }

        await base.SignOutAsync();
    }

    /// <summary>The codes of two factors are proven: the sign-in is strong.</summary>
    /// <param name="user">The person.</param>
    /// <param name="code">The code of the authenticator.</param>
    public Task<bool> IsCode(PortalUser user, string code) => UserManager.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code);
}
