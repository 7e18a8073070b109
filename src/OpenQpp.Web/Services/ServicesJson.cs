using System.Text.Json;

namespace OpenQpp.Web;

/// <summary>Items, services and emergency visits for programs: the same rows as on the page.</summary>
internal static class ServicesJson
{
    /// <summary>Writes them.</summary>
    /// <param name="json">The writer, within an object.</param>
    /// <param name="model">What is shown.</param>
    public static void Write(Utf8JsonWriter json, ServicesModel model)
    {
        json.WriteBoolean("isShown", model.Why == NoServices.None);
        json.WriteString("why", model.Why switch
        {
            NoServices.None => null,
            NoServices.NotPublished => "NOTHING_PUBLISHED",
            NoServices.BelowMinimum => "BELOW_CASE_MINIMUM",
            _ => "NOT_COUNTED_FOR_VIRTUAL_GROUPS",
        });
        json.WriteNumber("caseMinimum", model.Law.Services.CaseMinimum.Number);
        if (model.Count is { } count)
        {
            json.WriteNumber("counting", count.Version);
            json.WriteStartObject("settings");
            foreach (var (name, value) in count.Header.Settings)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteStartArray("itemsAndServices");
        foreach (var (key, label, numbers) in model.Ranges)
        {
            json.WriteStartObject();
            json.WriteString("range", key);
            json.WriteString("description", label);
            json.WriteNumber("patients", numbers.Beneficiaries);
            json.WriteNumber("cost", numbers.Cost);
            json.WriteNumber("services", numbers.Services);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (model.Attributed is { } attributed)
        {
            json.WriteStartObject("emergencyDepartment");
            json.WriteNumber("attributedPatients", attributed.Associated);
            json.WriteBoolean("visitsAreKnown", attributed.Visits is not null);
            if (attributed is { WithVisit: { } withVisit, Visits: { } visits })
            {
                json.WriteNumber("patientsWithVisit", withVisit);
                json.WriteNumber("visits", visits);
            }

            json.WriteEndObject();
        }
    }
}
