using System.Net;
using OpenQpp.Access;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>A Security Official lets somebody in.</summary>
internal sealed class AccessDecisionDrill : IDrill
{
    private string role = "";

    public string Name => "an access decision";

    public async Task Begin(DrillWorld world, int time) => role = await Asked(world, $"asker-{time}");

    public async Task<bool> Act(DrillWorld world)
    {
        var page = $"/practices/{world.OrganizationOf("manager").Id}/access-requests";
        using var decided = await (await world.As("manager")).Send(page, $"{page}/decide", ("role", role), ("decision", "approve"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        return true;
    }

    public async Task<bool> IsDone(DrillWorld world) => (await world.Store.Roles.ById(role))!.State == RoleState.Approved;

    /// <summary>Somebody new who asks for a role; the answer is the id of the role.</summary>
    public static async Task<string> Asked(DrillWorld world, string user)
    {
        var now = DateTimeOffset.UtcNow;
        var person = (await world.Store.People.Add(new(OpaqueId.New(), user, user.ToUpperInvariant()) { SecurityStamp = OpaqueId.New(), CreatedAt = now }))!;
        return (await world.Store.Roles.Request(person.Id, HeldRole.StaffOf(world.OrganizationOf("manager")), now, new(now, person.Id, "request-role", Resource.AccessRequests.Word(), "done")))!;
    }
}
