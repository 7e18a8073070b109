using System.Text;
using OpenQpp.Inputs;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>Messages go to logs and into mail: no TIN and no NPI of the input stands in them.</summary>
public sealed class IdentifierTests
{
    private const string Tin = "123456789";
    private const string Npi = "1234567890";

    [Theory]
    [InlineData($"{{\"entityType\":\"individual\",\"taxpayerIdentificationNumber\":\"{Tin}\",\"nationalProviderIdentifier\":\"{Npi}\",\"performanceYear\":2024,\"measurementSets\":[]}}", "NPI_CHECK_DIGIT")]
    [InlineData($"{{\"entityType\":\"individual\",\"taxpayerIdentificationNumber\":\"{Npi}\",\"nationalProviderIdentifier\":\"{Tin}\",\"performanceYear\":2024,\"measurementSets\":[]}}", "TIN_FORM")]
    [InlineData($"{{\"entityType\":\"{Tin}\",\"taxpayerIdentificationNumber\":{Tin},\"performanceYear\":{Tin},\"measurementSets\":[]}}", "UNKNOWN_WORD")]
    [InlineData($"{{\"entityType\":\"group\",\"{Tin}\":1,\"taxpayerIdentificationNumber\":\"{Tin}\",\"performanceYear\":2024,\"measurementSets\":[{{\"{Npi}\":[]}}]}}", "UNKNOWN_FIELD")]
    [InlineData($"{{\"entityType\":\"group\",\"taxpayerIdentificationNumber\":\"{Tin}\",\"performanceYear\":2024,\"measurementSets\":[{{\"category\":\"quality\",\"submissionMethod\":\"registry\",\"programName\":\"{Tin}\",\"performanceStart\":\"2024-01-01\",\"performanceEnd\":\"{Npi}\",\"measurements\":[{{\"measureId\":\"{Npi}\",\"value\":{Npi}}}]}}]}}", "NOT_A_DATE")]
    [InlineData($"{{\"entityType\":\"group\",\"taxpayerIdentificationNumber\":\"{Tin}\" \"{Npi}\"", "NOT_JSON")]
    public void NoMessageRepeatsThem(string document, string code)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var (text, json) = (Built.OpenQppGiven(bytes, "score", "-"), Built.OpenQppGiven(bytes, "score", "-", "--json"));
        Assert.Contains(code, Refusals.Check(text).Select(problem => problem.Code));
        Assert.Contains(code, Refusals.CheckJson(json).Select(problem => problem.Code));
        Assert.DoesNotMatch(@"[0-9]{9}", text.Error + json.Error + json.Output);
    }

    [Theory]
    [InlineData("law", Tin)]
    [InlineData("points", "--year", "2024", "--measure", Tin, "--method", "registry", "--rate", "5")]
    [InlineData("weights", "--year", "2024", "--reweighted", Npi)]
    [InlineData("weights", "--year", "2024", "--set", Npi)]
    [InlineData("weights", "--year", "2024", "--law", Tin)]
    public void NorDoTheCalculators(params string[] arguments)
    {
        var ran = Built.OpenQpp(arguments);
        Refusals.Check(ran);
        Assert.DoesNotMatch(@"[0-9]{9}", ran.Error);
    }

    [Fact]
    public void AWrongCheckDigitIsAWarningWhereItMayBe()
    {
        var given = Built.ExampleCase();
        given["entityType"] = "individual";
        given["nationalProviderIdentifier"] = Npi;
        var ran = Built.OpenQppGiven(RandomCase.Bytes(given), "score", "-", "--allow-synthetic");
        Assert.Equal(0, ran.Code);
        Assert.Contains("NPI_CHECK_DIGIT", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[0-9]{9}", ran.Output);
    }
}
