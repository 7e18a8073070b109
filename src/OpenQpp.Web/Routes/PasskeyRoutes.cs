using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>Passkeys: adding, naming and removing one's own, and signing in with one. A script of ours asks the browser; all else works without.</summary>
internal static class PasskeyRoutes
{
    private const int LongestName = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Resource.SignIn, "/sign-in/passkey/options", request => Local(request, Request), isForm: true);
        routes.PortalPage(Resource.SignIn, "/sign-in/passkey", request => Local(request, SignIn), isForm: true);
        routes.PortalPage(AccountRoutes.Own, "/account/passkeys/options", request => AccountRoutes.WhenFresh(request, Creation), isForm: true);
        routes.PortalPage(AccountRoutes.Own, "/account/passkeys", request => AccountRoutes.WhenFresh(request, Add), isForm: true);
        routes.PortalPage(AccountRoutes.Own, "/account/passkeys/rename", request => AccountRoutes.WhenFresh(request, Rename), isForm: true);
        routes.PortalPage(AccountRoutes.Own, "/account/passkeys/remove", request => AccountRoutes.WhenFresh(request, Remove), isForm: true);
    }

    /// <summary>Passkeys belong to the accounts of this portal.</summary>
    private static Task<IResult> Local(PortalRequest request, Func<PortalRequest, Task<IResult>> answer) =>
        request.Http.RequestServices.GetRequiredService<PortalSettings>().LocalAccounts ? answer(request) : Task.FromResult(NotFoundPage.Result);

    private static async Task<IResult> Request(PortalRequest request) =>
        Results.Text(await AccountRoutes.Manager(request).MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> SignIn(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var manager = AccountRoutes.Manager(request);
        var result = await Checked(() => manager.PerformPasskeyAssertionAsync(form["credential"].ToString()));
        var user = result is { Succeeded: true } ? result.User : null;
        if (user is null || await manager.UserManager.IsLockedOutAsync(user))
        {
            await SignInTold.Tell(request, "denied", user?.Person.Id, "passkey");
            return SignInRoutes.Page(request, SignInAddress.Safe(form["return"]), "The passkey was not taken. Try again, or sign in with the password.", "");
        }

        await manager.UserManager.AddOrUpdatePasskeyAsync(user, result!.Passkey!);
        await request.Store.Passkeys.Used(System.Buffers.Text.Base64Url.EncodeToString(result.Passkey!.CredentialId), request.Now, request.Cancellation);
        await manager.SignInBy(user, "passkey", isStrong: true);
        await SignInTold.Tell(request, "done", user.Person.Id, "passkey");
        return Results.LocalRedirect(SignInAddress.Safe(form["return"]));
    }

    private static async Task<IResult> Creation(PortalRequest request)
    {
        var person = request.Someone;
        return person.ExternalIssuer is not null ? NotFoundPage.Result
            : Results.Text(await AccountRoutes.Manager(request).MakePasskeyCreationOptionsAsync(new() { Id = person.Id, Name = person.UserName, DisplayName = person.DisplayName ?? person.UserName }), "application/json");
    }

    private static async Task<IResult> Add(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (manager, user) = (AccountRoutes.Manager(request), await AccountRoutes.UserOf(request));
        var result = await Checked(() => manager.PerformPasskeyAttestationAsync(form["credential"].ToString()));
        if (result is not { Succeeded: true } || user.Person.ExternalIssuer is not null)
        {
            await AccountRoutes.Tell(request, "passkey-added", "denied");
            return await AccountRoutes.Page(request, null, ["The passkey was not taken. Try again."]);
        }

        result.Passkey!.Name = NameOf(form);
        await manager.UserManager.AddOrUpdatePasskeyAsync(user, result.Passkey);
        await AccountRoutes.Tell(request, "passkey-added", "done");
        return await AccountRoutes.Page(request, "The passkey is added. You can sign in with it.", []);
    }

    private static async Task<IResult> Rename(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var isThere = await request.Store.Passkeys.Rename(request.Someone.Id, form["passkey"].ToString(), NameOf(form), request.Cancellation);
        await AccountRoutes.Tell(request, "passkey-renamed", isThere ? "done" : "refused");
        return isThere ? await AccountRoutes.Page(request, "The passkey has the new name.", []) : NotFoundPage.Result;
    }

    private static async Task<IResult> Remove(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var isThere = await request.Store.Passkeys.Remove(request.Someone.Id, form["passkey"].ToString(), request.Cancellation);
        await AccountRoutes.Tell(request, "passkey-removed", isThere ? "done" : "refused");
        if (!isThere)
        {
            return NotFoundPage.Result;
        }

        // Whoever signed in with it is out: the stamp changes, this session goes on under the new one.
        var (manager, user) = (AccountRoutes.Manager(request), await AccountRoutes.UserOf(request));
        await manager.UserManager.UpdateSecurityStampAsync(user);
        await manager.RefreshSignInAsync(user);
        return await AccountRoutes.Page(request, "The passkey is removed. Your other sessions have ended.", []);
    }

    /// <summary>What is no answer to our question at all is a refusal like any other.</summary>
    private static async Task<T?> Checked<T>(Func<Task<T>> check)
        where T : class
    {
        try
        {
            return await check();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string NameOf(IFormCollection form)
    {
        var name = string.Concat(form["name"].ToString().Where(letter => !char.IsControl(letter))).Trim();
        return name.Length is 0 or > LongestName ? "Passkey" : name;
    }
}
