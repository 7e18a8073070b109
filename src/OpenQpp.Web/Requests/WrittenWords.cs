using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>What somebody wrote into the field of a request.</summary>
internal static class WrittenWords
{
    /// <summary>Most characters that a person writes in one field.</summary>
    public const int Most = 10_000;

    /// <summary>The words of the form that was sent.</summary>
    public static async Task<string> Of(PortalRequest request) => (await request.Http.Request.ReadFormAsync(request.Cancellation))["words"].ToString().Trim();

    /// <summary>Why the words are not taken; null where they are.</summary>
    public static Problem? TooLong(string words) => words.Length <= Most ? null
        : new(ProblemCode.INPUT_TOO_LARGE, "$.text", $"A text has at most {Display.Count(Most)} characters. Add a document instead.");
}
