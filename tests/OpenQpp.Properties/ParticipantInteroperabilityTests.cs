using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>414.1317(b)(1): what the file of an APM Entity says of each TIN is what its score was made from.</summary>
public sealed class ParticipantInteroperabilityTests
{
    private static readonly string[] Rows =
    [
        """{"tin":"000000001","clinicians":4,"individualPoints":80,"groupPoints":60}""",
        """{"tin":"000000002","clinicians":3,"individualPoints":70}""",
        """{"tin":"000000003","clinicians":2}""",
        """{"tin":"000000004","clinicians":1,"excepted":true}""",
    ];

    /// <summary>By hand: 2017 and 2018 take the points of groups only, 60; later years the higher of both, 80.</summary>
    [Theory]
    [InlineData(2018, "group 60, none 0, none 0, left out")]
    [InlineData(2019, "individual 80, individual 70, none 0, left out")]
    [InlineData(2024, "individual 80, individual 70, none 0, left out")]
    public void IndividualPointsOfASharedSavingsAcoCountFrom2019(int year, string expected)
    {
        var participants = $"[{string.Join(',', Rows)}]";
        var body = $$"""{"entityType":"apm","entityId":"A0001","performanceYear":{{year}},"measurementSets":[],"profile":{"apmEntity":{"piParticipants": {{participants}} } } }""";
        var submission = CaseReader.Read(System.Text.Encoding.UTF8.GetBytes(body), new ProblemList())!;
        var rows = ParticipantInteroperability.Of(submission, Known.Book.Of(new PerformanceYear(year)));
        Assert.Equal(expected, string.Join(", ", rows.Select(row => row.Points is { } points ? $"{row.Source?.Word() ?? "none"} {points}" : "left out")));
        Assert.Equal(submission.Profile.ApmEntity!.PiParticipants, rows.Select(row => row.Participant));
    }
}
