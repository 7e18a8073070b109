using System.Globalization;
using System.Text;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Remits;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Remittances;

/// <summary>Made-up practices, claims and their payments, computed by the rule of a claim line.</summary>
internal static class MadeUpPayments
{
    public const int Year = 2026;
    public const int Practices = 20;
    private const string Codes = "99213,99214,20610,71046,93000";
    private const string NotOfSchedule = "A0425";
    private const int Seed = 20261122;

    private static readonly FactorTable Known = MadeFactors();
    private static readonly LawBook Book = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));

    public static string Tin(int practice) => (100_000_000 + practice).ToString(CultureInfo.InvariantCulture);

    public static string Npi(int practice) => (1_000_000_000L + practice).ToString(CultureInfo.InvariantCulture);

    /// <summary>Every third practice gains, every third loses, the others are neutral, excluded or without a row. Each clinician has another TIN, too.</summary>
    private static FactorTable MadeFactors()
    {
        var table = new FactorTable();
        for (var practice = 0; practice < Practices; practice++)
        {
            if (RowOf(practice) is { } row)
            {
                table.Add(Year, Npi(practice), row);
                table.Add(Year, Npi(practice), new("999999999", RowStanding.Scored, 75m, 2.50m));
            }
        }

        return table;
    }

    public static AuditSources Sources(ClaimFactsTable? claims = null)
    {
        var schedule = new FeeScheduleTable();
        foreach (var code in Codes.Split(','))
        {
            schedule.Add(Year, code, "", null, "A");
        }

        schedule.Add(Year, NotOfSchedule, "", null, "X");
        return new(Book, Known) { Schedule = schedule, Claims = claims };
    }

    /// <summary>So many claims of one to four lines, every twentieth taken back and paid anew.</summary>
    public static IEnumerable<WrittenClaim> Claims(int count)
    {
        var random = new Random(Seed);
        for (var number = 1; number <= count; number++)
        {
            var lines = Enumerable.Range(1, random.Next(1, 5)).Select(line => Line(number, line, number % Practices, random)).ToArray();
            yield return new(lines) { IsAdjustedAsClaim = number % 17 == 0 };
            if (number % 20 == 0)
            {
                yield return new([.. lines.Select(Reversed)]) { IsAdjustedAsClaim = number % 17 == 0 };
                yield return new(lines);
            }
        }
    }

    /// <summary>A line of one practice, paid as the rule says.</summary>
    public static PaidLine Paid(PaidLine line, int practice, decimal? priorPayer = null)
    {
        var known = new ClaimLine
        {
            Service = line.Service, Denied = line.IsDenied, Assigned = !line.IsUnassigned, Status = line.Code == NotOfSchedule ? "X" : "A", Setting = ClaimSetting.Professional,
            Charge = line.Charge, Allowed = line.Allowed, Deductible = line.Deductible, SecondaryPayerReduction = priorPayer,
        };
        var law = Book.Of(new PaymentYear(Year).PerformanceYear);
        var made = LineAdjustment.For(known, LineFactor.For(Tin(practice), Known.Of(Year, Npi(practice))), isInPaymentYear: true, law);
        return PaidLines.Of(line, made);
    }

    public static PaidLine Reversed(PaidLine line) => line with
    {
        Charge = -line.Charge, Allowed = -line.Allowed, Deductible = -line.Deductible, Coinsurance = -line.Coinsurance, Program = -line.Program, Mips = -line.Mips, Sequestration = -line.Sequestration,
    };

    public static byte[] Written(IEnumerable<WrittenClaim> claims)
    {
        using var stream = new MemoryStream();
        using (var writer = new RemittanceWriter(stream))
        {
            foreach (var claim in claims)
            {
                writer.Write(claim);
            }
        }

        return stream.ToArray();
    }

    /// <summary>What an audit finds in files.</summary>
    public static (AuditTotals Totals, IReadOnlyList<FindingRow> Findings) Audited(AuditSources sources, params byte[][] files)
    {
        var (problems, found, audit) = (new ProblemList(), new List<FindingRow>(), new RemittanceAudit(sources));
        var named = files.Select((bytes, place) => new RemittanceFile($"{place}.835", () => new MemoryStream(bytes))).ToArray();
        audit.Prepare(named, problems);
        Xunit.Assert.Empty(problems.Found.Select(problem => $"{problem.Code} {problem.Path} {problem.Message}"));
        var totals = new AuditTotals(found.Add);
        audit.Run(named, totals);
        totals.EndAll();
        return (totals, found);
    }

    /// <summary>A file changed in one place.</summary>
    public static byte[] Changed(byte[] file, string part, string instead)
    {
        var text = Encoding.Latin1.GetString(file);
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidDataException(part) : Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + part.Length)));
    }

    private static FactorRow? RowOf(int practice) => (practice % 6) switch
    {
        0 or 3 => new(Tin(practice), RowStanding.Scored, 95m, 5.21m + practice),
        1 or 4 => new(Tin(practice), RowStanding.Scored, 20m, -9.00m + (practice / 10m)),
        2 => new(Tin(practice), RowStanding.Neutral, null, 0m),
        _ => practice % 12 == 5 ? new(Tin(practice), RowStanding.Excluded, null, null) : null,
    };

    private static PaidLine Line(int number, int line, int practice, Random random)
    {
        var (codes, allowed) = (Codes.Split(','), random.Next(1, 40_000) / 100m);
        var given = new PaidLine(string.Create(CultureInfo.InvariantCulture, $"C{number}"), string.Create(CultureInfo.InvariantCulture, $"{number}L{line}"), Tin(practice), Npi(practice))
        {
            Place = "11",
            Service = new DateOnly(Year, 1, 1).AddDays(random.Next(365)),
            Code = random.Next(15) == 0 ? NotOfSchedule : codes[random.Next(codes.Length)],
            Charge = allowed + (random.Next(0, 9000) / 100m),
            Allowed = allowed,
            Deductible = random.Next(4) == 0 ? decimal.Round(allowed * random.Next(101) / 100m, 2) : 0m,
            IsUnassigned = number % 23 == 0,
            IsDenied = number % 41 == 0,
        };
        return Paid(given, practice, random.Next(10) == 0 ? decimal.Round((allowed - given.Deductible) * 0.3m, 2) : null);
    }
}
