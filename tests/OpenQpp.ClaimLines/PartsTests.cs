using System.Text;
using OpenQpp.Claims;
using OpenQpp.Rules;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>Lines cut by beneficiary and put together again: the files of one run, byte by byte; and what is refused.</summary>
public sealed class PartsTests
{
    private const string Factors = "2026,000000011,1234567893,scored,95,5.21\n2026,000000012,1234567893,scored,10,-9.00\n";
    private const string Header = "claim_id,line_no,bene_id,tin,npi,pos,dos,allowed,deductible,assigned,status,own\n";

    /// <summary>Worked out once by another program: parts are the same on every machine and in every version.</summary>
    [Theory]
    [InlineData("", 8, 7)]
    [InlineData("B1", 8, 1)]
    [InlineData(" B1 ", 8, 1)]
    [InlineData("-10000010254618", 1000, 882)]
    [InlineData("É", 7, 5)]
    public void TheHashIsWrittenDown(string beneficiary, int parts, int expected) => Assert.Equal(expected, BeneficiaryPart.Of(Encoding.UTF8.GetBytes(beneficiary), parts));

    /// <summary>Files of two shapes and both separators, in the order in which they were given; more parts than beneficiaries, so that some are empty.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void TheLinesOfAllPartsAreThoseOfOneRun(int parts)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        string[] claims =
        [
            adjusted.Write("b.csv", Lines(40, 0)),
            adjusted.Write("carrier.csv", "CLM_ID|LINE_NUM|BENE_ID|TAX_NUM|PRF_PHYSN_NPI|LINE_PLACE_OF_SRVC_CD|LINE_1ST_EXPNS_DT|LINE_ALOWD_CHRG_AMT|own\n" + string.Concat(Enumerable.Range(0, 30).Select(line => $"R{line}|1| B{line % 9} |000000011|1234567893|11|02-MAR-2026|{line}.50|\"q, \"\"{line}\"\"\"\n"))),
            adjusted.Write("a.csv", Lines(25, 40)),
        ];
        adjusted.Run(Factors, claims, threads: 2);
        Assert.Empty(adjusted.Problems);
        var (lines, totals, summary) = (adjusted.Text("adjusted.csv"), adjusted.Text("totals.csv"), string.Join('\n', adjusted.Summary!.ByReason));
        adjusted.Write(Path.Combine("out", "adjusted.csv"), "of another run");
        adjusted.RunInParts(Factors, claims, parts);
        Assert.Empty(adjusted.Problems);
        Assert.Equal((lines, totals, summary), (adjusted.Text("adjusted.csv"), adjusted.Text("totals.csv"), string.Join('\n', adjusted.Summary!.ByReason)));
        adjusted.Merge(parts);
        Assert.Equal((lines, totals), (adjusted.Text("adjusted.csv"), adjusted.Text("totals.csv")));
    }

    [Fact]
    public void LinesOfWideFilesKeepTheirOrder()
    {
        var samples = Provided.Samples();
        Provided.Library();
        using var adjusted = new Adjusted();
        string[] claims = [.. Directory.GetFiles(samples, "synpuf-*").Order(StringComparer.Ordinal)];
        var lines = adjusted.Run(Factors, claims).Text("adjusted.csv");
        Assert.Equal(lines, adjusted.RunInParts(Factors, claims, 3).Text("adjusted.csv"));
    }

    /// <summary>Two lines of one key whose beneficiaries are in different parts: one part finds them, whichever it is.</summary>
    [Fact]
    public void AKeyThatStandsTwiceIsFoundAcrossParts()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        string[] claims = [adjusted.Write("claims.csv", $"{Header}A,1,B1,000000011,1234567893,11,2026-03-02,10,0,Y,A,\nA,1,B2,000000011,1234567893,11,2026-03-02,10,0,Y,A,\n")];
        var found = Enumerable.Range(1, 5).Select(part =>
        {
            adjusted.RunPart(Factors, claims, new(part, 5));
            return string.Join('|', adjusted.Problems.Select(problem => $"{problem.Code} {problem.Path}"));
        });
        Assert.Equal(["", "", "", "", "DUPLICATE_ROW claims.csv(3)"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MissingPartsAreToldByNumberAndWhatIsThereIsNotMadeAgain()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        string[] claims = [adjusted.Write("claims.csv", Lines(30, 0))];
        Assert.Equal((1, false), Made(adjusted.RunPart(Factors, claims, new(2, 4))));
        Assert.Equal((1, true), Made(adjusted.RunPart(Factors, claims, new(2, 4))));
        Refused(adjusted.Merge(4), "PART_MISSING", "1, 3, 4");
        Assert.False(File.Exists(adjusted.At(Path.Combine("out", "adjusted.csv"))));
        Refused(adjusted.Merge(5), "PART_MISSING", "1, 2, 3, 4, 5");
        // Other lines under the same name: the part is made again, by a higher token, and the earlier one is gone.
        adjusted.Write("claims.csv", Lines(31, 0));
        Assert.Equal((2, false), Made(adjusted.RunPart(Factors, claims, new(2, 4))));
        Assert.Equal(["adjust-2-of-4.2", "adjust-2-of-4.2.begun"], Directory.GetFileSystemEntries(adjusted.At(Path.Combine("out", "parts"))).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PartsOfDifferentMakingAreNotMerged()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        string[] claims = [adjusted.Write("claims.csv", Lines(30, 0))], others = [adjusted.Write("others.csv", Lines(31, 0))];
        void Second(Func<PartSummary?> run, string named)
        {
            Assert.NotNull(run());
            Refused(adjusted.Merge(2), "PART_DIFFERS", $"part 1: {named}.");
        }

        adjusted.RunPart(Factors, claims, new(1, 2));
        Second(() => adjusted.RunPart(Factors, others, new(2, 2)), "input claims");
        Second(() => adjusted.RunPart(Factors + "2026,000000013,1234567893,qp,,\n", claims, new(2, 2)), "input factors");
        Second(() => adjusted.RunPart(Factors, claims, new(2, 2), PayerMode.MedicareAdvantage), "mode");
        Second(() => adjusted.RunPart(Factors, claims, new(2, 2), asCsv: false), "file");
        Second(() => adjusted.RunPart(Factors, claims, new(2, 2), setting: ("maNegativeAdjustments", "no")), "setting maNegativeAdjustments");
        Assert.NotNull(adjusted.RunPart(Factors, claims, new(2, 2)));
        Assert.NotNull(adjusted.Merge(2).Summary);
    }

    [Theory]
    [InlineData("program", "another program")]
    [InlineData("law", "another law")]
    public void PartsOfAnotherProgramOrLawAreNotMerged(string name, string named)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        string[] claims = [adjusted.Write("claims.csv", Lines(30, 0))];
        adjusted.RunPart(Factors, claims, new(1, 1));
        var file = adjusted.At(Path.Combine("out", "parts", "adjust-1-of-1.1", "part.json"));
        var text = File.ReadAllText(file);
        var at = text.IndexOf($"\"{name}\": \"", StringComparison.Ordinal) + name.Length + 5;
        File.WriteAllText(file, text[..at] + "0" + text[at..]);
        Refused(adjusted.Merge(1), "PART_DIFFERS", named);
    }

    [Theory]
    [InlineData("totals.csv", "cut")]
    [InlineData("lines.parquet", "cut")]
    [InlineData("part.json", "cut")]
    [InlineData("lines.parquet", "gone")]
    public void ADamagedPartIsNotMergedAndIsMadeAgain(string name, string how)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        string[] claims = [adjusted.Write("claims.csv", Lines(30, 0))];
        adjusted.RunInParts(Factors, claims, 2);
        var lines = adjusted.Text("adjusted.csv");
        var file = adjusted.At(Path.Combine("out", "parts", "adjust-2-of-2.1", name));
        if (how == "cut")
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^3]);
        }
        else
        {
            File.Delete(file);
        }

        Refused(adjusted.Merge(2), "PART_DAMAGED", ": 2.");
        Assert.Equal((2, false), Made(adjusted.RunPart(Factors, claims, new(2, 2))));
        Assert.Equal(lines, adjusted.Merge(2).Text("adjusted.csv"));
    }

    private static (long Token, bool WasThere) Made(PartSummary? made) => (made!.Token, made.WasThere);

    private static void Refused(Adjusted adjusted, string code, string says)
    {
        Assert.Null(adjusted.Summary);
        var problem = adjusted.Problems.Single();
        Assert.Equal(code, problem.Code.ToString());
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Nine beneficiaries, of whom two are named with spaces or other letters.</summary>
    private static string Lines(int count, int first) => Header + string.Concat(Enumerable.Range(first, count).Select(line =>
        $"C{line / 2},{line % 2},{(line % 9) switch { 3 => " B3 ", 4 => "Ä4", var number => $"B{number}" }},{(line % 5 == 0 ? "" : line % 7 == 0 ? "odd" : "000000011")},{(line % 11 == 0 ? "1000000004" : "1234567893")},11,2026-03-0{1 + (line % 9)},{line}.{line % 90 + 10},0,{(line % 6 == 0 ? "" : "Y")},A,\"{line}, x\"\n"));
}
