using System.Globalization;
using System.Text;
using OpenQpp.Access;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>
/// Patient-level reports of made-up people, so that there is something to open: as many rows as the measure has cases, and of cost a mean
/// of observed over expected that is the measure's over the national average, to the cent. The layout is ours; every file says what it is.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="reader">Reads a published case.</param>
internal sealed class DemoPatientReports(PortalStore store, Rescoring reader)
{
    private const string Made = "synthetic person";

    /// <summary>Lays there those of an owner in a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="owner">Whose.</param>
    /// <param name="at">When.</param>
    public async Task Lay(PublishedRun run, OwnerId owner, DateTimeOffset at)
    {
        if (await store.Owners.ById(owner) is not { } known || await store.Scores.Result(run.Id, owner.Id) is not { } published || Rescoring.CaseOf(published, known) is not { } submission)
        {
            return;
        }

        var result = reader.ScorerOf(run)(submission);
        if (owner.Kind != OwnerKind.ApmEntity)
        {
            foreach (var measure in result.Cost.Measures.Select(measure => measure.Computed))
            {
                await Add(run, owner, Resource.PatientLevelCostReport, measure.Measure.Id, CostRows(run, measure), at);
            }
        }

        foreach (var measure in result.Quality.Measures.Select(measure => measure.Measure).Where(measure => measure.Method == SubmissionMethod.AdministrativeClaims && measure.Cases is { HasNumber: true }))
        {
            await Add(run, owner, Resource.PatientLevelQualityReport, measure.Measure.Id, QualityRows(run, measure), at);
        }
    }

    private Task Add(PublishedRun run, OwnerId owner, Resource resource, string measure, IEnumerable<string[]> rows, DateTimeOffset at)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(DownloadCsv.Cell)).Append("\r\n");
        }

        return store.ReportFiles.Add(run.Year, owner.Id, MeasureReportRoutes.KindOf(resource), $"{measure}-{run.Year.Year}-patients-synthetic.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()), at);
    }

    /// <summary>Episodes: dearer and cheaper ones in pairs about the same ratio, so that the mean is that of the measure.</summary>
    private static IEnumerable<string[]> CostRows(PublishedRun run, ComputedCost measure)
    {
        yield return ["Note", "Measure ID", "Episode ID", "Beneficiary ID", "Last Name", "First Name", "Date Of Birth", "Trigger Date", "Observed Cost", "Expected Cost", "Observed To Expected Ratio"];
        var average = measure.Measure.AverageOfGroups ?? measure.Score;
        var ratio = average > 0m ? measure.Score / average : 1m;
        for (var place = 0; place < measure.CaseCount; place++)
        {
            // Of an odd number the last one stands in the middle.
            var spread = place == measure.CaseCount - 1 && measure.CaseCount % 2 == 1 ? 0m : (1 + (place / 2 % 40)) / 100m * (place % 2 == 0 ? 1m : -1m);
            var (person, own) = (Person(measure.Measure.Id, place), ratio * (1m + spread));
            yield return [Made, measure.Measure.Id, Number(place + 1), person.Id, person.Last, person.First, person.Born, Day(run, place), Money(average * own), Money(average), own.ToString("F4", CultureInfo.InvariantCulture)];
        }
    }

    /// <summary>So many of the cases had the outcome as the rate says, to the nearest case.</summary>
    private static IEnumerable<string[]> QualityRows(PublishedRun run, ScoredMeasure measure)
    {
        yield return ["Note", "Measure ID", "Case", "Beneficiary ID", "Last Name", "First Name", "Date Of Birth", "Index Date", "Outcome"];
        var cases = (int)measure.Cases!.Number;
        var rate = measure.Rate is { HasNumber: true } known ? known.Number : 0m;
        var happened = Math.Min(cases, (int)decimal.Round(cases * (rate > 1m ? rate / 100m : rate)));
        for (var place = 0; place < cases; place++)
        {
            var person = Person(measure.Measure.Id, place);
            yield return [Made, measure.Measure.Id, Number(place + 1), person.Id, person.Last, person.First, person.Born, Day(run, place), place < happened ? "1" : "0"];
        }
    }

    private static (string Id, string Last, string First, string Born) Person(string measure, int place)
    {
        var name = $"{measure}{place}";
        var born = new DateOnly(1932, 1, 1).AddDays(place * 137 % 9000);
        return ($"SYN{place + 1:00000}", DemoNames.LastName(name), DemoNames.FirstName(name), born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Day(PublishedRun run, int place) => new DateOnly(run.Year.Year, 1, 1).AddDays(place * 53 % 360).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int whole) => whole.ToString(CultureInfo.InvariantCulture);

    private static string Money(decimal dollars) => dollars.ToString("F2", CultureInfo.InvariantCulture);
}
