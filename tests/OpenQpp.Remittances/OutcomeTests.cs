using OpenQpp.Explanations;
using OpenQpp.Vocabulary;
using OpenQpp.X12;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.Remittances;

/// <summary>What becomes of each sample interchange stands in outcomes.yaml, with the reason.</summary>
public sealed class OutcomeTests
{
    private static readonly Dictionary<string, YamlMappingNode> Outcomes = Listed();

    [Fact]
    public void EverySampleHasAnOutcomeAndEveryOutcomeASample()
    {
        var folder = Samples.Folder();
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetDirectoryName(path) != folder).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
        Assert.Equal(files.Order(StringComparer.Ordinal), Outcomes.Keys.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Files() => [.. Outcomes.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void TheSampleComesOutAsListed(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Samples.Folder(), file));
        var (expected, problems) = (Outcomes[file], new ProblemList());
        var read = file.StartsWith("835/", StringComparison.Ordinal) ? Remittances(bytes, problems) : Claims(bytes, problems);
Assert.Equal(Texts(expected, "problems"), problems.Found.Select(problem => $"{problem.Code} {problem.Path}"));
        Assert.Equal(((YamlScalarNode)expected.Children["read"]).Value, read);
    }

    /// <summary>How much was read; where nothing is wrong, what is written again is the same when it is read.</summary>
    private static string Remittances(byte[] bytes, ProblemList problems)
    {
        var (claims, lines, paid, payment) = (0, 0, 0m, 0m);
        new RemittanceReader(problems).Read(
            new MemoryStream(bytes),
            (_, claim) =>
            {
                (claims, lines, paid) = (claims + 1, lines + claim.Lines.Count, paid + claim.Paid);
                foreach (var wrong in RemittanceBalance.Of(claim))
                {
                    problems.Add(wrong.Code, wrong.Place, wrong.Message);
                }
            },
            remittance =>
            {
                payment += remittance.Payment;
                if (RemittanceBalance.Of(remittance) is { } wrong)
                {
                    problems.Add(wrong.Code, wrong.Place, wrong.Message);
                }
            });
        if (problems.IsEmpty)
        {
            RoundTrip.Holds(bytes);
        }

        return FormattableString.Invariant($"{claims} claims, {lines} lines, {paid:0.00} paid for claims, {payment:0.00} in all");
    }

    private static string Claims(byte[] bytes, ProblemList problems)
    {
        var (claims, lines, charges, assigned) = (0, 0, 0m, 0);
        new ProfessionalClaimReader(problems).Read(new MemoryStream(bytes), claim =>
            (claims, lines, charges, assigned) = (claims + 1, lines + claim.Lines.Count, charges + claim.Charge, assigned + (claim.Assigned == true ? 1 : 0)));
        return FormattableString.Invariant($"{claims} claims, {lines} lines, {charges:0.00} charged, {assigned} assigned");
    }

    private static Dictionary<string, YamlMappingNode> Listed()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Root.Folder, "tests", "OpenQpp.Remittances", "outcomes.yaml"));
        yaml.Load(reader);
        return ((YamlSequenceNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children["outcomes"]).Children.Cast<YamlMappingNode>().ToDictionary(one => ((YamlScalarNode)one.Children["file"]).Value!, StringComparer.Ordinal);
    }

    private static string[] Texts(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).Children.Select(one => ((YamlScalarNode)one).Value!)] : [];
}
