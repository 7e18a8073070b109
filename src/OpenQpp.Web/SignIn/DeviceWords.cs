namespace OpenQpp.Web;

/// <summary>Browser and system in a few words, by which somebody knows their own sessions again. Nothing else of what a browser says is kept.</summary>
internal static class DeviceWords
{
    private static readonly (string Sign, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems = [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    /// <summary>For example <c>Firefox on Linux</c>.</summary>
    /// <param name="agent">What the browser calls itself.</param>
    public static string Of(string agent) => (Named(Browsers, agent), Named(Systems, agent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"a program on {system}",
        _ => "an unknown program",
    };

    private static string? Named((string Sign, string Name)[] known, string agent) =>
        Array.Find(known, one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
