using System.Xml.Linq;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.House;

/// <summary>Projects depend on each other in one direction only.</summary>
public sealed class DependencyTests
{
    /// <summary>From the ground up: a project may refer only to those that stand before it.</summary>
    private static readonly string[] FromTheGroundUp =
    [
        "OpenQpp.Vocabulary", "OpenQpp.Access", "OpenQpp.X12", "OpenQpp.DuckDb", "OpenQpp.Law", "OpenQpp.Rules", "OpenQpp.Program", "OpenQpp.Files", "OpenQpp.Remits", "OpenQpp.Population", "OpenQpp.Claims", "OpenQpp.YearRun", "OpenQpp.Store", "OpenQpp.LawPacker", "OpenQpp.Web", "OpenQpp.Cli",
    ];

    [Fact]
    public void EveryProjectHasItsPlace() =>
        Assert.Equal(FromTheGroundUp.Order(StringComparer.Ordinal), Projects("src").Select(project => project.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void AProjectRefersOnlyToThoseBelowIt() =>
        Assert.Empty(
            from project in Projects("src")
            from reference in project.References
            where Array.IndexOf(FromTheGroundUp, reference) >= Array.IndexOf(FromTheGroundUp, project.Name)
            select $"{project.Name} refers to {reference}");

    [Fact]
    public void TheProductDoesNotReferToTests() =>
        Assert.Empty(Projects("src").SelectMany(project => project.References).Intersect(Projects("tests").Select(project => project.Name)));

    [Fact]
    public void TheLawAndTheRulesUseNoPackages() =>
        Assert.Empty(
            from project in Projects("src")
            where project.Name is "OpenQpp.Vocabulary" or "OpenQpp.Access" or "OpenQpp.X12" or "OpenQpp.DuckDb" or "OpenQpp.Claims" or "OpenQpp.Law" or "OpenQpp.Rules" or "OpenQpp.Program" or "OpenQpp.Files" or "OpenQpp.Remits" or "OpenQpp.Population" or "OpenQpp.YearRun"
            from package in project.Packages
            select $"{project.Name} uses {package}");

    [Fact]
    public void EveryProjectIsInTheSolutionAndHasALockFile()
    {
        var solution = Sources.Text("OpenQpp.slnx");
        Assert.Empty(Projects("src").Concat(Projects("tests")).Where(project => !solution.Contains($"{project.Name}.csproj", StringComparison.Ordinal)).Select(project => project.Name));
        Assert.Empty(Projects("src").Concat(Projects("tests")).Where(project => !File.Exists(Path.Combine(project.Folder, "packages.lock.json"))).Select(project => project.Name));
    }

    private static IEnumerable<(string Name, string Folder, string[] References, string[] Packages)> Projects(string folder) =>
        from path in Directory.GetFiles(Path.Combine(Root.Folder, folder), "*.csproj", SearchOption.AllDirectories)
        let document = XDocument.Load(path)
        select (
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(path)!,
            document.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))).ToArray(),
            document.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value).ToArray());
}
