using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.People;

namespace OpenQpp.Web;

/// <summary>Who gets in: requests, decisions of the Security Official, removal, and the log of what was seen.</summary>
internal static class AccessRoutes
{
    private const int Rows = 50;

    private static readonly OwnerKind[] Organizations = [OwnerKind.Practice, OwnerKind.ApmEntity, OwnerKind.VirtualGroup, OwnerKind.Registry];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Resource.RoleRequest, "/role-request", RoleRequest);
        routes.PortalPage(Resource.RoleRequest, "/role-request", RoleRequest, isForm: true);
        routes.PortalPage(Resource.RoleRequest, "/role-request/ask", Ask, isForm: true);
        routes.PortalPage(Resource.ManageAccess, "/manage-access", ManageAccess);
        foreach (var kind in Organizations)
        {
            routes.OrganizationPageAndInterface(kind, Resource.AccessRequests, Members);
            routes.OrganizationPage(kind, Resource.AccessRequests, "/decide", Decide, isForm: true);
            routes.OrganizationPageAndInterface(kind, Resource.AuditLog, Log);
        }
    }

    /// <summary>The person's own requests, and a search for the organization in which to ask for a role.</summary>
    private static async Task<IResult> RoleRequest(PortalRequest request) => await RoleRequestPage(request, null);

    private static async Task<IResult> RoleRequestPage(PortalRequest request, string? message)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var form = HttpMethods.IsPost(request.Http.Request.Method) ? await request.Http.Request.ReadFormAsync(cancellation) : null;
        var words = form?["words"].ToString().Trim() ?? "";
        var found = new List<Organization>();
        if (words.Length >= 3)
        {
            foreach (var kind in Enum.GetValues<OrganizationKind>())
            {
                found.AddRange((await store.Organizations.Search(kind, words, PageOf.Number(1, 10), cancellation)).Rows);
            }
        }

        var own = await store.Roles.OfPerson(request.Someone.Id, cancellation);
        return new RazorComponentResult<RoleRequestPage>(new { Words = words, Found = found, Own = await Named(store, own, cancellation), Message = message });
    }

    private static async Task<IResult> Ask(PortalRequest request)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var form = await request.Http.Request.ReadFormAsync(cancellation);
        if (await RoleAsked(store, form, cancellation) is not { } role)
        {
            return await RoleRequestPage(request, "Choose an organization and a role, or give an NPI of ten digits.");
        }

        var entry = request.Entry("request-role", "done") with { LogOrganizationId = role.Organization?.Id };
        return await RoleRequestPage(request, await store.Roles.Request(request.Someone.Id, role, request.Now, entry, cancellation) is null
            ? "You hold this role already, or have asked for it."
            : "Your request was sent. The Security Official of the organization decides on it.");
    }

    private static async Task<HeldRole?> RoleAsked(PortalStore store, IFormCollection form, CancellationToken cancellation)
    {
        var (npi, id) = (form["npi"].ToString().Trim(), form["organization"].ToString());
        if (npi.Length > 0)
        {
            return Npi.HasForm(npi) && Npi.IsSound(npi) ? HeldRole.ClinicianOf(Npi.Of(npi)) : null;
        }

        return !OpaqueId.HasForm(id) || await store.Organizations.ById(id, cancellation) is not { } organization ? null
            : form["role"] == "security-official" ? HeldRole.SecurityOfficialOf(organization.Id)
            : HeldRole.StaffOf(organization.Id);
    }

    private static async Task<IResult> ManageAccess(PortalRequest request)
    {
        var store = request.Store;
        var officialOf = request.Viewer!.Roles.Where(role => role.Kind == RoleKind.SecurityOfficial).Select(role => role.Organization!.Value.Id).ToHashSet(StringComparer.Ordinal);
        var organizations = (await store.Organizations.OfPerson(request.Someone.Id, request.Cancellation)).Where(organization => officialOf.Contains(organization.Id.Id)).ToArray();
        return new RazorComponentResult<ManageAccessPage>(new { Organizations = (IReadOnlyList<Organization>)organizations });
    }

    private static async Task<IResult> Members(PortalRequest request)
    {
        var store = request.Store;
        var roles = await store.Roles.OfOrganization(request.Owner.Id, null, request.Cancellation);
        var named = await Named(store, roles, request.Cancellation);
        return request.Route.IsInterface ? Results.Json(new { Roles = named.Select(Shapes.Role).ToArray() }) : new RazorComponentResult<MembersPage>(new
        {
            Organization = (await store.Organizations.ById(request.Owner.Id, request.Cancellation))!,
            Roles = named,
            Self = request.Someone.Id,
        });
    }

    /// <summary>Approve, deny or remove: effective at the next request of the person.</summary>
    private static async Task<IResult> Decide(PortalRequest request)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var form = await request.Http.Request.ReadFormAsync(cancellation);
        var role = await store.Roles.ById(form["role"].ToString(), cancellation);
        var (from, to, action) = form["decision"].ToString() switch
        {
            "approve" => (RoleState.Requested, RoleState.Approved, "approve-role"),
            "deny" => (RoleState.Requested, RoleState.Denied, "deny-role"),
            "remove" => (RoleState.Approved, RoleState.Removed, "remove-role"),
            _ => (RoleState.Denied, RoleState.Denied, ""),
        };
        if (action.Length == 0 || role?.Role.Organization?.Id != request.Owner.Id)
        {
            return NotFoundPage.Result;
        }

        await store.Roles.Decide(role.Id, from, to, request.Someone.Id, request.Now, request.Entry(action, "done") with { Detail = role.PersonId }, cancellation);
        return Results.LocalRedirect($"/{request.Owner.Kind.Word()}/{request.Owner.Id}/{Resource.AccessRequests.Word()}");
    }

    private static async Task<IResult> Log(PortalRequest request)
    {
        var store = request.Store;
        var number = request.Http.Request.PageNumber();
        var page = await store.Audit.OfOrganization(request.Owner.Id, PageOf.Number(number, Rows), request.Cancellation);
        var people = (await store.People.ByIds(page.Rows.Select(entry => entry.PersonId).OfType<string>().Distinct(StringComparer.Ordinal), request.Cancellation)).ToDictionary(person => person.Id, person => person.DisplayName ?? person.UserName, StringComparer.Ordinal);
        return request.Route.IsInterface ? Results.Json(Shapes.Rows(page, entry => Shapes.Entry(entry, people))) : new RazorComponentResult<AuditLogPage>(new
        {
            Organization = (await store.Organizations.ById(request.Owner.Id, request.Cancellation))!,
            Entries = page,
            Names = people,
            PageNumber = number,
            PageSize = Rows,
        });
    }

    private static async Task<IReadOnlyList<NamedRole>> Named(PortalStore store, IReadOnlyList<StoredRole> roles, CancellationToken cancellation)
    {
        var people = (await store.People.ByIds(roles.Select(role => role.PersonId).Distinct(StringComparer.Ordinal), cancellation)).ToDictionary(person => person.Id, StringComparer.Ordinal);
        var named = new List<NamedRole>();
        foreach (var role in roles)
        {
            var organization = role.Role.Organization is { } id ? await store.Organizations.ById(id.Id, cancellation) : null;
            named.Add(new(role, people.GetValueOrDefault(role.PersonId)?.DisplayName ?? people.GetValueOrDefault(role.PersonId)?.UserName ?? "", organization?.Name ?? (role.Role.Npi is null ? "" : "Clinician")));
        }

        return named;
    }
}
