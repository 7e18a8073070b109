using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenQpp.Files;

namespace OpenQpp.Web;

/// <summary>Feedback in the shape of <c>score --json</c>.</summary>
/// <param name="model">The feedback.</param>
/// <param name="withExplanation">With the whole explanation.</param>
internal sealed class FeedbackJson(FeedbackModel model, bool withExplanation) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var result = model.AdjustmentsAreReleased ? model.Result : model.Result with { DueAdjustment = null };
            ResultJson.Write(json, result, MadeBy.Of(model.Result.Law, CaseJson.Document(model.Submission)), withExplanation);
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
