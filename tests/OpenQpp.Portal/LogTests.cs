using OpenQpp.Store;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>The server's log names no TIN and no NPI, whatever people type and whatever goes wrong.</summary>
public sealed class LogTests(PortalWorld world)
{
    /// <summary>That keys are not encrypted is told where it matters: in a store that stays, not in the demonstration, before whose address nothing shall stand.</summary>
    [Fact]
    public async Task OnlyTheDemonstrationIsSilentAboutItsKeys()
    {
        const string Warning = "No XML encryptor configured";
        Assert.DoesNotContain(world.Portal.Log.Lines, line => line.Contains(Warning, StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("openqpp-keys-").FullName;
        try
        {
            using var database = StoreDatabase.Open($"Data Source={Path.Combine(folder, "store.db")}");
            new StoreSchema(database).Migrate(DateTimeOffset.UtcNow);
            await using var portal = await RunningPortal.Start(database, world.Book, DemoSignIns.None);
            Assert.Contains(portal.Log.Lines, line => line.Contains(Warning, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task NoIdentifierStandsInTheLog()
    {
        var practice = world.OrganizationOf("manager");
        var tin = (await world.Store.Organizations.ById(practice.Id))!.Identifier;
        var npi = world.Person("clinician").Roles[0].Role.Npi!.Value.Digits;
        var session = await world.As("manager");
        using (await session.Send("/py/2024/feedback", "/py/2024/feedback", ("words", tin)))
        using (await session.Send($"/py/2024/practices/{practice.Id}/details", $"/py/2024/practices/{practice.Id}/details", ("npi", npi)))
        using (await session.Send("/role-request", "/role-request", ("words", tin)))
        using (await session.Send("/role-request", "/role-request/ask", ("npi", npi)))
        using (await session.Send("/lookup", "/lookup", ("npi", npi), ("year", "2024")))
        using (await session.PostBare("/lookup", ("npi", npi)))
        using (await session.Get($"/practices/{tin}/details?npi={npi}"))
        using (await session.Get($"/py/{tin}/practices/{npi}/details"))
        using (var nobody = world.Portal.Nobody())
        {
            for (var attempt = 0; attempt < 6; attempt++)
            {
                using var answer = await nobody.Send("/sign-in", "/sign-in", ("user", npi), ("password", tin));
            }
        }

        var known = await Identifiers.Of(world);
        Assert.Empty(world.Portal.Log.Lines.Where(line => known.In(line).Count > 0));
    }
}
