using System.CommandLine;
using OpenQpp.Access;
using OpenQpp.Web;

namespace OpenQpp.Cli;

/// <summary><c>openqpp access routes</c>: every route of the portal with the resource of the access matrix that it declares.</summary>
internal static class AccessRoutesCommand
{
    public static Command Create()
    {
        var command = new Command("routes", "Every route of the portal and the resource that it declares") { CommonOptions.Json };
        command.SetAction(parsed => parsed.GetValue(CommonOptions.Json) ? Json() : Show());
        return command;
    }

    private static int Json() => Output.Json(json =>
    {
        json.WriteStartArray();
        foreach (var (pattern, declared) in PortalMap.Declared())
        {
            json.WriteStartObject();
            json.WriteString("pattern", pattern);
            json.WriteString("method", declared.Method);
            json.WriteString("resource", declared.Resource.Word());
            json.WriteString("ownerKind", declared.Kind.Word());
            json.WriteBoolean("download", declared.IsDownload);
            json.WriteBoolean("interface", declared.IsInterface);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static int Show()
    {
        new Screen().Table(
            ["Method", "Pattern", "Resource", "Owner"],
            [.. PortalMap.Declared().Select(route => (string[])[route.Declared.Method, route.Pattern, route.Declared.Resource.Word(), route.Declared.Kind.Word()])]);
        return ExitCode.Done;
    }
}
