using OpenQpp.Claims;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.ClaimLines;

/// <summary>A folder with claims and beneficiaries, and what counting their services gives. It is gone when the test is over.</summary>
internal sealed class ServicesFolder(YearLaw law) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-tests-").FullName;

    public ServicesSummary? Summary { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public string At(params string[] names) => Path.Combine([folder, .. names]);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public void Run(string[] claims, string[] institutional, int threads, string specialties = RandomWorld.SpecialtiesFile, string? primaryCare = null)
    {
        var problems = new ProblemList();
        Summary = new ServicesRun(Request(claims, institutional, ["beneficiaries.csv"], threads, specialties, primaryCare), law, problems).Run();
        Problems = problems.Found;
    }

    /// <summary>Counts in parts, the last one first, and puts them together; without parts at once.</summary>
    public void Run(string[] claims, string[] institutional, string[] beneficiaries, int threads, int parts)
    {
        var problems = new ProblemList();
        var request = Request(claims, institutional, beneficiaries, threads, RandomWorld.SpecialtiesFile, null);
        for (var number = parts; number > 0; number--)
        {
            new ServicesRun(request, law, problems).Run(new BeneficiaryPart(number, parts));
        }

        Summary = parts == 0 ? new ServicesRun(request, law, problems).Run() : problems.IsEmpty ? new ServicesMerge(At("out"), parts, Known.Book, problems).Run(1024, threads)?.Summary : null;
        Problems = problems.Found;
    }

    /// <summary>The rows of a file that was written, in the order of their text.</summary>
    public string[] Rows(string name) => [.. File.ReadAllLines(At("out", name))[1..].Order(StringComparer.Ordinal)];

    private ServicesRequest Request(string[] claims, string[] institutional, string[] beneficiaries, int threads, string specialties, string? primaryCare) => new(
        [.. claims.Select(name => At(name))], [.. institutional.Select(name => At(name))], [.. beneficiaries.Select(name => At(name))], Write("specialties.csv", specialties),
        primaryCare is null ? null : Write("primary-care.csv", primaryCare), At("out"), AsParquet: false, 1024, threads);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
