using System.IO.Compression;
using System.Text;
using OpenQpp.Claims;
using OpenQpp.Population;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>Forms of files: CSV, Parquet, CMS's carrier files; and what is wrong with them.</summary>
public sealed class FileFormTests
{
    private const string Factors = "2026,000000011,1234567893,scored,95,5.21\n";
    private const string Header = "claim_id,line_no,bene_id,tin,npi,pos,dos,allowed,deductible,assigned,status,note\n";
    private const string Line = "000000011,1234567893,11,2026-03-02,100.00,0,Y,A,";

    /// <summary>The same lines in one file, in several, in another order, as Parquet, with one thread and with two.</summary>
    [Fact]
    public void NothingDependsOnOrderFilesFormOrThreads()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        var billed = Enumerable.Range(0, 50).Select(number => ($"{number / 3:D9}", $"{1000000000 + number}")).ToArray();
        var factors = string.Concat(billed.Select((pair, number) => $"2026,{pair.Item1},{pair.Item2},{(number % 7 == 0 ? "excluded,," : $"scored,{number + 40},{(number - 25) * 0.07m}")}\n"));
        var all = adjusted.At("all.parquet");
        Assert.True(new SyntheticClaimsFile(new(new PaymentYear(2026), 3, billed)).Write(20_000, all, asCsv: false, new()));
        string[] Answer(string[] claims, int threads)
        {
            adjusted.Run(factors, claims, threads: threads, asCsv: false);
            Assert.Empty(adjusted.Problems);
            return [.. adjusted.Rows(Path.Combine("out", "adjusted.parquet")), File.ReadAllText(adjusted.At(Path.Combine("out", "totals.csv")))];
        }

