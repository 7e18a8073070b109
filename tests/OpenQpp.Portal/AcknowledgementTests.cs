using System.Net;
using OpenQpp.Access;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Once for each person and year, before the first page of feedback, and without script.</summary>
public sealed class AcknowledgementTests(PortalWorld world)
{
    private const string Question = "I understand that these scores can change";

    [Fact]
    public async Task ItIsAskedOnceForEachPersonAndYearAndLeadsOn()
    {
        var practice = world.OrganizationOf("manager");
        await world.Admit("first-visit", acknowledges: false, HeldRole.StaffOf(practice));
        var session = await world.As("first-visit");
        string[] pages = ["/py/2024/feedback", $"/py/2024/practices/{practice.Id}/details", $"/py/2024/practices/{practice.Id}/group-feedback/quality?version=1"];
        foreach (var page in pages)
        {
            Assert.Contains(Question, await session.Text(page), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<script", await session.Text(pages[2]), StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"value=\"{pages[2]}\"", await session.Text(pages[2]), StringComparison.Ordinal);
        using (var answer = await session.Send(pages[2], "/py/2024/acknowledgement", ("return", pages[2])))
        {
            Assert.Equal((HttpStatusCode.Redirect, pages[2]), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        foreach (var page in pages)
        {
            Assert.DoesNotContain(Question, await session.Text(page), StringComparison.Ordinal);
        }

        Assert.Contains(Question, await session.Text("/py/2020/feedback"), StringComparison.Ordinal);
        using var again = await world.Portal.SignedIn("first-visit", world.Demo.Password);
        Assert.DoesNotContain(Question, await again.Text(pages[0]), StringComparison.Ordinal);
        Assert.DoesNotContain(Question, await (await world.As("staff")).Text(pages[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    [InlineData("javascript:alert(1)")]
    public async Task ItLeadsNowhereElse(string address)
    {
        var session = await world.As("staff");
        using var answer = await session.Send("/py/2024/feedback", "/py/2024/acknowledgement", ("return", address));
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }
}
