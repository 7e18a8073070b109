using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Xunit;

namespace OpenQpp.House;

/// <summary>The rules read nothing, know no clock and no culture, and calculate with decimals.</summary>
public sealed class PurityTests
{
    private static readonly string[] ForbiddenNamespaces =
        ["System.IO", "System.Net", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "System.Text.Json", "System.Reflection", "System.Data", "Microsoft.Extensions.Logging"];

    private static readonly string[] ForbiddenTypes =
        ["System.Double", "System.Single", "System.Half", "System.DateTime", "System.DateTimeOffset", "System.TimeProvider", "System.Random", "System.Guid", "System.Environment", "System.Console", "System.Diagnostics.Stopwatch", "System.Math"];

    /// <summary>What access reads is its own matrix, and nothing else.</summary>
    private static readonly string[] OwnMatrix = ["System.IO.Stream", "System.IO.StreamReader", "System.IO.TextReader", "System.Reflection.Assembly"];

    /// <summary>What the compiled rules refer to, whatever the source calls it.</summary>
    [Fact]
    public void RulesReferToNothingImpure()
    {
        var types = TypesOf("OpenQpp.Rules.dll");
        Assert.Contains(("System", "Decimal"), types);
        Assert.Empty(Impure(types));
    }

    [Fact]
    public void AccessReadsItsOwnMatrixOnly() =>
        Assert.Empty(Impure(TypesOf("OpenQpp.Access.dll")).Where(type => !OwnMatrix.Contains($"{type.Namespace}.{type.Name}", StringComparer.Ordinal)));

    private static (string Namespace, string Name)[] TypesOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly)));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => (Namespace: metadata.GetString(type.Namespace), Name: metadata.GetString(type.Name))).Where(type => !type.Name.EndsWith("Attribute", StringComparison.Ordinal))];
    }

    private static IEnumerable<(string Namespace, string Name)> Impure((string Namespace, string Name)[] types) =>
        types.Where(type => ForbiddenNamespaces.Contains(type.Namespace, StringComparer.Ordinal) || ForbiddenTypes.Contains($"{type.Namespace}.{type.Name}", StringComparer.Ordinal));

    /// <summary>Keywords are not type references: a double can hide in a local.</summary>
    [Theory]
    [InlineData("src/OpenQpp.Access")]
    [InlineData("src/OpenQpp.Rules")]
    [InlineData("src/OpenQpp.Law")]
    [InlineData("src/OpenQpp.Vocabulary")]
    public void NoBinaryFloatingPoint(string folder) =>
        Assert.Empty(
            from file in Sources.CSharp(folder)
            from line in file.Lines
            where Regex.IsMatch(Sources.CodeOf(line), @"\b(double|float)\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{file.Path}: {line.Trim()}");

    /// <summary>A year in a rule would be law in code; years stand in the law's data only.</summary>
    [Theory]
    [InlineData("src/OpenQpp.Access")]
    [InlineData("src/OpenQpp.Rules")]
    [InlineData("src/OpenQpp.Law")]
    [InlineData("src/OpenQpp.Program")]
    public void NoYearIsWrittenInCode(string folder) =>
        Assert.Empty(
            from file in Sources.CSharp(folder)
            from line in file.Lines
            where Regex.IsMatch(Sources.CodeOf(line), @"(?<![\w.])20[12][0-9](?![\w.])", RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{file.Path}: {line.Trim()}");
}
