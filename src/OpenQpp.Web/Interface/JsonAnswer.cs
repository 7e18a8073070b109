using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OpenQpp.Web;

/// <summary>One object of JSON.</summary>
/// <param name="write">Writes its fields.</param>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
