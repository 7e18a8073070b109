using Xunit;

namespace OpenQpp.Portal;

/// <summary>All links as each person: none leads nowhere, and no address carries an identifier.</summary>
public sealed class LinkTests(PortalWorld world)
{
    public static TheoryData<string> Users => ["", "manager", "subgroups", "facility", "aco", "aco-staff", "virtual-group", "registry", "clinician", "three-roles", "newcomer", "removed", "reviewer"];

    [Theory]
    [MemberData(nameof(Users))]
    public async Task EveryLinkLeadsSomewhereAndNoAddressCarriesAnIdentifier(string user)
    {
        var walk = await Walk.From(await world.As(user), user.Length == 0 ? "/sign-in" : "/");
        var known = await Identifiers.Of(world);
        Assert.Empty(walk.Addresses.Keys.Where(address => known.In(address).Count > 0));
        Assert.True(walk.Dead.Count == 0, string.Join(Environment.NewLine, walk.Dead.Distinct()));
        Assert.True(walk.Pages.Count > 1);
        // Passkeys need a script: a file of ours, on these pages alone.
        Assert.All(walk.Pages, page => Assert.DoesNotContain("<script", IsAboutPasskeys(page.Key) ? page.Value.Replace("<script src=\"/assets/", "", StringComparison.Ordinal) : page.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAboutPasskeys(string address) => address.StartsWith("/account", StringComparison.Ordinal) || address.StartsWith("/sign-in", StringComparison.Ordinal);
}
