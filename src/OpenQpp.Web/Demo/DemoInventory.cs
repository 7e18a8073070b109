using System.Text.Json;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>The organizations, clinicians and resources of a demonstration world.</summary>
/// <param name="store">The store.</param>
/// <param name="now">The time.</param>
internal sealed class DemoInventory(PortalStore store, DateTimeOffset now)
{
    private static readonly Resource[] Files =
        [Resource.PaymentAdjustment, Resource.ConnectedClinicianList, Resource.ApmParticipantList, Resource.VirtualGroupParticipantList, Resource.ApmParticipantPiScores, Resource.Submissions, Resource.ItemsAndServices];

    public async Task Write(Utf8JsonWriter json)
    {
        var newest = (await store.Years.Current(DemoWorld.Years[^1], ReleaseKind.Scores, now))!;
        var organizations = new List<Organization>();
        foreach (var kind in Enum.GetValues<OrganizationKind>())
        {
            organizations.AddRange((await store.Organizations.Search(kind, "", new(0, 1000))).Rows);
        }

        json.WriteStartArray("organizations");
        foreach (var organization in organizations)
        {
            json.WriteStartObject();
            json.WriteString("id", organization.Id.Id);
            json.WriteString("kind", organization.Id.Kind.Owner().Word());
            json.WriteString("name", organization.Name);
            json.WriteString("model", organization.Model);
            json.WriteStartArray("participants");
            foreach (var member in await MembersOf(newest.Id, organization.Id))
            {
                json.WriteStringValue(member);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        await WriteClinicians(json, newest, organizations);
        await WriteResources(json, organizations);
    }

    private async Task<IReadOnlyList<string>> MembersOf(long run, OrganizationId organization)
    {
        var members = new List<string>();
        foreach (var kind in (OwnerKind[])[OwnerKind.Practice, OwnerKind.Clinician])
        {
            await foreach (var member in store.Participations.Members(run, organization.Id, kind))
            {
                members.Add(member.Member.Id);
            }
        }

        return members;
    }

    private async Task WriteClinicians(Utf8JsonWriter json, PublishedRun run, IReadOnlyList<Organization> organizations)
    {
        json.WriteStartArray("clinicians");
        foreach (var practice in organizations.Where(organization => organization.Id.Kind == OrganizationKind.Practice))
        {
            await foreach (var line in store.Assignments.AllOfPractice(run.Id, practice.Id.Id, VisibleSources.All))
            {
                json.WriteStartObject();
                json.WriteString("id", line.AssociationId);
                json.WriteString("npi", line.Npi);
                json.WriteString("organization", practice.Id.Id);
                json.WriteString("scoreSource", line.Source?.Level.Word());
                json.WriteString("scoreSourceOwner", line.Source?.Id);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private async Task WriteResources(Utf8JsonWriter json, IReadOnlyList<Organization> organizations)
    {
        json.WriteStartArray("resources");
        foreach (var year in DemoWorld.Years)
        {
            var run = (await store.Years.Current(year, ReleaseKind.Scores, now))!;
            foreach (var organization in organizations)
            {
                var kind = organization.Id.Kind.Owner();
                if (kind == OwnerKind.Registry || await store.Organizations.OfYear(run.Id, organization.Id.Id) is null)
                {
                    continue;
                }

                foreach (var resource in Resources.All.Where(resource => Matrix.LinesOf(year, resource, kind).Count > 0 && (Files.Contains(resource) || resource is Resource.Details or Resource.GroupFeedback or Resource.ApmFeedback or Resource.VirtualGroupFeedback)))
                {
                    var isFile = Files.Contains(resource);
                    json.WriteStartObject();
                    json.WriteString("resource", resource.Word());
                    json.WriteNumber("year", year.Year);
                    json.WriteString("owner", organization.Id.Id);
                    json.WriteString("url", Address.Of(year.Year, kind.Word(), organization.Id.Id, resource.Word()) + (isFile ? ".csv" : ""));
                    json.WriteBoolean("download", isFile);
                    json.WriteEndObject();
                }
            }
        }

        json.WriteEndArray();
    }
}
