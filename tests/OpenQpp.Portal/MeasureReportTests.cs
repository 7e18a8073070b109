using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using OpenQpp.Access;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Reports about measures that CMS computed from claims: by measure and by patient.</summary>
public sealed class MeasureReportTests(PortalWorld world)
{
    private const int Year = 2024;

    private static readonly string[] OfPatients = [Resource.PatientLevelCostReport.Word(), Resource.PatientLevelQualityReport.Word()];

    [Theory]
    [InlineData("manager")]
    [InlineData("staff")]
    public async Task TheSupplementalReportHasTheMeasuresOfThePage(string user)
    {
        var (session, practice) = (await world.As(user), world.OrganizationOf(user).Id);
        var page = HtmlPage.Words(await session.Text($"/py/{Year}/practices/{practice}/group-feedback/cost"));
        var file = await CsvTable.Of(session, $"/py/{Year}/practices/{practice}/supplemental-cost-report.csv");
        Assert.NotEmpty(file.Rows);
        foreach (var row in file.Rows)
        {
            var (score, average) = (Number(file[row, "Measure Score Dollars"]), Number(file[row, "National Average Dollars"]));
            Assert.Contains(file[row, "Measure ID"], page, StringComparison.Ordinal);
            Assert.Contains(score.ToString("N2", CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
            // COST_ACOPD_1 of 2024: 4,926.81 dollars in the nation, as CMS published it.
            Assert.Equal(decimal.Round(score / average, 4), Number(file[row, "Mean Observed To Expected Ratio"]));
        }
    }

    /// <summary>Observed over expected of the episodes has the mean of the measure, and there is a row for each case.</summary>
    [Fact]
    public async Task PatientReportsOfCostAgreeWithTheMeasure()
    {
        var (session, practice) = (await world.As("manager"), world.OrganizationOf("manager").Id);
        var measures = await CsvTable.Of(session, $"/py/{Year}/practices/{practice}/supplemental-cost-report.csv");
        var list = await session.Text($"/py/{Year}/practices/{practice}/{OfPatients[0]}");
        foreach (var measure in measures.Rows)
        {
            var link = Regex.Match(list, $"href=\"(?<at>[^\"]+)\">{measures[measure, "Measure ID"]}-{Year}-patients-synthetic.csv<", RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.True(link.Success, measures[measure, "Measure ID"]);
            var file = await CsvTable.Of(session, link.Groups["at"].Value);
            Assert.Equal(measures[measure, "Case Count"], file.Rows.Count.ToString(CultureInfo.InvariantCulture));
            Assert.All(file.Column("Note"), note => Assert.Equal("synthetic person", note));
            var mean = file.Rows.Average(row => Number(file[row, "Observed To Expected Ratio"]));
            Assert.InRange(mean, Number(measures[measure, "Mean Observed To Expected Ratio"]) - 0.0002m, Number(measures[measure, "Mean Observed To Expected Ratio"]) + 0.0002m);
        }
    }

    [Theory]
    [InlineData("manager", "practices", true, true)]
    [InlineData("aco", "apm-entities", false, true)]
    [InlineData("virtual-group", "virtual-groups", true, true)]
    public async Task AnEntityHasNoneAboutCost(string user, string kind, bool cost, bool quality)
    {
        var (session, owner) = (await world.As(user), world.OrganizationOf(user).Id);
        Assert.Equal(cost ? HttpStatusCode.OK : HttpStatusCode.NotFound, await Status(session, $"/py/{Year}/{kind}/{owner}/{OfPatients[0]}"));
        Assert.Equal(quality ? HttpStatusCode.OK : HttpStatusCode.NotFound, await Status(session, $"/py/{Year}/{kind}/{owner}/{OfPatients[1]}"));
        Assert.Equal(cost ? HttpStatusCode.OK : HttpStatusCode.NotFound, await Status(session, $"/py/{Year}/{kind}/{owner}/supplemental-cost-report.csv"));
    }

    /// <summary>The clinician sees the group's score, and neither its patients nor a way to them.</summary>
    [Fact]
    public async Task WhoIsPaidByAGroupSeesNotItsPatients()
    {
        var session = await world.As("clinician");
        var practice = world.OrganizationOf("manager").Id;
        var page = await session.Text($"/py/{Year}/practices/{practice}/group-feedback/cost");
        Assert.DoesNotContain("supplemental-cost-report", page, StringComparison.Ordinal);
        Assert.DoesNotContain("patient-level", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status(session, $"/py/{Year}/practices/{practice}/{OfPatients[0]}"));
    }

    /// <summary>A file about patients is not opened by the address of other reports, nor one of cost by that of quality.</summary>
    [Fact]
    public async Task AFileOpensUnderItsOwnNameOnly()
    {
        var (session, practice) = (await world.As("manager"), world.OrganizationOf("manager").Id);
        var list = await session.Text($"/py/{Year}/practices/{practice}/{OfPatients[0]}");
        var id = Regex.Match(list, OfPatients[0] + "/(?<id>[A-Za-z0-9_-]{22})\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        Assert.Equal(HttpStatusCode.OK, await Status(session, $"/py/{Year}/practices/{practice}/{OfPatients[0]}/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(session, $"/py/{Year}/practices/{practice}/{OfPatients[1]}/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(session, $"/py/{Year}/practices/{practice}/reports/{id}"));
        Assert.DoesNotContain(id, await session.Text($"/py/{Year}/practices/{practice}/reports"), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Status(Session session, string path)
    {
        using var answer = await session.Get(path);
        return answer.StatusCode;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
