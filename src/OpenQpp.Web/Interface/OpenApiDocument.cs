using System.Text.Json;
using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>
/// The description of the addresses for programs, OpenAPI 3.1. It is made from the routes themselves, so that none is missing and none is
/// described that is not there.
/// </summary>
internal static class OpenApiDocument
{
    private const string Version = "3.1.0";

    /// <summary>What may stand in the query of an address.</summary>
    private static readonly (string Name, string Says, Func<RouteResource, bool> Has)[] Queries =
    [
        ("version", "A published version of the year's scores; without it the newest.", route => route.Kind != OwnerKind.Portal && route.Resource is not (Resource.AccessRequests or Resource.AuditLog or Resource.ItemsAndServices)),
        ("count", "A published counting of items and services; without it the one that counts.", route => route.Resource == Resource.ItemsAndServices),
        ("page", "The page of a list, from 1.", route => (route.Resource == Resource.Details && route.Kind == OwnerKind.Practice) || route.Resource is Resource.AuditLog or Resource.Dashboard),
        ("explanation", "1: with the whole explanation.", route => IsFeedback(route.Resource)),
    ];

    /// <summary>The document.</summary>
    /// <param name="settings">The settings of the portal: the name of its cookie follows from them.</param>
    public static byte[] Make(PortalSettings settings)
    {
        using var to = new MemoryStream();
        using (var json = new Utf8JsonWriter(to, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("openapi", Version);
            json.WriteStartObject("info");
            json.WriteString("title", "OpenQPP portal");
            json.WriteString("version", "1");
            json.WriteString("description", "What the pages show, for programs. A session of the portal is needed; who may see what, and what the audit log says, is as for pages.");
            json.WriteEndObject();
            json.WriteStartObject("paths");
            foreach (var (pattern, route) in PortalMap.Declared().Where(one => one.Declared.IsInterface))
            {
                Path(json, pattern.Replace("{year:int}", "{year}", StringComparison.Ordinal), route);
            }

            json.WriteEndObject();
            json.WriteStartObject("components");
            Problems(json);
            json.WriteStartObject("securitySchemes");
            json.WriteStartObject("session");
            json.WriteString("type", "apiKey");
            json.WriteString("in", "cookie");
            json.WriteString("name", PortalSignIn.CookieName(settings, PortalSignIn.SessionCookie));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return to.ToArray();
    }

    private static bool IsFeedback(Resource resource) => Array.Exists(FeedbackRoutes.Feedback, one => one.Resource == resource);

    private static void Path(Utf8JsonWriter json, string path, RouteResource route)
    {
        json.WriteStartObject(path);
        json.WriteStartObject("get");
        json.WriteString("operationId", $"{route.Resource.Word()}-of-{route.Kind.Word()}");
        json.WriteString("summary", route.Kind == OwnerKind.Portal ? "Whose data the person may ask for in the year, and where" : $"{route.Resource.Word()} of {route.Kind.Word()}");
        json.WriteStartArray("tags");
        json.WriteStringValue(route.Resource.Word());
        json.WriteEndArray();
        json.WriteStartArray("security");
        json.WriteStartObject();
        json.WriteStartArray("session");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("parameters");
        if (path.Contains("{year}", StringComparison.Ordinal))
        {
            Parameter(json, "year", "path", "The performance year.", "integer");
        }

        if (path.Contains("{id}", StringComparison.Ordinal))
        {
            Parameter(json, "id", "path", "The opaque id of the owner; never a TIN or NPI.", "string");
        }

        foreach (var (name, says, _) in Queries.Where(query => query.Has(route)))
        {
            Parameter(json, name, "query", says, "integer");
        }

        json.WriteEndArray();
        json.WriteStartObject("responses");
        Response(json, "200", "What the page of the same address shows.", null);
        Response(json, "401", "Nobody is signed in.", "Problems");
        if (route.Resource is Resource.AccessRequests or Resource.AuditLog)
        {
            Response(json, "403", "A session with two factors is needed.", "Problems");
        }

        Response(json, "404", "There is nothing at this address for who asks: it does not exist, or belongs to others.", "Problems");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Parameter(Utf8JsonWriter json, string name, string place, string says, string type)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("in", place);
        json.WriteString("description", says);
        json.WriteBoolean("required", place == "path");
        json.WriteStartObject("schema");
        json.WriteString("type", type);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Response(Utf8JsonWriter json, string status, string says, string? schema)
    {
        json.WriteStartObject(status);
        json.WriteString("description", says);
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WriteStartObject("schema");
        if (schema is null)
        {
            json.WriteString("type", "object");
        }
        else
        {
            json.WriteString("$ref", $"#/components/schemas/{schema}");
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Problems(Utf8JsonWriter json)
    {
        json.WriteStartObject("schemas");
        json.WriteStartObject("Problems");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("problems");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var name in (string[])["code", "message", "path"])
        {
            json.WriteStartObject(name);
            json.WriteString("type", "string");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
