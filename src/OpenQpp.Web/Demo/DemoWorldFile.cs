using System.Text.Json;
using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>Writes who and what is in a demonstration world, so that anybody can probe it from outside.</summary>
public static class DemoWorldFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">The file; replaced at once when all of it is there.</param>
    /// <param name="world">The world.</param>
    /// <param name="store">Its store.</param>
    /// <param name="baseUrl">Where the portal listens.</param>
    /// <param name="now">The time.</param>
    public static async Task Write(string path, DemoWorld world, PortalStore store, string baseUrl, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("baseUrl", baseUrl);
            json.WriteStartArray("years");
            foreach (var year in DemoWorld.Years)
            {
                json.WriteNumberValue(year.Year);
            }

            json.WriteEndArray();
            WritePeople(json, world);
            await new DemoInventory(store, now).Write(json);
            json.WriteEndObject();
        }

        var part = path + ".part";
        await File.WriteAllBytesAsync(part, buffer.ToArray());
        File.Move(part, path, overwrite: true);
    }

    private static void WritePeople(Utf8JsonWriter json, DemoWorld world)
    {
        json.WriteStartArray("people");
        foreach (var person in world.People)
        {
            json.WriteStartObject();
            json.WriteString("name", person.Name);
            json.WriteString("user", person.User);
            json.WriteString("password", world.Password);
            json.WriteStartArray("roles");
            foreach (var role in person.Roles)
            {
                json.WriteStartObject();
                json.WriteString("role", role.Role.Kind switch
                {
                    RoleKind.SecurityOfficial => "securityOfficial",
                    RoleKind.Staff => "staff",
                    RoleKind.Clinician => "clinician",
                    _ => "reviewer",
                });
                json.WriteString("organization", role.Role.Organization?.Id);
                if (role.Role.Npi is { } npi)
                {
                    json.WriteString("npi", npi.Digits);
                }

                json.WriteString("state", role.IsRemoved ? "removed" : "approved");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
