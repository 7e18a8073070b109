using System.Net;
using System.Text.Json;
using OpenQpp.Access;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Programs get what pages and files show, by the same rights, and nothing else. Who gets what is asked in <see cref="CellTests"/>.</summary>
public sealed class InterfaceTests(PortalWorld world)
{
    private const int Year = 2024;

    [Fact]
    public void EverythingThatHasAPageOrAFileHasAnInterface()
    {
        var interfaces = DeclaredRoute.All.Where(route => route.Declared.IsInterface).Select(route => (route.Declared.Resource, route.Declared.Kind)).ToHashSet();
        var missing = from route in DeclaredRoute.All
                      where route.Declared is { IsInterface: false, Method: "GET" } && route.Declared.Kind != OwnerKind.Portal && !interfaces.Contains((route.Declared.Resource, route.Declared.Kind))
                      select route.ToString();
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("manager", "practices", "payment-adjustment", "connected-clinician-list", "submissions", "supplemental-cost-report")]
    [InlineData("aco", "apm-entities", "payment-adjustment", "apm-participant-list", "submissions")]
    [InlineData("virtual-group", "virtual-groups", "payment-adjustment", "virtual-group-participant-list", "submissions")]
    public async Task TheRowsOfAFileAreThoseOfItsInterface(string user, string kind, params string[] resources)
    {
        var (session, at) = (await world.As(user), $"/py/{Year}/{kind}/{world.OrganizationOf(user).Id}/");
        foreach (var resource in resources)
        {
            var file = await CsvTable.Of(session, $"{at}{resource}.csv");
            using var json = await Json(session, at + resource);
            var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToArray();
            Assert.NotEmpty(rows);
            Assert.Equal(
                file.Rows.Select(row => string.Join('|', row.Select((cell, place) => $"{file.Header[place]}={Bare(cell)}"))),
                rows.Select(row => string.Join('|', row.EnumerateObject().Select(cell => $"{cell.Name}={cell.Value.GetString()}"))));
        }
    }

    /// <summary>A hidden row of a practice holds neither score, source nor adjustment, and does not name the payer.</summary>
    [Theory]
    [InlineData("manager")]
    [InlineData("subgroups")]
    [InlineData("facility")]
    public async Task DetailsHoldTheRowsOfThePage(string user)
    {
        var (session, at) = (await world.As(user), $"/py/{Year}/practices/{world.OrganizationOf(user).Id}/details");
        var page = HtmlPage.Rows(await session.Text(at));
        using var json = await Json(session, at);
        var rows = json.RootElement.GetProperty("connectedClinicians").GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(page.Select(row => row[1]), rows.Select(row => row.GetProperty("npi").GetString()));
        foreach (var (shown, row) in page.Zip(rows))
        {
            var isHidden = shown[3] == ScoreVisibility.ReasonCode;
            Assert.Equal(isHidden, row.GetProperty("reason").GetString() == ScoreVisibility.ReasonCode);
            Assert.True(!isHidden || Array.TrueForAll(["finalScore", "participationOption", "reportingOption", "totalPaymentAdjustmentPercent"], name => row.GetProperty(name).ValueKind == JsonValueKind.Null));
            Assert.True(isHidden || shown[2] == Web.Display.Score(row.GetProperty("finalScore").ValueKind == JsonValueKind.Null ? null : row.GetProperty("finalScore").GetDecimal()));
        }
    }

    /// <summary>A program begins with the year; every address that it is told opens, and stands in the description.</summary>
    [Theory]
    [InlineData("manager", 1)]
    [InlineData("three-roles", 3)]
    [InlineData("clinician", 1)]
    [InlineData("aco", 1)]
    [InlineData("registry", 1)]
    public async Task EveryAddressThatIsToldOpens(string user, int least)
    {
        var session = await world.As(user);
        using var json = await Json(session, $"/py/{Year}/owners");
        var owners = json.RootElement.GetProperty("owners").EnumerateArray().ToArray();
        Assert.True(owners.Length >= least);
        foreach (var address in owners.SelectMany(owner => owner.GetProperty("addresses").EnumerateObject()).Select(address => address.Value.GetString()!))
        {
            using var answer = await session.Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType!.MediaType == "application/json", address);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), new() { MaxDepth = 512 });
            Assert.Equal(JsonValueKind.Object, body.RootElement.ValueKind);
        }
    }

    [Fact]
    public async Task TheDescriptionHasEveryInterfaceAndNoOther()
    {
        using var document = JsonDocument.Parse(await (await world.As("")).Text("/openapi.json"));
        Assert.Equal("3.1.0", document.RootElement.GetProperty("openapi").GetString());
        Assert.Equal(
            DeclaredRoute.All.Where(route => route.Declared.IsInterface).Select(route => route.Pattern.Replace("{year:int}", "{year}", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        var operations = document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Value.GetProperty("get").GetProperty("operationId").GetString()).ToArray();
        Assert.Equal(operations.Length, operations.Distinct().Count());
    }

    /// <summary>What is another's and what is nobody's answer with the same bytes; nobody signed in is told so, whatever was named.</summary>
    [Fact]
    public async Task WhatIsNotOnesOwnAnswersAsIfItWereNotThere()
    {
        var (session, nobody) = (await world.As("manager"), await world.As(""));
        var other = world.OrganizationOf("subgroups").Id;
        foreach (var resource in (string[])["details", "payment-adjustment", "items-and-services", "targeted-review", "reports"])
        {
            var (foreign, unknown) = ($"/api/portal/py/{Year}/practices/{other}/{resource}", $"/api/portal/py/{Year}/practices/AAAAAAAAAAAAAAAAAAAAAA/{resource}");
            using var first = await session.Get(foreign);
            using var second = await session.Get(unknown);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (first.StatusCode, second.StatusCode));
            Assert.Equal(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            using var signedOut = await nobody.Get(foreign);
            Assert.Equal(HttpStatusCode.Unauthorized, signedOut.StatusCode);
        }

        var log = (await world.Store.Audit.OfOrganization(other, new(0, 50), TestContext.Current.CancellationToken)).Rows;
        Assert.Contains(log, entry => entry is { Action: "view", Outcome: "denied", Resource: "items-and-services" } && entry.PersonId == world.Person("manager").Id);
    }

    private static string Bare(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    private static async Task<JsonDocument> Json(Session session, string path) => JsonDocument.Parse(await session.Text("/api/portal" + path), new() { MaxDepth = 512 });
}
