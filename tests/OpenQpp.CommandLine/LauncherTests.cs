using System.Text.RegularExpressions;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>The script that builds when the sources differ from the build, and otherwise only runs.</summary>
public sealed class LauncherTests(LauncherCopy copy) : IClassFixture<LauncherCopy>
{
    private static readonly string Version = Built.OpenQpp("--version").Output;

    [Fact]
    public void TwoFirstCallsBuildOnce()
    {
        SkipOnWindows();
        Assert.All(copy.FirstCalls, ran => Assert.True(ran.Code == 0 && ran.Output == Version, $"{ran.Code} {ran.Output}{ran.Error}"));
        Assert.Equal(1, copy.FirstCalls.Sum(Builds));
    }

    [Fact]
    public void ALaterCallBuildsNothing()
    {
        SkipOnWindows();
        Answers(copy.Call());
        AnswersQuietly();
    }

    [Fact]
    public void TheBuildStaysInItsOwnFolder()
    {
        SkipOnWindows();
        Answers(copy.Call());
        Assert.Equal([".build", "eng", "law", "src", "tests"], Folders(copy.At()).Where(name => name != "artifacts"));
        // What is fetched once for every build and for 'analytics install'.
        Assert.All(Directory.Exists(copy.At("artifacts")) ? Folders(copy.At("artifacts")) : [], name => Assert.Equal("analytics", name));
    }

    /// <summary>Times that changed are looked into; the same contents need no build.</summary>
    [Fact]
    public void ATouchedSourceBuildsNothing()
    {
        SkipOnWindows();
        Answers(copy.Call());
        File.SetLastWriteTimeUtc(copy.At("src", "OpenQpp.Cli", "Program.cs"), new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        AnswersQuietly();
        AnswersQuietly();
    }

    [Fact]
    public void ABrokenSourceIsThreeAndItsRemovalMendsIt()
    {
        SkipOnWindows();
        Answers(copy.Call());
        var broken = copy.At("src", "OpenQpp.Vocabulary", "Broken.cs");
        File.WriteAllText(broken, "namespace OpenQpp.Vocabulary; public static class Broken {\n");
        var ran = copy.Call();
        Assert.Equal((3, ""), (ran.Code, ran.Output));
        Assert.Matches(new Regex(@"Broken\.cs\(.*\): error CS[0-9]{4}: ", RegexOptions.None, TimeSpan.FromSeconds(1)), ran.Error);
        File.Delete(broken);
        AnswersQuietly();
    }

    [Fact]
    public void ARenamedSourceIsNoticed()
    {
        SkipOnWindows();
        Answers(copy.Call());
        var source = Directory.GetFiles(copy.At("tests", "scenarios"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.Move(source, Path.ChangeExtension(source, "renamed.yaml"));
        var ran = copy.Call();
        Answers(ran);
        Assert.Equal(1, Builds(ran));
        AnswersQuietly();
    }

    [Fact]
    public void TheCommittedScriptMayBeRun()
    {
        SkipOnWindows();
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(Path.Combine(Root.Folder, "openqpp")).HasFlag(UnixFileMode.UserExecute));
        }
    }

    private void AnswersQuietly()
    {
        var ran = copy.Call();
        Assert.Equal((0, Version, ""), (ran.Code, ran.Output, ran.Error));
    }

    private static void Answers(Ran ran) => Assert.True(ran.Code == 0 && ran.Output == Version, $"{ran.Code} {ran.Output}{ran.Error}");

    private static int Builds(Ran ran) => ran.ErrorLines.Count(line => line.StartsWith("openqpp: building", StringComparison.Ordinal));

    private static IEnumerable<string> Folders(string of) => Directory.GetDirectories(of).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "./openqpp is a script of POSIX systems");
}
