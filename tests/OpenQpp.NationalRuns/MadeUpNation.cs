using System.Text;
using System.Text.Json.Nodes;

namespace OpenQpp.NationalRuns;

/// <summary>A folder with a year's input, made row by row, and gone when the test is over.</summary>
internal sealed class MadeUpNation(int year) : IDisposable
{
    /// <summary>A clinician with claims that exceed every low-volume criterion of every year.</summary>
    public const string Required = "95000.00,250,300";

    /// <summary>A clinician with too few patients in every year.</summary>
    public const string FewPatients = "95000.00,50,300";

    private const string Agreement = "Y,Y,Y,Y,Y,Y,Y,Y,Y";

    private readonly Dictionary<string, StringBuilder> files = new(StringComparer.Ordinal)
    {
        ["clinicians.csv"] = new("tin,npi,clinician_type,first_enrolled,earlier_claims,qp_status,partial_qp_elected,first_claim,practice_zip,automatic_extreme_circumstances\n"),
        ["practices.csv"] = new("tin,name,formed,state,zip\n"),
        ["volumes.csv"] = new("level,tin,npi,entity_id,segment,allowed_charges,beneficiaries,services,clinicians\n"),
        ["elections.csv"] = new("level,tin,npi,entity_id,choice,at\n"),
        ["apm.csv"] = new("apm_id,entity_id,mips_apm,full_tin,model,list,tin,npi,snapshots\n"),
        ["virtual-groups.csv"] = new($"virtual_group_id,tin,elected_at,{string.Join(',', ((string[])["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]).Select(number => $"agreement_{number}"))}\n"),
        ["subgroups.csv"] = new("subgroup_id,tin,npi\n"),
        ["charges.csv"] = new("tin,npi,allowed_charges\n"),
        ["submissions.ndjson"] = new(),
        ["computed.ndjson"] = new(),
    };

    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-nation-").FullName;

    /// <summary>The folder of the input.</summary>
    public string In => Path.Combine(folder, "in");

    /// <summary>An NPI with a right check digit.</summary>
    public static string Npi(int number)
    {
        var digits = $"1{number:00000000}";
        // The prefix 80840 adds 24 to the Luhn sum.
        var sum = 24;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            digit = place % 2 == 0 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    /// <summary>A folder for an output.</summary>
    public string Out(string name) => Path.Combine(folder, name);

    /// <summary>A practice, with claims of the group in both segments.</summary>
    public MadeUpNation Practice(string tin, int clinicians, string volume = "900000.00,2500,3000", string formed = "")
    {
        Row("practices.csv", $"{tin},Practice,{formed},WY,");
        return Volumes("group", tin, "", "", volume, clinicians == 0 ? "" : $"{clinicians}");
    }

    /// <summary>A clinician, with claims in both segments unless there are none.</summary>
    public MadeUpNation Clinician(string tin, int npi, string? volume = Required, string type = "physician", string enrolled = "", string qp = "", string firstClaim = "", string automatic = "")
    {
        Row("clinicians.csv", $"{tin},{Npi(npi)},{type},{enrolled},,{qp},,{firstClaim},,{automatic}");
        return volume is null ? this : Volumes("individual", tin, Npi(npi), "", volume, "");
    }

    /// <summary>Claims of a unit in both segments.</summary>
    public MadeUpNation Volumes(string level, string tin, string npi, string entity, string volume, string clinicians)
    {
        Row("volumes.csv", $"{level},{tin},{npi},{entity},1,{volume},{clinicians}");
        return Row("volumes.csv", $"{level},{tin},{npi},{entity},2,{volume},{clinicians}");
    }

    public MadeUpNation Elects(string tin, int npi, string choice) => Row("elections.csv", $"individual,{tin},{Npi(npi)},,{choice},{year + 1}-01-15T12:00:00-05:00");

    public MadeUpNation VirtualGroup(string id, string tin) => Row("virtual-groups.csv", $"{id},{tin},{year - 1}-12-01T12:00:00-05:00,{Agreement}");

    public MadeUpNation ApmEntity(string id, string tin, int npi) => Row("apm.csv", $"APM1,{id},Y,N,sharedSavingsProgram,participation,{tin},{Npi(npi)},1;2;3");

    public MadeUpNation Charges(string tin, int npi, string dollars) => Row("charges.csv", $"{tin},{Npi(npi)},{dollars}");

    public MadeUpNation Submits(JsonObject submission) => Row("submissions.ndjson", submission.ToJsonString());

    public MadeUpNation Computed(JsonObject computed) => Row("computed.ndjson", computed.ToJsonString());

    public MadeUpNation Row(string file, string row)
    {
        files[file].Append(row).Append('\n');
        return this;
    }

    /// <summary>Who a case is about, without anything submitted.</summary>
    public JsonObject Case(string entityType, string tin = "", int npi = 0, string id = "") => new()
    {
        ["entityType"] = entityType,
        ["taxpayerIdentificationNumber"] = tin.Length > 0 ? tin : null,
        ["nationalProviderIdentifier"] = npi > 0 ? Npi(npi) : null,
        ["entityId"] = id.Length > 0 ? id : null,
        ["performanceYear"] = year,
        ["measurementSets"] = new JsonArray(),
    };

    /// <summary>A case with activities of the whole year.</summary>
    public static JsonObject Activities(JsonObject one, params string[] activities)
    {
        one["measurementSets"]!.AsArray().Add(new JsonObject
        {
            ["category"] = "ia",
            ["submissionMethod"] = "registry",
            ["measurements"] = new JsonArray([.. activities.Select(activity => (JsonNode)new JsonObject { ["measureId"] = activity, ["value"] = true })]),
        });
        return one;
    }

    /// <summary>Writes the files.</summary>
    public MadeUpNation Write(params string[] without)
    {
        Directory.CreateDirectory(In);
        foreach (var (name, text) in files.Where(file => !without.Contains(file.Key, StringComparer.Ordinal)))
        {
            File.WriteAllText(Path.Combine(In, name), text.ToString());
        }

        return this;
    }

    public void WriteReference(string json) => File.WriteAllText(Path.Combine(In, "reference.json"), json);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
