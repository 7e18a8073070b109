using System.Diagnostics;
using System.Globalization;
using OpenQpp.Explanations;
using OpenQpp.Vocabulary;
using OpenQpp.X12;
using Xunit;

namespace OpenQpp.Remittances;

/// <summary>
/// Files changed at random end in problems or are read, never in a crash or a hang. A short run here; OPENQPP_FUZZ says how many files a
/// long one takes, for instance 1000000.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Short = 20_000;
    private const int Seed = 20261122;
    private const string Signs = "*~:^|>\n\rISAGSTEPLCVB0123456789.-\0\u00ff";

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    /// <summary>A short run shares the machine with other tests: what hangs takes longer still.</summary>
    private static readonly TimeSpan AtMostBesideOthers = TimeSpan.FromSeconds(10);

    [Fact]
    public void AChangedFileEndsInProblemsNeverInACrash()
    {
        var random = new Random(Seed);
        var (seeds, count) = (Seeds(), Environment.GetEnvironmentVariable("OPENQPP_FUZZ") is { } said ? int.Parse(said, CultureInfo.InvariantCulture) : Short);
        var (slowest, refused, unbalanced) = (TimeSpan.Zero, 0, 0);
        for (var number = 0; number < count; number++)
        {
            var bytes = Changed(seeds[random.Next(seeds.Length)], random);
            var (problems, watch) = (new ProblemList(), Stopwatch.StartNew());
            new RemittanceReader(problems).Read(new MemoryStream(bytes), (_, claim) => unbalanced += RemittanceBalance.Of(claim).Count(), remittance => unbalanced += RemittanceBalance.Of(remittance) is null ? 0 : 1);
            new ProfessionalClaimReader(problems).Read(new MemoryStream(bytes), _ => { });
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            refused += problems.IsEmpty ? 0 : 1;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:#,##0} files, {refused:#,##0} with a problem; the slowest took {slowest.TotalMilliseconds:0} ms"));
        Assert.True(slowest < (count > Short ? AtMost : AtMostBesideOthers), $"The slowest file took {slowest}.");
        Assert.NotEqual(0, unbalanced);
        Assert.True(refused > count / 2, $"Only {refused} of {count} changed files had a problem: the test shows nothing.");
    }

    private static byte[][] Seeds() =>
        Root.Shared is { } shared
            ? [Example.Remittance, .. Directory.GetFiles(Path.Combine(shared, "fixtures", "x12"), "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]
            : [Example.Remittance];

    /// <summary>Signs replaced, removed or put in, a part doubled or moved, the end cut off.</summary>
    private static byte[] Changed(byte[] seed, Random random)
    {
        var bytes = new List<byte>(seed);
        for (var left = random.Next(1, 8); left > 0 && bytes.Count > 1; left--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)Signs[random.Next(Signs.Length)];
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.Insert(at, (byte)Signs[random.Next(Signs.Length)]);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
