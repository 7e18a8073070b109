using System.Text;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Scenarios;

/// <summary>The input of <c>openqpp eligibility</c>: a folder and an object say the same, every problem is told, and the shape of the answer stands.</summary>
public sealed class EligibilityInputTests : IDisposable
{
    private const string Clinicians = "tin,npi,clinician_type,first_enrolled,earlier_claims,qp_status,partial_qp_elected,first_claim,practice_zip";
    private const string Volumes = "level,tin,npi,entity_id,segment,allowed_charges,beneficiaries,services,patient_facing_encounters,pos19,pos21,pos22,pos23,pos24,rural,hpsa,facility_assignable,clinicians";

    private static readonly LawBook Book = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));
    private static readonly string[] Promised = ["tin", "npi", "status", "levels", "reason", "exclusion", "lowVolume", "optIn", "specialStatuses", "apm", "automaticExtremeCircumstances", "reasons"];

    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-eligibility-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void AnAnswerHasThePromisedShape()
    {
        using var answer = Answer(Object("2024"));
        Assert.All(Promised, name => Assert.True(answer.RootElement.TryGetProperty(name, out _), name));
        Assert.Equal(JsonValueKind.String, answer.RootElement.GetProperty("lowVolume").GetProperty("individual").ValueKind);
        Assert.Equal(JsonValueKind.String, answer.RootElement.GetProperty("lowVolume").GetProperty("group").ValueKind);
        var reason = answer.RootElement.GetProperty("reasons")[0];
        Assert.Equal("allowedCharges", reason.GetProperty("criterion").GetString());
        Assert.Equal(1, reason.GetProperty("segment").GetInt32());
        Assert.Equal(90000.01m, reason.GetProperty("count").GetDecimal());
        Assert.Equal(90000m, reason.GetProperty("bound").GetDecimal());
        Assert.True(reason.GetProperty("exceeds").GetBoolean());
    }

    [Fact]
    public void AFolderAndAnObjectSayTheSame()
    {
        Write("clinicians.csv", Clinicians, "000000011,1000000012,physician,2010-01-01,Y,none,,2012-05-01,44101");
        Write("practices.csv", "tin,name,formed,state,zip", "000000011,\"A, \"\"B\"\"\",2010-01-01,OH,44101");
        Write("volumes.csv", Volumes, "individual,000000011,1000000012,,1,90000.01,201,201,90,0,0,0,0,0,N,N,N,", "individual,000000011,1000000012,,2,90000.01,201,201,90,0,0,0,0,0,Y,N,N,");
        Write("elections.csv", "level,tin,npi,entity_id,choice,at", "group,000000011,,,voluntary,2025-01-02T10:00:00-05:00");
        Write("apm.csv", "apm_id,entity_id,mips_apm,full_tin,model,list,tin,npi,snapshots", "21,A2029,Y,Y,sharedSavingsProgram,participation,000000011,1000000012,1;2");
        Write("virtual-groups.csv", "virtual_group_id,tin,elected_at,agreement_i,agreement_ii,agreement_iii,agreement_iv,agreement_v,agreement_vi,agreement_vii,agreement_viii,agreement_ix", "VG1,000000011,2023-12-01T00:00:00Z,Y,Y,Y,Y,Y,Y,Y,Y,N");
        Write("subgroups.csv", "subgroup_id,tin,npi", "SG-00000001,000000011,1000000012");
        var (ofFolder, problems) = (new EligibilityReader(Book, allowSynthetic: false), new ProblemList());
        var facts = ofFolder.ReadFolder(folder, problems);
        Assert.Empty(problems.Found);
        using var fromObject = Answer(Object("2024"));
        using var fromFolder = Answer(facts);
        Assert.Equal(Named(fromObject), Named(fromFolder));
        Assert.Equal("A, \"B\"", facts.Practices[0].Name);
    }

    [Theory]
    [InlineData(ProblemCode.UNKNOWN_FIELD, "clinicians.csv(1)", "tin,npi,clinician_type,colour", "000000011,1000000012,physician,red")]
    [InlineData(ProblemCode.DUPLICATE_FIELD, "clinicians.csv(1)", "tin,npi,clinician_type,tin", "000000011,1000000012,physician,000000011")]
    [InlineData(ProblemCode.NOT_CSV, "clinicians.csv(2)", "tin,npi,clinician_type", "000000011,1000000012")]
    [InlineData(ProblemCode.NOT_CSV, "clinicians.csv(2)", "tin,npi,clinician_type", "\"000000011,1000000012,physician")]
    [InlineData(ProblemCode.NOT_CSV, "clinicians.csv(2)", "tin,npi,clinician_type", "\"000000011\"1,1000000012,physician")]
    [InlineData(ProblemCode.TIN_FORM, "clinicians.csv(2).tin", "tin,npi,clinician_type", "00000011,1000000012,physician")]
    [InlineData(ProblemCode.NPI_FORM, "clinicians.csv(2).npi", "tin,npi,clinician_type", "000000011,100000001,physician")]
    [InlineData(ProblemCode.NPI_CHECK_DIGIT, "clinicians.csv(2).npi", "tin,npi,clinician_type", "000000011,1000000013,physician")]
    [InlineData(ProblemCode.UNKNOWN_WORD, "clinicians.csv(2).clinician_type", "tin,npi,clinician_type", "000000011,1000000012,doctor")]
    [InlineData(ProblemCode.MISSING_FIELD, "clinicians.csv(2).clinician_type", "tin,npi,clinician_type", "000000011,1000000012,")]
    [InlineData(ProblemCode.NOT_A_DATE, "clinicians.csv(2).first_enrolled", "tin,npi,clinician_type,first_enrolled", "000000011,1000000012,physician,2024-02-30")]
    [InlineData(ProblemCode.UNKNOWN_WORD, "clinicians.csv(2).earlier_claims", "tin,npi,clinician_type,earlier_claims", "000000011,1000000012,physician,yes")]
    [InlineData(ProblemCode.ZIP_FORM, "clinicians.csv(2).practice_zip", "tin,npi,clinician_type,practice_zip", "000000011,1000000012,physician,4410")]
    [InlineData(ProblemCode.NUMBER_OUT_OF_RANGE, "clinicians.csv(2).medicare_payment_percent", "tin,npi,clinician_type,medicare_payment_percent", "000000011,1000000012,physician,100.01")]
    public void AProblemOfARowIsTold(ProblemCode code, string place, string header, string row)
    {
        Write("clinicians.csv", header, row);
        AssertOnly(code, place);
    }

    [Theory]
    [InlineData(ProblemCode.DUPLICATE_ROW, "volumes.csv(3).segment", "level,tin,segment", "group,000000011,1", "group,000000011,1")]
    [InlineData(ProblemCode.NUMBER_OUT_OF_RANGE, "volumes.csv(2).segment", "level,tin,segment", "group,000000011,3")]
    [InlineData(ProblemCode.NUMBER_OUT_OF_RANGE, "volumes.csv(2).allowed_charges", "level,tin,segment,allowed_charges", "group,000000011,1,-0.01")]
    [InlineData(ProblemCode.NOT_A_WHOLE_NUMBER, "volumes.csv(2).beneficiaries", "level,tin,segment,beneficiaries", "group,000000011,1,200.5")]
    [InlineData(ProblemCode.IMPOSSIBLE_COUNT, "volumes.csv(2).services", "level,tin,segment,services,pos21,pos22", "group,000000011,1,100,60,41")]
    [InlineData(ProblemCode.UNKNOWN_WORD, "volumes.csv(2).level", "level,tin,segment", "practice,000000011,1")]
    [InlineData(ProblemCode.UNKNOWN_WORD, "volumes.csv(2).special_statuses", "level,tin,segment,special_statuses", "group,000000011,1,hpsa;tiny")]
    [InlineData(ProblemCode.NOT_A_TIME, "elections.csv(2).at", "level,tin,npi,choice,at", "group,000000011,,optIn,2025-01-01T00:00:00")]
    [InlineData(ProblemCode.UNKNOWN_WORD, "elections.csv(2).choice", "level,tin,npi,choice,at", "group,000000011,,withdraw,2025-01-01T00:00:00Z")]
    [InlineData(ProblemCode.MISSING_FIELD, "elections.csv(2).npi", "level,tin,npi,choice,at", "individual,000000011,,optIn,2025-01-01T00:00:00Z")]
    [InlineData(ProblemCode.UNKNOWN_WORD, "apm.csv(2).snapshots", "apm_id,entity_id,mips_apm,list,tin,npi,snapshots", "21,E1,Y,participation,000000011,1000000012,5")]
    [InlineData(ProblemCode.DUPLICATE_ROW, "subgroups.csv(3).npi", "subgroup_id,tin,npi", "SG-00000001,000000011,1000000012", "SG-00000002,000000011,1000000012")]
    [InlineData(ProblemCode.DUPLICATE_ROW, "virtual-groups.csv(3).tin", "virtual_group_id,tin", "VG1,000000011", "VG1,000000011")]
    [InlineData(ProblemCode.DUPLICATE_ROW, "practices.csv(3).tin", "tin,name", "000000011,A", "000000011,B")]
    public void AProblemOfACompanionIsTold(ProblemCode code, string place, string header, params string[] rows)
    {
        Write("clinicians.csv", Clinicians, "000000011,1000000012,physician,,,,,,");
        Write(place[..place.IndexOf('(', StringComparison.Ordinal)], [header, .. rows]);
        AssertOnly(code, place);
    }

    [Fact]
    public void EveryProblemIsToldAtOnceAndNoIdentifierIsRepeated()
    {
        Write("clinicians.csv", Clinicians, "12345678,1000000013,doctor,x,maybe,q,,y,z", "000000011,1000000012,physician,,,,,,", "000000011,1000000012,physician,,,,,,");
        var problems = new ProblemList();
        new EligibilityReader(Book, allowSynthetic: false).ReadFolder(folder, problems);
        Assert.Equal(9, problems.Found.Count);
        Assert.DoesNotContain(problems.Found, problem => problem.Message.Contains("000000011", StringComparison.Ordinal) || problem.Message.Contains("1000000013", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ProblemCode.NOT_JSON, "{\"performanceYear\":2024,")]
    [InlineData(ProblemCode.MISSING_FIELD, "{\"clinicians\":[]}")]
    [InlineData(ProblemCode.UNKNOWN_FIELD, "{\"performanceYear\":2024,\"doctors\":[]}")]
    [InlineData(ProblemCode.WRONG_TYPE, "{\"performanceYear\":2024,\"clinicians\":{}}")]
    [InlineData(ProblemCode.WRONG_TYPE, "{\"performanceYear\":2024,\"subgroups\":[{\"subgroup_id\":{},\"tin\":\"000000011\",\"npi\":\"1000000012\"}]}")]
    [InlineData(ProblemCode.DUPLICATE_FIELD, "{\"performanceYear\":2024,\"practices\":[{\"tin\":\"000000011\",\"tin\":\"000000011\"}]}")]
    [InlineData(ProblemCode.DUPLICATE_FIELD, "{\"performanceYear\":2024,\"elections\":[{\"entity_id\":\"E\",\"entityId\":\"E\",\"level\":\"apmEntity\",\"choice\":\"optIn\",\"at\":\"2025-01-01T00:00:00Z\"}]}")]
    public void AProblemOfAnObjectIsTold(ProblemCode code, string text)
    {
        var problems = new ProblemList();
        new EligibilityReader(Book, allowSynthetic: false).ReadJson(Encoding.UTF8.GetBytes(text), problems);
        Assert.Equal(code, Assert.Single(problems.Found).Code);
    }

    [Fact]
    public void LinesMayEndInCrLfAndAByteOrderMarkMayStandFirst()
    {
        File.WriteAllText(Path.Combine(folder, "clinicians.csv"), "\uFEFFtin,npi,clinician_type\r\n000000011,1000000012,physician\r\n");
        var problems = new ProblemList();
        Assert.Single(new EligibilityReader(Book, allowSynthetic: false).ReadFolder(folder, problems).Clinicians);
        Assert.Empty(problems.Found);
    }

    [Fact]
    public void AFolderTakesTheYearOfItsSubmissions()
    {
        Write("clinicians.csv", Clinicians, "000000011,1000000012,physician,,,,,,");
        Write("computed.ndjson", """{"entityType":"group","taxpayerIdentificationNumber":"000000011","performanceYear":2021,"measurementSets":[]}""");
        var problems = new ProblemList();
        Assert.Equal(2021, new EligibilityReader(Book, allowSynthetic: false).ReadFolder(folder, problems).PerformanceYear);
        Assert.Empty(problems.Found);
    }

    private static string Object(string year) => $$"""
        {"performanceYear":{{year}},
         "clinicians":[{"tin":"000000011","npi":"1000000012","clinician_type":"physician","first_enrolled":"2010-01-01","earlier_claims":true,"qp_status":"none","first_claim":"2012-05-01","practice_zip":"44101"}],
         "practices":[{"tin":"000000011","name":"A, \"B\"","formed":"2010-01-01","state":"OH","zip":"44101"}],
         "volumes":[{"level":"individual","tin":"000000011","npi":"1000000012","segment":1,"allowed_charges":90000.01,"beneficiaries":201,"services":201,"patient_facing_encounters":90,"rural":"N","hpsa":"N"},
                    {"level":"individual","tin":"000000011","npi":"1000000012","segment":2,"allowedCharges":90000.01,"beneficiaries":201,"services":201,"patientFacingEncounters":90,"rural":true,"hpsa":"N"}],
         "elections":[{"level":"group","tin":"000000011","choice":"voluntary","at":"2025-01-02T10:00:00-05:00"}],
         "apm":[{"apm_id":"21","entity_id":"A2029","mips_apm":true,"full_tin":"Y","model":"sharedSavingsProgram","list":"participation","tin":"000000011","npi":"1000000012","snapshots":[1,2]}],
         "virtualGroups":[{"virtual_group_id":"VG1","tin":"000000011","elected_at":"2023-12-01T00:00:00Z","agreement_i":true,"agreement_ii":true,"agreement_iii":true,"agreement_iv":true,"agreement_v":true,"agreement_vi":true,"agreement_vii":true,"agreement_viii":true,"agreement_ix":false}],
         "subgroups":[{"subgroup_id":"SG-00000001","tin":"000000011","npi":"1000000012"}]}
        """;

    private static JsonDocument Answer(string text)
    {
        var problems = new ProblemList();
        var facts = new EligibilityReader(Book, allowSynthetic: false).ReadJson(Encoding.UTF8.GetBytes(text), problems);
        Assert.Empty(problems.Found);
        return Answer(facts);
    }

    private static JsonDocument Answer(EligibilityFacts facts)
    {
        var law = Book.Of(new(2024));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            EligibilityJson.Write(json, new YearEligibility(facts, law).Answer(facts.Clinicians[0]), law, withExplanation: true);
        }

        return JsonDocument.Parse(buffer.ToArray());
    }

    private static string Named(JsonDocument answer) => answer.RootElement.GetRawText();

    private void Write(string file, params string[] lines) => File.WriteAllText(Path.Combine(folder, file), string.Join('\n', lines) + "\n");

    private void AssertOnly(ProblemCode code, string place)
    {
        var problems = new ProblemList();
        new EligibilityReader(Book, allowSynthetic: false).ReadFolder(folder, problems);
        var problem = Assert.Single(problems.Found);
        Assert.Equal((code, place), (problem.Code, problem.Path));
    }
}
