using System.Globalization;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Files hold what the page holds, no more and no less.</summary>
public sealed class DownloadTests(PortalWorld world)
{
    public static TheoryData<string, int> PracticesOfPeople()
    {
        var data = new TheoryData<string, int>();
        foreach (var user in new[] { "manager", "staff", "subgroups", "facility", "intermediary", "three-roles" })
        {
            foreach (var year in PortalWorld.Years.Where(year => user is "manager" or "staff" or "three-roles" || year == 2024))
            {
                data.Add(user, year);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PracticesOfPeople))]
    public async Task ThePracticesFileHasTheRowsOfThePage(string user, int year)
    {
        var (session, practice) = (await world.As(user), world.OrganizationOf(user).Id);
        var screen = new List<IReadOnlyList<string>>();
        for (var page = 1; page == 1 || screen.Count == (page - 1) * 100; page++)
        {
            screen.AddRange(HtmlPage.Rows(await session.Text($"/py/{year}/practices/{practice}/details?page={page}")));
        }

        var file = await CsvTable.Of(session, $"/py/{year}/practices/{practice}/payment-adjustment.csv");
        Assert.Equal(screen.Select(row => row[1]), file.Column("NPI"));
        foreach (var (shown, row) in screen.Zip(file.Rows))
        {
            Assert.Equal(shown[2] is "--" ? "" : shown[2], file[row, "Final Score"]);
            Assert.Equal(Percent(shown[4]), Percent(file[row, "Total Payment Adjustment %"]));
            var option = file[row, "Participation Option"];
            Assert.True(option.Length > 0 ? shown[3] == $"{option}, {file[row, "Reporting Option"]}" : shown[2] is "--" or "", shown[3]);
            Assert.Matches("^[0-9]{9}$", file[row, "TIN"]);
            Assert.Matches("^[0-9]{10}$", file[row, "NPI"]);
        }

        var connected = await CsvTable.Of(session, $"/py/{year}/practices/{practice}/connected-clinician-list.csv");
        Assert.Equal(file.Rows.Where(row => file[row, "First Billed In Determination Period"] == "Y").Select(row => file[row, "NPI"]), connected.Column("NPI"));
        Assert.Equal(
            file.Rows.Where(row => file[row, "First Billed In Determination Period"] == "Y").Select(row => file[row, "Final Score"]),
            connected.Column("Final Score"));
    }

