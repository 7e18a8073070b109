using OpenQpp.Explanations;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.House;

/// <summary>Numbers stand in data, each with its citation, and none stands there unused.</summary>
public sealed class LawDataTests
{
    private static readonly string[] Statuses = ["final", "unverified", "proposed", "derived", "provisional", "published"];

    public static TheoryData<string> Parameters() =>
        [.. Directory.GetFiles(Path.Combine(Root.Folder, "law", "parameters"), "*.yaml", SearchOption.AllDirectories).Select(Sources.Relative).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Settings() =>
        [.. Directory.GetFiles(Path.Combine(Root.Folder, "law", "settings"), "*.yaml").Select(Sources.Relative).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void EveryYearIsRecordedWithItsSource(string path)
    {
        var parameter = Sources.Yaml(path);
        var first = parameter.Entry("keyed by") switch { "performance year" => 2017, "payment year" => 2019, var other => throw new InvalidDataException($"{path}: keyed by {other}") };
        var values = (YamlMappingNode)((YamlMappingNode)parameter).Children["values"];
        Assert.Equal(Enumerable.Range(first, 10).Select(year => $"{year}"), values.Children.Keys.Select(key => ((YamlScalarNode)key).Value!));
        foreach (var (year, value) in values.Children)
        {
            Assert.True(value.Entry("source") is { Length: > 3 }, $"{path}: the value of {year} cites nothing");
            Assert.True(value.Entry("status") is not { } status || Statuses.Contains(status, StringComparer.Ordinal), $"{path}: status of {year}");
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void EveryNumberIsAskedForByCode(string path)
    {
        var key = path["law/parameters/".Length..^".yaml".Length];
        Assert.True(Code.Contains($"\"{key}\"", StringComparison.Ordinal), $"no code asks for {key}");
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void EverySettingIsAskedForAndSaysWhatIsOpen(string path)
    {
        var setting = Sources.Yaml(path);
        Assert.Equal(Path.GetFileNameWithoutExtension(path), setting.Entry("name"));
        Assert.True(setting.Entry("open") is { Length: > 20 } && setting.Entry("law") is { Length: > 3 });
        Assert.Contains(setting.Entry("default")!, setting.Entries("choices"));
        Assert.True(Code.Contains($"\"{setting.Entry("name")}\"", StringComparison.Ordinal), $"no code asks for {path}");
    }

    private static readonly string Code = string.Join('\n', Sources.CSharp("src").SelectMany(file => file.Lines));
}
