using System.Text;
using OpenQpp.Files;
using OpenQpp.Program;
using Xunit;

namespace OpenQpp.Scenarios;

/// <summary>Programs, participants and sets that a year does not allow together are refused with their code and place.</summary>
public sealed class OptionRefusalTests
{
    private const string Quality = """{ "category": "quality", "submissionMethod": "METHOD", "programName": "PROGRAM", "measurements": [ { "measureId": "MEASURE", "value": { "isEndToEndReported": false, "performanceMet": 70, "performanceNotMet": 30, "eligiblePopulation": 100 } } ] }""";
    private const string Interoperability = """{ "category": "pi", "submissionMethod": "registry", "programName": "PROGRAM", "measurements": [ { "measureId": "PI_PPHI_1", "value": true } ] }""";
    private const string Cost = """{ "category": "cost", "submissionMethod": "administrativeClaims", "measurements": [ { "measureId": "TPCC_1", "value": { "score": 1500, "caseCount": 50 } } ] }""";
    private const string Survey = """{ "category": "quality", "submissionMethod": "certifiedSurveyVendor", "programName": "PROGRAM", "measurements": [ { "measureId": "CAHPS_1", "value": { "score": 85 } } ] }""";
    private const string Group = """ "affiliatedGroup": { "measurementSets": [] } """;

    private static readonly CaseScorer Scorer = new(ScenarioTests.Book, CheckOptions.Strict);

    private static string Of(string program, string measure = "236", string method = "registry") =>
        Quality.Replace("PROGRAM", program, StringComparison.Ordinal).Replace("MEASURE", measure, StringComparison.Ordinal).Replace("METHOD", method, StringComparison.Ordinal);

    private static string In(string set, string program) => set.Replace("PROGRAM", program, StringComparison.Ordinal);

