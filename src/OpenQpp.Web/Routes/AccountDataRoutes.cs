using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Web.Pages.Account;

namespace OpenQpp.Web;

/// <summary>What is kept about oneself: read about it, save it, end it.</summary>
internal static class AccountDataRoutes
{
    private const int RowsOfAPage = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Resource.Help, "/privacy", _ => Task.FromResult<IResult>(new RazorComponentResult<PrivacyPage>()));
        routes.PortalFile(AccountRoutes.Own, "/account/data.json", Data);
        routes.PortalPage(AccountRoutes.Own, "/account/close", request => AccountRoutes.WhenFresh(request, Close), isForm: true);
    }

    /// <summary>All of it but secrets: hashes and keys say nothing about the person.</summary>
    private static async Task<IResult> Data(PortalRequest request)
    {
        var (store, person, cancellation) = (request.Store, request.Someone, request.Cancellation);
        var log = new List<AuditEntry>();
        while (await store.Audit.OfPerson(person.Id, new(log.Count, RowsOfAPage), cancellation) is { Rows: { Count: > 0 } rows })
        {
            log.AddRange(rows);
        }

        await AccountRoutes.Tell(request, "save-own-data", "done");
        request.Http.Response.Headers.ContentDisposition = "attachment; filename=\"account.json\"";
        return Results.Json(new
        {
            person.Id,
            person.UserName,
            person.DisplayName,
            person.ExternalIssuer,
            person.ExternalSubject,
            person.TwoFactor,
            person.CreatedAt,
            person.ConsentedAt,
            roles = (await store.Roles.OfPerson(person.Id, cancellation)).Select(role => new { role = role.Role.Column().Word(), organization = role.Role.Organization?.Id, state = role.State.ToString(), role.RequestedAt, role.DecidedAt }),
            sessions = (await store.Sessions.OfPerson(person.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, cancellation)).Select(session => new { session.Means, session.Device, session.CreatedAt, session.SeenAt }),
            passkeys = (await store.Passkeys.OfPerson(person.Id, cancellation)).Select(passkey => new { passkey.Name, passkey.CreatedAt, passkey.UsedAt, passkey.SignCount }),
            log = log.Select(entry => new { entry.At, entry.Action, entry.Resource, entry.Year, entry.OwnerId, entry.Role, entry.Outcome, entry.Detail }),
        });
    }

    private static async Task<IResult> Close(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        if (form["close"] != "yes")
        {
            return await AccountRoutes.Page(request, null, ["Nothing was closed: the box was not ticked."]);
        }

        await AccountRoutes.Manager(request).SignOutAsync();
        await request.Store.People.Close(request.Someone.Id, request.Now, request.Entry("close-account", "done"), request.Cancellation);
        request.Http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Results.LocalRedirect("/sign-in");
    }
}
