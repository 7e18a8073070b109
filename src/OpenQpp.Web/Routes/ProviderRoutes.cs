using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Web.Pages.Account;

namespace OpenQpp.Web;

/// <summary>
/// Signing in with an OpenID provider. A person is who the provider's issuer and subject say, and never an e-mail. Somebody new becomes a
/// person without any role, who can ask for one.
/// </summary>
internal static class ProviderRoutes
{
    /// <summary>By what means such a session was begun.</summary>
    public const string Means = "provider";

    private const string Home = "/";
    private const string Done = "/sign-in/provider/done";
    private const string MultipleFactors = "mfa";
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Resource.SignIn, "/sign-in/provider", Begin);
        routes.PortalPage(Resource.SignIn, Done, Finish);
        routes.PortalPage(Resource.SignIn, "/sign-in/provider/agree", Agree, isForm: true);
    }

    /// <summary>The answer of the provider was not what it must be: said in plain words, and why in the log.</summary>
    public static async Task Failed(RemoteFailureContext context)
    {
        var services = context.HttpContext.RequestServices;
        var reason = context.Failure is OpenIdException known ? known.Reason : context.Failure?.InnerException is OpenIdException inner ? inner.Reason : "answer";
        services.GetRequiredService<SecurityLog>().Warn(context.HttpContext, "sign-in-provider", reason);
        await services.GetRequiredService<PortalStore>().Audit.Append(new(services.GetRequiredService<TimeProvider>().GetUtcNow(), null, "sign-in", Resource.SignIn.Word(), "denied") { Detail = $"provider: {reason}" });
        context.Response.Redirect("/sign-in?problem=provider");
        context.HandleResponse();
    }

    /// <summary>Where one signs out at the provider; null where that cannot be done.</summary>
    public static async Task<string?> EndAddress(PortalRequest request)
    {
        if (request.Http.RequestServices.GetService<OpenIdProvider>() is not { } provider)
        {
            return null;
        }

        try
        {
            var metadata = await provider.Metadata(request.Cancellation);
            var fields = new Dictionary<string, string?>(StringComparer.Ordinal) { ["client_id"] = provider.Settings.ClientId };
            if (request.Http.RequestServices.GetRequiredService<PortalSettings>().Address is { } address)
            {
                fields["post_logout_redirect_uri"] = new Uri(address, "/sign-in").AbsoluteUri;
            }

            return string.IsNullOrEmpty(metadata.EndSessionEndpoint) ? null : QueryHelpers.AddQueryString(metadata.EndSessionEndpoint, fields);
        }
        catch (OpenIdException)
        {
            return null;
        }
    }

    private static async Task<IResult> Begin(PortalRequest request)
    {
        var query = request.Http.Request.Query;
        var back = SignInAddress.Safe(query["return"]);
        if (request.Http.RequestServices.GetService<OpenIdProvider>() is not { } provider)
        {
            return Results.LocalRedirect(Home);
        }

        try
        {
            await provider.Metadata(request.Cancellation);
        }
        catch (OpenIdException fault)
        {
            await SignInTold.Tell(request, "failed", null, $"provider: {fault.Reason}");
            return SignInRoutes.Page(request, back, "The sign-in of your organization does not answer. Try again in a while.", "", StatusCodes.Status503ServiceUnavailable);
        }

        var properties = new AuthenticationProperties { RedirectUri = $"{Done}?return={Uri.EscapeDataString(back)}" };
        if (query.ContainsKey(OpenIdHandler.Again))
        {
            properties.Items[OpenIdHandler.Again] = "1";
        }

        return Results.Challenge(properties, [OpenIdOptions.Scheme]);
    }

    private static async Task<IResult> Finish(PortalRequest request)
    {
        var back = SignInAddress.Safe(request.Http.Request.Query["return"]);
        if (await Confirmed(request) is not { } confirmed)
        {
            return Results.LocalRedirect(request.Http.RequestServices.GetService<OpenIdProvider>() is null ? Home : "/sign-in?problem=provider");
        }

        var (issuer, subject) = NamesOf(confirmed);
        return await request.Store.People.ByExternal(issuer, subject, request.Cancellation) is { } person
            ? await Enter(request, person, confirmed, back)
            : new RazorComponentResult<WelcomePage>(new { Name = NameOf(request, confirmed), Return = back });
    }

    /// <summary>Nobody is written down before they agreed to it.</summary>
    private static async Task<IResult> Agree(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var back = SignInAddress.Safe(form["return"]);
        if (await Confirmed(request) is not { } confirmed)
        {
            return Results.LocalRedirect("/sign-in?problem=provider");
        }

        if (form["agree"] != "yes")
        {
            return new RazorComponentResult<WelcomePage>(new { Name = NameOf(request, confirmed), Return = back, Error = "Without your agreement nothing is kept, and there is no account." }) { StatusCode = StatusCodes.Status400BadRequest };
        }

        var (issuer, subject) = NamesOf(confirmed);
        var id = OpaqueId.New();
        var added = await request.Store.People.Add(
            new Person(id, $"provider-{id}", $"PROVIDER-{id.ToUpperInvariant()}-{OpaqueId.New()}") { ExternalIssuer = issuer, ExternalSubject = subject, SecurityStamp = OpaqueId.New(), CreatedAt = request.Now },
            request.Cancellation);
        if (added is not null)
        {
            await request.Store.People.Consent(added.Id, request.Now, request.Cancellation);
        }

        // Two answers at once: the first made the person.
        return (added ?? await request.Store.People.ByExternal(issuer, subject, request.Cancellation)) is { } person ? await Enter(request, person, confirmed, back) : NotFoundPage.Result;
    }

    private static async Task<IResult> Enter(PortalRequest request, Person person, ClaimsPrincipal confirmed, string back)
    {
        var name = NameOf(request, confirmed);
        if (!string.Equals(person.DisplayName, name, StringComparison.Ordinal))
        {
            person = await request.Store.People.Change(person with { DisplayName = name }, request.Cancellation) ?? person;
        }

        await request.Http.SignOutAsync(IdentityConstants.ExternalScheme);
        var settings = request.Http.RequestServices.GetRequiredService<PortalSettings>().OpenId!;
        var isStrong = settings.AlwaysStrong || settings.Acr.Count > 0 || confirmed.HasClaim("amr", MultipleFactors);
        await request.Http.RequestServices.GetRequiredService<SignInDesk>().SignInBy(new(person), Means, isStrong);
        await SignInTold.Tell(request, "done", person.Id);
        return Results.LocalRedirect(back);
    }

    private static async Task<ClaimsPrincipal?> Confirmed(PortalRequest request) =>
        request.Http.RequestServices.GetService<OpenIdProvider>() is not null && await request.Http.AuthenticateAsync(IdentityConstants.ExternalScheme) is { Succeeded: true } result ? result.Principal : null;

    private static (string Issuer, string Subject) NamesOf(ClaimsPrincipal confirmed) =>
        (confirmed.FindFirstValue("iss")!, confirmed.FindFirstValue("sub")!);

    private static string NameOf(PortalRequest request, ClaimsPrincipal confirmed)
    {
        var claim = request.Http.RequestServices.GetRequiredService<PortalSettings>().OpenId!.NameClaim;
        var name = string.Concat((confirmed.FindFirstValue(claim) ?? "").Where(letter => !char.IsControl(letter))).Trim();
        return name.Length is 0 or > LongestName ? "Somebody" : name;
    }
}
