using System.Text.RegularExpressions;
using Xunit;

namespace OpenQpp.House;

/// <summary>Files are small and named after what they hold.</summary>
public sealed class NamingTests
{
    private const int MostLines = 300;

    [Fact]
    public void FilesAreSmall() =>
        Assert.Empty(Sources.CSharp("src").Concat(Sources.CSharp("tests")).Where(file => file.Lines.Length > MostLines).Select(file => $"{file.Path}: {file.Lines.Length} lines"));

    [Fact]
    public void AFileHoldsTheTypeItIsNamedAfter() =>
        Assert.Empty(
            from file in Sources.CSharp("src")
            let name = Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]
            where name is not "Program" && !file.Lines.Any(line => Regex.IsMatch(line, $@"\b(class|struct|record|interface|enum|delegate [\w<>?]+)\s+(struct\s+)?{Regex.Escape(name)}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            select file.Path);

    [Fact]
    public void NoNameThatSaysNothing() =>
        Assert.Empty(
            from file in Sources.CSharp("src").Concat(Sources.CSharp("tests"))
            from line in file.Lines
            where Regex.IsMatch(Sources.CodeOf(line), @"\b(class|struct|record|interface|enum)\s+(struct\s+)?\w*(Manager|Helper|Util|Utils|Utility|Service|Dto)\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{file.Path}: {line.Trim()}");
}
