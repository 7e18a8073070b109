using System.Net;
using System.Security.Cryptography;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>A request for targeted review: a draft, two documents sent together, the sending.</summary>
internal sealed class ReviewRequestDrill : IDrill
{
    private const int Bytes = 400_000;

    private string words = "";
    private bool draftAnswered;
    private bool documentsAnswered;

    public string Name => "a review request with documents";

    public Task Begin(DrillWorld world, int time)
    {
        (words, draftAnswered, documentsAnswered) = ($"request {time}", false, false);
        return Task.CompletedTask;
    }

    public async Task<bool> Act(DrillWorld world)
    {
        var requests = $"/py/{DrillWorlds.Year}/practices/{world.OrganizationOf("facility").Id}/targeted-review";
        var session = await world.As("facility");
        if (await Find(world) is not { } review)
        {
            using var begun = await session.Send(requests, requests, ("ground", "calculation"), ("words", words));
            Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
            draftAnswered = true;
            review = (await Find(world))!;
        }

        var address = $"{requests}/{review.Id}";
        if ((await world.Store.ReviewDocuments.Of(review.Id)).Count == 0)
        {
            using var added = await session.Upload(address, $"{address}/documents", "documents", ("one.pdf", Document()), ("two.pdf", Document()));
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
            documentsAnswered = true;
        }

        if (review.State == StoredReview.Draft)
        {
            using var sent = await session.Send(address, $"{address}/submit");
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        return true;
    }

    public async Task<bool> IsDone(DrillWorld world)
    {
        var review = await Find(world);
        Assert.True(review is not null || !draftAnswered, "the draft is lost");
        var documents = review is null ? [] : await world.Store.ReviewDocuments.Of(review.Id);
        Assert.True(documents.Count == 2 || !documentsAnswered, "the documents are lost");
        foreach (var document in documents)
        {
            var body = (await world.Store.ReviewDocuments.Body(review!.Id, document.Id))!.Body;
            Assert.Equal(document.Sha256, Convert.ToHexStringLower(SHA256.HashData(body)));
        }

        return review is { State: "submitted" } && documents.Count == 2;
    }

    private async Task<StoredReview?> Find(DrillWorld world) =>
        (await world.Store.Reviews.OfRequester(world.Person("facility").Id)).SingleOrDefault(review => review.Words == words);

    private static byte[] Document() => [.. "%PDF-1.7 "u8, .. RandomNumberGenerator.GetBytes(Bytes)];
}
