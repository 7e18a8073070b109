using System.Net;
using OpenQpp.Access;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>A reviewer takes a request up and grants it.</summary>
internal sealed class ReviewDecisionDrill : IDrill
{
    private string id = "";
    private bool isTakenUp;

    public string Name => "a review decision";

    public async Task Begin(DrillWorld world, int time) => (id, isTakenUp) = (await Submitted(world, $"decide {time}"), false);

    public async Task<bool> Act(DrillWorld world)
    {
        var (address, reviewer) = (AddressOf(world, id), await world.As("reviewer"));
        if ((await world.Store.Reviews.ById(id))!.State == "submitted")
        {
            using var taken = await reviewer.Send(address, $"{address}/decide", ("action", "takeUp"));
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
            isTakenUp = true;
        }

        using var granted = await reviewer.Send(address, $"{address}/decide", ("action", "approve"), ("changed", "yes"), ("words", "It is so."));
        Assert.Equal(HttpStatusCode.Redirect, granted.StatusCode);
        return true;
    }

    public async Task<bool> IsDone(DrillWorld world)
    {
        var review = (await world.Store.Reviews.ById(id))!;
        Assert.True(review.State != "submitted" || !isTakenUp, "a step is lost");
        return review.State == "approved";
    }

    /// <summary>Where a request stands.</summary>
    public static string AddressOf(DrillWorld world, string id) => $"/py/{DrillWorlds.Year}/practices/{world.OrganizationOf("facility").Id}/targeted-review/{id}";

    /// <summary>A request that was sent; the answer is its id.</summary>
    public static async Task<string> Submitted(DrillWorld world, string words)
    {
        var (reviews, now, person, practice) = (world.Store.Reviews, DateTimeOffset.UtcNow, world.Person("facility").Id, world.OrganizationOf("facility"));
        AuditEntry Entry(string action) => new(now, person, action, Resource.TargetedReview.Word(), "done");
        var draft = new StoredReview("", new(DrillWorlds.Year), practice.Owner, person, "practice", practice.Id, StoredReview.Draft, ["calculation"], words, now, null, null, null);
        var request = await reviews.Begin(draft, Entry("review-draft"));
        Assert.True(await reviews.Take(request, new(StoredReview.Draft, "submitted", person, now), Entry("review-submit")));
        return request;
    }
}
