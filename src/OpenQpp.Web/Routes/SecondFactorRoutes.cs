using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpenQpp.Web;

/// <summary>Setting up and removing the authenticator app of one's own account.</summary>
internal static class SecondFactorRoutes
{
    private const int RecoveryCodes = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(AccountRoutes.Own, "/account/second-factor/key", request => AccountRoutes.WhenFresh(request, NewKey), isForm: true);
        routes.PortalPage(AccountRoutes.Own, "/account/second-factor", request => AccountRoutes.WhenFresh(request, ConfirmSecondFactor), isForm: true);
        routes.PortalPage(AccountRoutes.Own, "/account/second-factor/remove", request => AccountRoutes.WhenFresh(request, RemoveSecondFactor), isForm: true);
    }

    /// <summary>A new key, shown once; it holds when a code confirms it. A standing second factor is removed first.</summary>
    private static async Task<IResult> NewKey(PortalRequest request)
    {
        var (manager, user) = (AccountRoutes.Manager(request), await AccountRoutes.UserOf(request));
        if (user.Person.TwoFactor)
        {
            return await AccountRoutes.Page(request, null, ["Remove the second factor first, with a code of it."]);
        }

        await manager.UserManager.ResetAuthenticatorKeyAsync(user);
        await manager.RefreshSignInAsync(user);
        await AccountRoutes.Tell(request, "second-factor-key", "done");
        return await AccountRoutes.Page(request, null, [], await manager.UserManager.GetAuthenticatorKeyAsync(user));
    }

    private static async Task<IResult> ConfirmSecondFactor(PortalRequest request)
    {
        var (manager, user) = (AccountRoutes.Manager(request), await AccountRoutes.UserOf(request));
        if (user.Person.TwoFactor || !await AccountRoutes.IsCode(request, user, await Code(request)))
        {
            await AccountRoutes.Tell(request, "second-factor", "denied");
            return await AccountRoutes.Page(request, null, ["The code is wrong, or its time has passed. Type the one that the app shows now."], user.Person.TwoFactor ? null : await manager.UserManager.GetAuthenticatorKeyAsync(user));
        }

        await manager.UserManager.SetTwoFactorEnabledAsync(user, true);
        var codes = await manager.UserManager.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? [];
        await manager.SignInBy(user, request.Session!.Means, isStrong: true);
        await AccountRoutes.Tell(request, "second-factor", "done");
        return await AccountRoutes.Page(request, "The second factor is set up. Keep these recovery codes: each works once, and they are not shown again.", [], null, [.. codes]);
    }

    private static async Task<IResult> RemoveSecondFactor(PortalRequest request)
    {
        var (manager, user) = (AccountRoutes.Manager(request), await AccountRoutes.UserOf(request));
        var code = await Code(request);
        if (!user.Person.TwoFactor || !(await AccountRoutes.IsCode(request, user, code) || (await manager.UserManager.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded))
        {
            await AccountRoutes.Tell(request, "second-factor-removed", "denied");
            return await AccountRoutes.Page(request, null, ["The code is wrong, or it has been used already."]);
        }

        await manager.UserManager.SetTwoFactorEnabledAsync(user, false);
        await manager.UserManager.ResetAuthenticatorKeyAsync(user);
        await manager.SignInBy(user, request.Session!.Means, isStrong: false);
        await AccountRoutes.Tell(request, "second-factor-removed", "done");
        return await AccountRoutes.Page(request, "The second factor is removed.", []);
    }

    private static async Task<string> Code(PortalRequest request) =>
        (await request.Http.Request.ReadFormAsync(request.Cancellation))["code"].ToString().Replace(" ", "", StringComparison.Ordinal);
}
