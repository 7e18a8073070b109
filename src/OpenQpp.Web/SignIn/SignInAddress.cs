using Microsoft.AspNetCore.Http;

namespace OpenQpp.Web;

/// <summary>The address of the sign-in, and where it may lead afterwards.</summary>
internal static class SignInAddress
{
    /// <summary>The sign-in that leads back to what was asked for.</summary>
    public static string For(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? $"/sign-in?return={Uri.EscapeDataString(request.Path + request.QueryString)}" : "/sign-in";

    /// <summary>An address of this portal; account home for anything else.</summary>
    public static string Safe(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl) ? address : "/";
}
