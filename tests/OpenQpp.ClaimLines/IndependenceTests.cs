using OpenQpp.Claims;
using OpenQpp.DuckDb;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>Results never depend on the order of rows, on number and form of files, on threads or on parts.</summary>
public sealed class IndependenceTests
{
    private const int Deals = 5;

    [Theory]
    [InlineData(PayerMode.OriginalMedicare, 21)]
    [InlineData(PayerMode.MedicareAdvantage, 22)]
    public void OfAdjustedLines(PayerMode mode, int seed)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        var billed = Enumerable.Range(0, 60).Select(number => ($"{number / 3:D9}", $"{1000000000 + number}")).ToArray();
        var factors = string.Concat(billed.Select((pair, number) => $"2026,{pair.Item1},{pair.Item2},{(number % 7 == 0 ? "excluded,," : $"scored,{number + 30},{(number - 25) * 0.07m}")}\n"));
        var all = adjusted.At("all.parquet");
        Assert.True(new SyntheticClaimsFile(new(new PaymentYear(2026), seed, billed)).Write(3_000, all, asCsv: false, new()));
        // Lines of TINs that are none, and texts of one's own that CSV must quote.
        var lines = $"SELECT * REPLACE (CASE WHEN hash(claim_id) % 9 = 0 THEN 'x,y' ELSE tin END AS tin), 'a \"' || line_no || '\", b' AS note FROM read_parquet({SqlText.File(all)})";
        string[] Answer(string[] claims, int parts, int threads)
        {
            if (parts == 0)
            {
                adjusted.Run(factors, claims, mode: mode, threads: threads, asCsv: false);
            }
            else
            {
                adjusted.RunInParts(factors, claims, parts, mode, threads, asCsv: false);
            }

            Assert.Empty(adjusted.Problems);
            return [.. adjusted.Rows(Path.Combine("out", "adjusted.parquet")), adjusted.Text("totals.csv"), .. adjusted.Summary!.ByReason.Select(sum => sum.ToString()), $"{adjusted.Summary.Pairs}"];
        }

        var expected = Answer([adjusted.Parquet("lines.parquet", lines)], 0, 1);
        for (var deal = 1; deal <= Deals; deal++)
        {
            var pieces = new Pieces(deal);
            Assert.Equal(expected, Answer(pieces.Write(adjusted.At($"deal-{deal}"), lines, "claim_id || line_no"), pieces.Run.Parts, pieces.Run.Threads));
        }
    }

    [Theory]
    [InlineData("", "", 31)]
    [InlineData("beneficiaryAssociationYearOffset", "-1", 32)]
    [InlineData("edVisitMerge", "sameBeneficiaryProviderDate", 33)]
    public void OfItemsAndServices(string setting, string choice, int seed)
    {
        Provided.Library();
        var law = Known.Book.Of(new(2024), setting.Length == 0 ? Known.NoOverrides : new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = choice });
        var world = new RandomWorld(seed);
        using var folder = new ServicesFolder(law);
        string Table(string name, string text) => $"SELECT * FROM read_csv({SqlText.File(folder.Write(name, text))}, all_varchar = true)";
        var lines = Table("claims.csv", $"{RandomWorld.LineHeader}\n{string.Join('\n', world.LineRows())}\n");
        var institutional = Table("institutional.csv", world.InstitutionalFile());
        var beneficiaries = Table("beneficiaries.csv", world.BeneficiariesFile());
        string[] Answer(string[] claims, string[] centers, string[] people, int parts, int threads)
        {
            folder.Run(claims, centers, people, threads, parts);
            Assert.Empty(folder.Problems);
            return [.. new[] { "items.csv", "ed.csv", "attribution.csv" }.Select(name => File.ReadAllText(folder.At("out", name))), (folder.Summary! with { Files = [] }).ToString()];
        }

        var expected = Answer(["claims.csv"], ["institutional.csv"], ["beneficiaries.csv"], 0, 1);
        Assert.True(expected[0].Split('\n').Length > 20);
        for (var deal = 1; deal <= Deals; deal++)
        {
            var pieces = new Pieces(deal);
            Assert.Equal(expected, Answer(
                pieces.Write(folder.At($"claims-{deal}"), lines, "claim_id || line_no"),
                pieces.Write(folder.At($"centers-{deal}"), institutional, "claim_id || line_no"),
                pieces.Write(folder.At($"people-{deal}"), beneficiaries, "bene_id || year || month"),
                pieces.Run.Parts,
                pieces.Run.Threads));
        }
    }
}
