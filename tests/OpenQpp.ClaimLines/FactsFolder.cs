using OpenQpp.Claims;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.ClaimLines;

/// <summary>A folder with claims and lists, and the facts that come of them. It is gone when the test is over.</summary>
internal sealed class FactsFolder(YearLaw law) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-tests-").FullName;

    public FactsSummary? Summary { get; private set; }

    public string Problems { get; private set; } = "";

    public string At(params string[] names) => Path.Combine([folder, .. names]);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>Writes everything of a world but its lines; the request names it all.</summary>
    public FactsRequest Lists(FactsWorld world) => new()
    {
        Claims = [],
        Folder = At("out"),
        Institutional = [Write("institutional.csv", world.StaysFile())],
        Beneficiaries = [Write("beneficiaries.csv", world.MonthsFile())],
        Clinicians = Write("given-clinicians.csv", FactsWorld.Clinicians),
        Practices = Write("given-practices.csv", FactsWorld.Practices),
        PatientFacing = Write("patient-facing.csv", "code,from,until\n" + string.Concat(FactsWorld.PatientFacing.Select(code => $"{code.Code},{FactsWorld.Day(code.From)},{FactsWorld.Day(code.Until)}\n"))),
        Zips = Write("zips.csv", FactsWorld.Zips),
        Hospitals = Write("hospitals.csv", "ccn,name,hvbp_score\n" + string.Concat(FactsWorld.Scores.Select(score => FormattableString.Invariant($"{score.Key},,{score.Value}\n"))) + "059999,,\n"),
        Apm = Write("apm.csv", FactsWorld.Apm),
        FeeSchedule = Write("schedule.csv", FactsWorld.FeeSchedule),
        Megabytes = 1024,
        Threads = 2,
    };

    public void Run(FactsRequest request)
    {
        var problems = new ProblemList();
        Summary = new FactsRun(request, law, problems).Run();
        Problems = string.Join('|', problems.Found.Select(problem => $"{problem.Code} {problem.Path}"));
    }

    /// <summary>The lines of a file that was written, without its header.</summary>
    public string[] Rows(string name) => File.ReadAllLines(At("out", name))[1..];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