    private static string Application(params string[] categories) =>
        $"\"reweighted\": [ {string.Join(", ", categories.Select(category => $$"""{ "category": "{{category}}", "reason": "extremeAndUncontrollableCircumstances" }"""))} ]";

    public static TheoryData<int, string, string, string, string> Cases() => new()
    {
        { 2023, "virtualGroup", Of("app1"), "", "PROGRAM_NOT_ALLOWED $.measurementSets[0].programName" },
        { 2023, "virtualGroup", Of("G0055", "047"), "", "PROGRAM_NOT_ALLOWED $.measurementSets[0].programName" },
        { 2023, "subgroup", Of("mips"), Group, "PROGRAM_NOT_ALLOWED $.measurementSets[0].programName" },
        { 2025, "subgroup", Of("appPlus"), Group, "PROGRAM_NOT_ALLOWED $.measurementSets[0].programName" },
        { 2023, "subgroup", $"{Of("G0055", "047")}, {Of("M0001", "047")}", Group, "PROGRAM_NOT_ALLOWED $.measurementSets" },
        { 2023, "individual", Of("G0055", "047"), """ "registeredMvp": { "mvpId": "M0001" } """, "PROGRAM_NOT_ALLOWED $.measurementSets[0].programName" },
        { 2023, "group", Of("app1"), """ "apmParticipation": false """, "PROGRAM_NOT_ALLOWED $.measurementSets[0].programName" },
        { 2022, "individual", Of("G0055", "047"), "", "OPTION_NOT_IN_YEAR $.measurementSets[0].programName" },
        { 2026, "individual", Of("G0056"), "", "OPTION_NOT_IN_YEAR $.measurementSets[0].programName" },
        { 2020, "individual", Of("app1"), "", "OPTION_NOT_IN_YEAR $.measurementSets[0].programName" },
        { 2024, "individual", Of("appPlus"), "", "OPTION_NOT_IN_YEAR $.measurementSets[0].programName" },
        { 2017, "virtualGroup", Of("mips"), "", "OPTION_NOT_IN_YEAR $.entityType" },
        { 2024, "individual", Of("pcf"), "", "UNSUPPORTED_OPTION $.measurementSets[0].programName" },
        { 2024, "individual", Of("app2"), "", "UNKNOWN_WORD $.measurementSets[0].programName" },
        { 2023, "subgroup", $"{Of("G0055", "047")}, {Cost}", Group, "SET_NOT_ALLOWED $.measurementSets[1]" },
        { 2023, "subgroup", Of("G0055", "047"), $$""" "affiliatedGroup": { "measurementSets": [ {{Of("G0055", "047")}} ] } """, "SET_NOT_ALLOWED $.profile.affiliatedGroup.measurementSets[0]" },
        { 2024, "subgroup", Of("G0055", "047"), $"{Group}, {Application("cost")}", "REWEIGHTING_NOT_IN_YEAR $.profile.reweighted[0]" },
        { 2023, "subgroup", "", Group, "MISSING_FIELD $.profile.registeredMvp" },
        { 2021, "apm", Of("app1"), Application("quality", "cost", "pi"), "REWEIGHTING_NOT_IN_YEAR $.profile.reweighted" },
        { 2019, "apm", "", Application("quality", "cost", "ia", "pi"), "REWEIGHTING_NOT_IN_YEAR $.profile.reweighted" },
        { 2021, "apm", In(Interoperability, "app1"), "", "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2022, "apm", In(Interoperability, "mips"), "", "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2019, "apm", Of("mips"), "", "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2023, "group", Of("app1", method: "cmsWebInterface"), "", "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2023, "apm", Of("app1", method: "cmsWebInterface"), """ "apmEntity": { "model": "other" } """, "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2023, "apm", Of("mips", method: "cmsWebInterface"), "", "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2025, "apm", Of("app1", method: "cmsWebInterface"), "", "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2024, "individual", Of("app1", method: "claims"), """ "specialStatuses": ["smallPractice"] """, "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2024, "individual", In(Survey, "app1"), "", "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2024, "group", In(Survey, "G0055"), "", "SET_NOT_ALLOWED $.measurementSets[0]" },
        { 2024, "group", Of("app1", "001SSP"), "", "MEASURE_NOT_FOR_PARTICIPANT $.measurementSets[0].measurements[0].measureId" },
        { 2025, "individual", Of("appPlus", "112SSP"), "", "MEASURE_NOT_FOR_PARTICIPANT $.measurementSets[0].measurements[0].measureId" },
        { 2025, "apm", Of("appPlus", "112SSP"), """ "apmEntity": { "model": "other" } """, "MEASURE_NOT_FOR_PARTICIPANT $.measurementSets[0].measurements[0].measureId" },
        { 2019, "group", In(Survey, "mips").Replace("CAHPS_1", "CAHPS_ACO_1", StringComparison.Ordinal), "", "MEASURE_NOT_FOR_PARTICIPANT $.measurementSets[0].measurements[0].measureId" },
        { 2024, "group", Of("app1", "130"), "", "MEASURE_NOT_FOR_PROGRAM $.measurementSets[0].measurements[0].measureId" },
        { 2024, "group", Of("G0055", "236"), "", "MEASURE_NOT_FOR_PROGRAM $.measurementSets[0].measurements[0].measureId" },
        { 2024, "group", "", """ "registeredMvp": { "mvpId": "G9999" } """, "UNKNOWN_WORD $.profile.registeredMvp.mvpId" },
        { 2024, "group", "", """ "registeredMvp": { "mvpId": "G0055", "populationHealthMeasureId": "492" } """, "UNKNOWN_MEASURE $.profile.registeredMvp.populationHealthMeasureId" },
        { 2024, "group", "", """ "registeredMvp": { "mvpId": "G0053", "outcomeAdministrativeClaimsMeasureId": "480" } """, "UNKNOWN_MEASURE $.profile.registeredMvp.outcomeAdministrativeClaimsMeasureId" },
        { 2024, "apm", Of("app1"), """ "apmEntity": { "model": "pioneer" } """, "UNKNOWN_WORD $.profile.apmEntity.model" },
        { 2024, "apm", Of("app1"), """ "apmEntity": { "piParticipants": [ { "tin": "000112233", "clinicians": 0, "groupPoints": 90 } ] } """, "IMPOSSIBLE_COUNT $.profile.apmEntity.piParticipants[0].clinicians" },
        { 2023, "group", Of("mips"), """ "facility": { "qualityPercentAtPercentile": 100.1 } """, "PERCENT_OUT_OF_RANGE $.profile.facility.qualityPercentAtPercentile" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void IsRefused(int year, string entity, string sets, string profile, string problem)
    {
        var id = entity switch
        {
            "individual" => """ "taxpayerIdentificationNumber": "000112233", "nationalProviderIdentifier": "2000000002" """,
            "group" => """ "taxpayerIdentificationNumber": "000112233" """,
            "subgroup" => """ "entityId": "SG-00000001" """,
            _ => """ "entityId": "A2029" """,
        };
        var text = $$"""{ "entityType": "{{entity}}", {{id}}, "performanceYear": {{year}}, "measurementSets": [ {{sets}} ], "profile": { {{profile}} } }""";

        var outcome = Scorer.Score(Encoding.UTF8.GetBytes(text));

        Assert.Equal([problem], outcome.Problems.Select(one => $"{one.Code} {one.Path}"));
    }
}
