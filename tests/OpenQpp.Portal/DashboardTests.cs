using System.Net;
using System.Text;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>R4: a registry sees what it sent itself, and nothing else.</summary>
public sealed class DashboardTests(PortalWorld world)
{
    private const string Activity = "IA_EPA_1";

    [Fact]
    public async Task ACaseIsRefusedWithEveryProblemOrKeptWithItsPoints()
    {
        var registry = world.OrganizationOf("registry");
        var practice = world.OrganizationOf("subgroups");
        var tin = (await world.Store.Owners.ById(practice.Owner))!.Tin!;
        var (session, other) = (await world.As("registry"), await world.As("registry-staff"));
        var dashboard = $"/py/2024/registries/{registry.Id}/dashboard";
        using (var refused = await session.Upload(dashboard, dashboard, "case", ("case.json", Case(tin, "IA_NONE_1", "registryy"))))
        {
            var text = await refused.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("UNKNOWN_WORD", text, StringComparison.Ordinal);
        }

        using var kept = await session.Upload(dashboard, dashboard, "case", ("case.json", Case(tin, Activity, "registry")));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        var page = kept.Headers.Location!.OriginalString;
        Assert.Contains(Activity, await session.Text(page), StringComparison.Ordinal);
        foreach (var path in (string[])[page, dashboard])
        {
            using var foreign = await other.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        var file = await session.Text($"/py/2024/practices/{practice.Id}/submissions.csv");
        Assert.Contains(Activity, file, StringComparison.Ordinal);
        Assert.Single(file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => line.Contains("IA_", StringComparison.Ordinal));
    }

    private static byte[] Case(string tin, string activity, string method) => Encoding.UTF8.GetBytes(
        $$"""
        {"performanceYear":2024,"entityType":"group","taxpayerIdentificationNumber":"{{tin}}","measurementSets":[
          {"category":"ia","submissionMethod":"{{method}}","performanceStart":"2024-01-01","performanceEnd":"2024-12-31","measurements":[{"measureId":"{{activity}}","value":true}]}]}
        """);
}