    [Theory]
    [InlineData("aco", "apm-entities", "apm-participant-list.csv")]
    [InlineData("aco-staff", "apm-entities", "apm-participant-list.csv")]
    [InlineData("virtual-group", "virtual-groups", "virtual-group-participant-list.csv")]
    [InlineData("virtual-group-staff", "virtual-groups", "virtual-group-participant-list.csv")]
    public async Task AnEntitysFilesHaveTheRowsOfItsPage(string user, string kind, string list)
    {
        var (session, entity) = (await world.As(user), world.OrganizationOf(user).Id);
        foreach (var year in PortalWorld.Years.Where(year => world.Owners.Single(owner => owner.Id.Id == entity).Facts[year] is not null))
        {
            var page = await session.Text($"/py/{year}/{kind}/{entity}/details");
            var paid = await CsvTable.Of(session, $"/py/{year}/{kind}/{entity}/payment-adjustment.csv");
            Assert.Contains($"{paid.Rows.Count} clinicians receive it", HtmlPage.Words(page), StringComparison.Ordinal);
            Assert.All(paid.Column("Final Score"), score => Assert.Contains($"Final score {score}.", HtmlPage.Words(page), StringComparison.Ordinal));
            var participants = await CsvTable.Of(session, $"/py/{year}/{kind}/{entity}/{list}");
            Assert.Equal(HtmlPage.Rows(page).Select(row => row[1]), participants.Column("TIN").Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task AClinicianFilesAreTheClinicianAlone()
    {
        var session = await world.As("clinician");
        var npi = world.Person("clinician").Roles[0].Role.Npi!.Value;
        foreach (var association in world.Owners.Where(owner => owner.Facts[2024]?.Npi == npi))
        {
            var file = await CsvTable.Of(session, $"/py/2024/clinicians/{association.Id.Id}/payment-adjustment.csv");
            Assert.Equal([npi.Digits], file.Column("NPI"));
            Assert.Contains($"Final score {file.Column("Final Score").Single()}", HtmlPage.Words(await session.Text("/py/2024/feedback")), StringComparison.Ordinal);
        }
    }

    /// <summary>A row for each measure and activity of the case, with its category's score as in the stored result.</summary>
    [Theory]
    [InlineData("manager", "practices")]
    [InlineData("subgroups", "practices")]
    [InlineData("facility", "practices")]
    [InlineData("aco", "apm-entities")]
    [InlineData("virtual-group", "virtual-groups")]
    public async Task TheScoreSubmissionHasARowForEachMeasurement(string user, string kind)
    {
        var (session, owner) = (await world.As(user), world.OrganizationOf(user));
        foreach (var year in PortalWorld.Years)
        {
            var run = (await world.Store.Years.Current(new(year), ReleaseKind.Scores, DateTimeOffset.UtcNow))!;
            if (await world.Store.Scores.Result(run.Id, owner.Id) is not { } result || Rescoring.CaseOf(result, (await world.Store.Owners.ById(owner.Owner))!) is not { } submission)
            {
                continue;
            }

            var file = await CsvTable.Of(session, $"/py/{year}/{kind}/{owner.Id}/submissions.csv");
            var expected = submission.MeasurementSets.SelectMany(set => set.Measurements.Select(measurement => (set.Category.Word(), measurement.MeasureId)));
            Assert.Equal(expected, file.Rows.Select(row => (file[row, "Category"], file[row, "Measure/Activity ID"])));
            Assert.All(file.Column("Performance Year"), text => Assert.Equal(year.ToString(CultureInfo.InvariantCulture), text));
            var program = new CaseScoring(world.Book, new(null, null)).For(submission, world.Book.Of(new(year))).Program;
            var counted = file.Rows.Where(row => file[row, "Counts Toward Final Score"] == "Y").ToArray();
            Assert.All(counted, row => Assert.True(file[row, "Program"] == program || file[row, "Submission Method"] == SubmissionMethod.AdministrativeClaims.Word()));
            Assert.All(counted, row => Assert.Equal("Y", file[row, "Counts Toward Category"]));
        }
    }

    [Fact]
    public async Task OwnDataOfAClinicianCountOnlyWhereTheOwnScorePays()
    {
        const int Enough = 6;
        var found = new Dictionary<bool, List<Assignment>> { [true] = [], [false] = [] };
        var run = (await world.Store.Years.Current(new(PortalWorld.Years[^1]), ReleaseKind.Scores, DateTimeOffset.UtcNow))!;
        foreach (var practice in (await world.Store.Organizations.Search(OrganizationKind.Practice, "", new(0, 1000))).Rows)
        {
            await foreach (var line in world.Store.Assignments.AllOfPractice(run.Id, practice.Id.Id, VisibleSources.All))
            {
                var lines = found[line.Source?.Level == ParticipationOption.Individual];
                if (lines.Count < Enough && await world.Store.Scores.Result(run.Id, line.AssociationId) is { Case: { } body } && CaseReader.Read(body, new ProblemList()) is { MeasurementSets.Length: > 0 })
                {
                    lines.Add(line);
                }
            }
        }

        Assert.NotEmpty(found[true]);
        var practices = found.Values.SelectMany(lines => lines.Select(line => line.PracticeId)).Distinct(StringComparer.Ordinal);
        await world.Admit("official-of-many", acknowledges: true, practices.Select(id => HeldRole.SecurityOfficialOf(new(OrganizationKind.Practice, id))));
        var session = await world.As("official-of-many");
        foreach (var (own, lines) in found)
        {
            foreach (var line in lines)
            {
                var file = await CsvTable.Of(session, $"/py/{run.Year.Year}/clinicians/{line.AssociationId}/submissions.csv");
                Assert.Equal(own, file.Column("Counts Toward Final Score").Contains("Y"));
            }
        }
    }

    private static string Percent(string text) => text.Replace("%", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Replace("--", "", StringComparison.Ordinal).Trim();
}