        var expected = Answer([all], 1);
        Assert.Equal(expected, Answer([all], 2));
        Assert.Equal(expected, Answer([adjusted.Parquet("shuffled.parquet", $"SELECT * FROM '{all}' ORDER BY hash(claim_id || line_no)")], 2));
        Assert.Equal(expected, Answer([adjusted.Parquet("one.parquet", $"SELECT * FROM '{all}' WHERE line_no = '1'"), adjusted.Parquet("more.parquet", $"SELECT * FROM '{all}' WHERE line_no <> '1'")], 2));
        Assert.Equal(20_000 + 1, expected.Length);
        Assert.True(adjusted.Summary!.ByReason.Count > 12);
    }

    /// <summary>Each line depends on the seed and its number alone; every one has a key of its own and a claim of one day.</summary>
    [Fact]
    public void SyntheticLinesAreTheSameWhoeverMakesThem()
    {
        var billed = new[] { ("000000001", "1000000004") };
        var (claims, again, other) = (new SyntheticClaims(new(2026), 9, billed), new SyntheticClaims(new(2026), 9, billed), new SyntheticClaims(new(2026), 10, billed));
        var (line, keys, differs) = (new SyntheticClaimLine(), new HashSet<(string, int)>(), 0);
        for (var number = 999; number >= 0; number--)
        {
            claims.Fill(number, line);
            Assert.True(keys.Add((line.ClaimId, line.LineNo)));
            var seen = (line.ClaimId, line.LineNo, line.Hcpcs, line.Allowed, line.Service, line.Received, line.Denied);
            again.Fill(number, line);
            Assert.Equal(seen, (line.ClaimId, line.LineNo, line.Hcpcs, line.Allowed, line.Service, line.Received, line.Denied));
            other.Fill(number, line);
            differs += seen.Allowed == line.Allowed ? 0 : 1;
        }

        Assert.True(differs > 500);
        Assert.Equal(400, keys.Select(key => key.Item1).Distinct().Count());
    }

    [Fact]
    public void AColumnOfOnesOwnIsCarriedThroughAndTextIsKept()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(Factors, [adjusted.Write("a.csv", $"{Header}A,1,B,{Line}\"one, \"\"two\"\"\"\n"), adjusted.Write("b.csv", "claim_id,line_no,bene_id,extra\nA,2,B,007\n")], asCsv: false);
        Assert.Empty(adjusted.Problems);
        var rows = adjusted.Rows(Path.Combine("out", "adjusted.parquet"));
        Assert.Contains("one, ", rows.Single(row => row.Contains("'line_no': 1", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("007", rows.Single(row => row.Contains("'line_no': 2", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    /// <summary>All tables in a folder in the order of their names, packed or not; what begins with a point or ends otherwise is none.</summary>
    [Fact]
    public void AFolderIsTheFilesInIt()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        Directory.CreateDirectory(adjusted.At("lines"));
        adjusted.Write(Path.Combine("lines", "b.csv"), $"{Header}A,2,B,{Line}\n");
        Pack(adjusted.At(Path.Combine("lines", "B.CSV.GZ")), $"{Header}A,1,B,{Line}\n", $"A,3,B,{Line}\n");
        adjusted.Write(Path.Combine("lines", ".c.csv"), "no table");
        adjusted.Write(Path.Combine("lines", "read.me"), "no table");
        adjusted.Run(Factors, [adjusted.At("lines")]);
        Assert.Empty(adjusted.Problems);
        Assert.Equal(["1", "3", "2"], adjusted.Lines.Select(line => line["line_no"]));
        adjusted.Run(Factors, [Directory.CreateDirectory(adjusted.At("empty")).FullName]);
        Assert.Equal(["NOT_READABLE $"], adjusted.Problems.Select(problem => $"{problem.Code} {problem.Path}"));
    }

    /// <summary>Cut anywhere, also behind a whole line, or another byte: never are lines lost or changed unseen.</summary>
    [Theory]
    [InlineData("cut")]
    [InlineData("without checksum")]
    [InlineData("another checksum")]
    public void APackedFileIsWholeOrRefused(string how)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        var path = adjusted.At("lines.csv.gz");
        Pack(path, Header + string.Concat(Enumerable.Range(0, 500).Select(number => $"A,{number},B,{Line}\n")));
        var bytes = File.ReadAllBytes(path);
        if (how == "another checksum")
        {
            bytes[^7] ^= 0x40;
        }

        File.WriteAllBytes(path, how switch { "cut" => bytes[..(bytes.Length / 2)], "without checksum" => bytes[..^8], _ => bytes });
        adjusted.Run(Factors, [path]);
        Assert.Equal(["NOT_CSV lines.csv.gz"], adjusted.Problems.Select(problem => $"{problem.Code} {problem.Path}"));
    }

    /// <summary>Six files of CSV at once with the least memory that may be given.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SeveralFilesOfCsvAreReadWithLittleMemory(bool asCsv)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        var files = Enumerable.Range(0, 6).Select(file => adjusted.Write($"{file}.csv", Header + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"A{file}-{number},1,B,{Line}\n")))).ToArray();
        adjusted.Run(Factors, files, threads: 2, asCsv: asCsv, megabytes: 128);
        Assert.Empty(adjusted.Problems);
        Assert.Equal(120_000, adjusted.Summary!.Lines);
    }

    [Theory]
    [InlineData("A,1,B,000000011,1234567893,11,2026-02-30,1O0.00,0,X,A,", "NOT_A_DATE claims.csv(3).dos|NUMBER_OUT_OF_RANGE claims.csv(3).allowed|UNKNOWN_WORD claims.csv(3).assigned")]
    [InlineData("A,1,B,000000011,1234567893,11,2026-03-02,100.005,0,Y,A,", "NUMBER_OUT_OF_RANGE claims.csv(3).allowed")]
    [InlineData("A,,,000000011,1234567893,11,2026-03-02,100.00,0,Y,A,", "MISSING_FIELD claims.csv(3).line_no|MISSING_FIELD claims.csv(3).bene_id")]
    [InlineData("A,0,B,000000011,1234567893,11,2026-03-02,100.00,0,Y,A,", "DUPLICATE_ROW claims.csv(3)")]
    [InlineData("A,1,B,000000011,1234567893,11,2026-03-02,100.00,0,Y", "NOT_CSV claims.csv(3)")]
    public void WhatIsWrongIsToldWithItsPlaceAndNothingIsWritten(string row, string expected)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(Factors, $"{Header}A,0,B,{Line}\n{row}\n");
        Assert.Equal(expected.Split('|'), adjusted.Problems.Select(problem => $"{problem.Code} {problem.Path}"));
        Assert.Empty(Directory.GetFileSystemEntries(adjusted.At("out")));
        Assert.DoesNotContain(adjusted.Problems, problem => problem.Message.Contains("000000011", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'x' AS claim_id, 1 AS line_no, 'b' AS bene_id, 1.5::DOUBLE AS allowed", "WRONG_TYPE lines.parquet.allowed")]
    [InlineData("'x' AS claim_id, 1 AS line_no, 'b' AS bene_id, 11 AS tin", "WRONG_TYPE lines.parquet.tin")]
    [InlineData("'x' AS claim_id, 1 AS line_no", "MISSING_FIELD lines.parquet(1)")]
    [InlineData("'x' AS claim_id, 1 AS line_no, 'b' AS bene_id, 'no' AS denied", "UNKNOWN_WORD lines.parquet(row 1).denied")]
    public void ParquetHasTheRightTypes(string columns, string expected)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(Factors, [adjusted.Parquet("lines.parquet", $"SELECT {columns}")]);
        Assert.Equal([expected], adjusted.Problems.Select(problem => $"{problem.Code} {problem.Path}"));
    }

    [Theory]
    [InlineData("2026,11,1234567893,scored,95,5.21\n", "TIN_FORM factors.csv(2).tin")]
    [InlineData("2026,000000011,1234567893,best,95,5.21\n", "UNKNOWN_WORD factors.csv(2).status")]
    [InlineData("2026,000000011,1234567893,scored,95,5.213\n", "NUMBER_OUT_OF_RANGE factors.csv(2).total_percent")]
    [InlineData("2026,000000011,1234567893,scored,95,1\n2026,000000011,1234567893,scored,95,1\n", "DUPLICATE_ROW factors.csv(3).tin")]
    public void FactorsAreReadStrictly(string factors, string expected)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(factors, $"{Header}A,1,B,{Line}\n");
        Assert.Equal([expected], adjusted.Problems.Select(problem => $"{problem.Code} {problem.Path}"));
    }

    /// <summary>The sample line of 1999 has an assignment of A, a denial code of 1 and 11 as its place: all is read, and no year of payment was then.</summary>
    [Fact]
    public void CarrierFilesOfCmsAreReadAsTheyAre()
    {
        var samples = Provided.Samples();
        Provided.Library();
        using var adjusted = new Adjusted();
        var line = adjusted.Run(Factors, [Path.Combine(samples, "bfd-sample-a-carrier.rif.txt")]).Lines.Single();
        Assert.Equal(("9991831999", "6", "1999-10-27", "1999-11-06", "47.84", "Y", "N", "Y", "NOT_IN_PAYMENT_YEAR"), (line["claim_id"], line["line_no"], line["dos"], line["received"], line["allowed"], line["assigned"], line["denied"], line["final_action"], line["reason"]));
        Assert.Equal("199.99", line["CLM_PMT_AMT"]);
    }

    [Fact]
    public void WideFilesOfCmsHaveALineForEachThatIsFilled()
    {
        var samples = Provided.Samples();
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(Factors, [.. Directory.GetFiles(samples, "synpuf-*").Order(StringComparer.Ordinal)]);
        Assert.Equal(["436313306961904/1/100.00/66984", "436463304724170/1/70.00/99337", "436463304724170/2/10.00/90775"], adjusted.Lines.Take(3).Select(line => $"{line["claim_id"]}/{line["line_no"]}/{line["allowed"]}/{line["hcpcs"]}"));
        Assert.All(adjusted.Lines, line => Assert.Equal("NOT_IN_PAYMENT_YEAR", line["reason"]));
    }

    /// <summary>Packs texts one after the other, each as a member of its own.</summary>
    private static void Pack(string path, params string[] texts)
    {
        using var file = File.Create(path);
        foreach (var text in texts)
        {
            using var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            packed.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
