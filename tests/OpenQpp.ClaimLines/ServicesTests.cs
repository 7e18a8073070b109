using System.Globalization;
using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Rules;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>services run beside the rules themselves, in files of any order, number and form.</summary>
public sealed class ServicesTests
{
    private const string Beneficiaries = "bene_id,year,month,part_a,part_b,ma,country,death_date\n";
    private const string Institutional = "claim_id,line_no,bene_id,from_date,revenue_code\n";

    public static TheoryData<int, string, string> Worlds() => new()
    {
        { 1, "", "" },
        { 2, "beneficiaryAssociationYearOffset", "-1" },
        { 3, "primaryCareShareMetric", "lineCount" },
        { 4, "primaryCareShareMetric", "units" },
        { 5, "primaryCareCodeProfile", "aco" },
        { 6, "associationRequiresPositiveAllowed", "yes" },
        { 7, "showUnclassified", "yes" },
        { 8, "claimReceiptUnknown", "late" },
        { 9, "edVisitMerge", "sameBeneficiaryProviderDate" },
    };

    /// <summary>The worlds are large enough for the case minimum to be met.</summary>
    [Theory]
    [MemberData(nameof(Worlds))]
    public void TheFilesSayWhatTheRulesSay(int seed, string setting, string choice)
    {
        Provided.Library();
        var settings = setting.Length == 0 ? Known.NoOverrides : new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = choice };
        var law = Known.Book.Of(new(2024), settings);
        var world = new RandomWorld(seed);
        using var folder = new ServicesFolder(law);
        folder.Write("claims.csv", $"{RandomWorld.LineHeader}\n{string.Join('\n', world.LineRows())}\n");
        folder.Write("institutional.csv", world.InstitutionalFile());
        folder.Write("beneficiaries.csv", world.BeneficiariesFile());
        folder.Run(["claims.csv"], ["institutional.csv"], threads: 2);
        Assert.Empty(folder.Problems);
        var (items, visits, attribution) = Expected(world, law);
        Assert.Equal(attribution, folder.Rows("attribution.csv"));
        Assert.Equal(visits, folder.Rows("ed.csv"));
        Assert.Equal(items, folder.Rows("items.csv"));
        Assert.True(items.Length > 20 && visits.Length > 2 && attribution.Any(row => row.Contains(",center,", StringComparison.Ordinal)));
    }

    [Fact]
    public void NothingDependsOnOrderFilesFormOrThreads()
    {
        Provided.Library();
        var world = new RandomWorld(10);
        using var folder = new ServicesFolder(Known.Book.Of(new(2024), Known.NoOverrides));
        var rows = world.LineRows();
        void File(string name, IEnumerable<string> lines) => folder.Write(name, $"{RandomWorld.LineHeader}\n{string.Join('\n', lines)}\n");
        File("all.csv", rows);
        File("turned.csv", rows.Reverse());
        File("one.csv", rows.Where((_, number) => number % 2 == 0));
        File("two.csv", rows.Where((_, number) => number % 2 != 0));
        folder.Write("institutional.csv", world.InstitutionalFile());
        folder.Write("beneficiaries.csv", world.BeneficiariesFile());
        using (var engine = new DuckDbEngine(folder.At("spill"), 256, 1))
        {
            engine.Run($"COPY (SELECT * REPLACE (CAST(dos AS DATE) AS dos, CAST(allowed AS DECIMAL(12, 2)) AS allowed) FROM read_csv({SqlText.File(folder.At("all.csv"))}, all_varchar = true) ORDER BY hash(claim_id)) TO {SqlText.Target(folder.At("all.parquet"))} (FORMAT parquet)");
        }

        string[] Answer(string[] claims, int threads)
        {
            folder.Run(claims, ["institutional.csv"], threads);
            Assert.Empty(folder.Problems);
            return [.. new[] { "items.csv", "ed.csv", "attribution.csv" }.Select(name => System.IO.File.ReadAllText(folder.At("out", name)))];
        }

        var expected = Answer(["all.csv"], 1);
        Assert.Equal(expected, Answer(["turned.csv"], 2));
        Assert.Equal(expected, Answer(["two.csv", "one.csv"], 2));
        Assert.Equal(expected, Answer(["all.parquet"], 2));
    }

    /// <summary>Nineteen and twenty patients; without institutional claims visits are not known, and not none.</summary>
    [Fact]
    public void BelowTheCaseMinimumNothingIsShownAndUnknownVisitsAreBlank()
    {
        Provided.Library();
        using var folder = new ServicesFolder(Known.Book.Of(new(2024), Known.NoOverrides));
        folder.Write("beneficiaries.csv", Beneficiaries + string.Concat(Enumerable.Range(0, 39).SelectMany(person => Enumerable.Range(1, 12).Select(month => $"B{person},2024,{month:D2},Y,Y,N,US,\n"))));
        folder.Write("claims.csv", "claim_id,line_no,bene_id,tin,npi,specialty,dos,hcpcs,units,allowed\n" + string.Concat(Enumerable.Range(0, 39).Select(person => $"C{person},1,B{person},000000011,{(person < 20 ? "1000000004" : "1234567893")},11,2024-05-01,99213,1,10.01\n")));
        folder.Run(["claims.csv"], [], threads: 1);
        Assert.Equal(["group,000000011,,L1-9,39,390.39,39.000", "individual,000000011,1000000004,L1-9,20,200.20,20.000"], folder.Rows("items.csv"));
        Assert.Equal(["group,000000011,,39,,", "individual,000000011,1000000004,20,,"], folder.Rows("ed.csv"));
        Assert.Equal((39L, 39L, 39L, 1L, 1L, false), (folder.Summary!.Lines, folder.Summary.Counted, folder.Summary.WithoutReceipt, folder.Summary.Individuals, folder.Summary.Groups, folder.Summary.VisitsAreKnown));
    }

    [Theory]
    [InlineData("B1,2024,13,Y,Y,N,US,", "I1,1,B1,2024-01-01,0450", "NUMBER_OUT_OF_RANGE beneficiaries.csv(3).month")]
    [InlineData("B1,2024,,Y,Y,Q,US,2024-02-30", "I1,1,B1,2024-01-01,0450", "MISSING_FIELD beneficiaries.csv(3).month|UNKNOWN_WORD beneficiaries.csv(3).ma|NOT_A_DATE beneficiaries.csv(3).death_date")]
    [InlineData(",2024,2,Y,Y,N,US,", "I1,1,B1,2024-01-01,0450", "MISSING_FIELD beneficiaries.csv(3).bene_id")]
    [InlineData("B1,2024,01,Y,Y,N,US,", "I1,1,B1,2024-01-01,0450", "DUPLICATE_ROW beneficiaries.csv(3)")]
    [InlineData("B1,2024,2,Y,Y,N,US,", "I1,1,B1,2024-02-30,0450", "NOT_A_DATE institutional.csv(3).from_date")]
    [InlineData("B1,2024,2,Y,Y,N,US,", "I1,0,B1,2024-02-20,0450", "DUPLICATE_ROW institutional.csv(3)")]
    [InlineData("B1,2024,2,Y,Y,N,US,", "I1,,B1,2024-02-20,0450", "MISSING_FIELD institutional.csv(3).line_no")]
    public void WhatIsWrongIsToldWithItsPlaceAndNothingIsWritten(string month, string line, string expected)
    {
        Provided.Library();
        using var folder = new ServicesFolder(Known.Book.Of(new(2024), Known.NoOverrides));
        folder.Write("beneficiaries.csv", $"{Beneficiaries}B1,2024,1,Y,Y,N,US,\n{month}\n");
        folder.Write("institutional.csv", $"{Institutional}I1,0,B1,2024-01-01,0450\n{line}\n");
        folder.Write("claims.csv", "claim_id,line_no,bene_id\nC,1,B1\n");
        folder.Run(["claims.csv"], ["institutional.csv"], threads: 1);
        Assert.Equal(expected, string.Join('|', folder.Problems.Select(problem => $"{problem.Code} {problem.Path}")));
        Assert.Empty(Directory.GetFileSystemEntries(folder.At("out")));
    }

    [Fact]
    public void ListsAreReadStrictly()
    {
        Provided.Library();
        using var folder = new ServicesFolder(Known.Book.Of(new(2024), Known.NoOverrides));
        folder.Write("beneficiaries.csv", Beneficiaries);
        folder.Write("claims.csv", "claim_id,line_no,bene_id\nC,1,B1\nC,1,B1\n");
        folder.Run(["claims.csv"], [], threads: 1);
        Assert.Equal("DUPLICATE_ROW claims.csv(3)", string.Join('|', folder.Problems.Select(problem => $"{problem.Code} {problem.Path}")));
        folder.Run(["claims.csv"], [], threads: 1, specialties: "code,class\n11,GP\n08,PCP\n08,PCP\n", primaryCare: "profile,code,from,until,not_in_snf\naco,99213,,,N\ntpcc2018,99213,2024-13-01,,X\n");
        Assert.Equal(
            "UNKNOWN_WORD specialties.csv(2).class|DUPLICATE_ROW specialties.csv(4).code|NOT_A_DATE primary-care.csv(3).from|UNKNOWN_WORD primary-care.csv(3).not_in_snf",
            string.Join('|', folder.Problems.Select(problem => $"{problem.Code} {problem.Path}")));
    }

    private static (string[] Items, string[] Visits, string[] Attribution) Expected(RandomWorld world, YearLaw law)
    {
        var lines = world.Lines;
        var institutional = world.Institutional.Select(pair => pair.Line).ToArray();
        var services = law.Services.PrimaryCare(law.Settings.PrimaryCareCodeProfile);
        var attributed = world.Months.Where(person => BeneficiaryYear.Counts(person.Value, law)).ToDictionary(
            person => person.Key,
            person => CareAttribution.For(
                lines.Where(line => line.Beneficiary == person.Key).Select(line => line with { Hcpcs = line.Hcpcs?.ToUpperInvariant() }),
                institutional.Where(line => line.Beneficiary == person.Key),
                RandomWorld.Classes,
                services,
                law),
            StringComparer.Ordinal);
        var population = attributed.Where(person => person.Value?.Ccn is null).Select(person => person.Key).ToHashSet(StringComparer.Ordinal);
        var (items, visits) = (new List<string>(), new List<string>());
        var pairs = attributed.Values.Where(to => to?.Tin is not null).Select(to => (to!.Tin!, to.Npi)).Distinct().ToArray();
        foreach (var (tin, npi) in pairs.Concat(pairs.Select(pair => (pair.Item1, (string?)null)).Distinct()))
        {
            var patients = attributed.Where(person => person.Value is { Tin: { } own } to && own == tin && (npi is null || to.Npi == npi)).Select(person => person.Key).ToHashSet(StringComparer.Ordinal);
            if (!ServicesOfPatients.IsShown(patients.Count, law).Flag)
            {
                continue;
            }

            var entity = $"{(npi is null ? "group" : "individual")},{tin},{npi}";
            items.AddRange(ServicesOfPatients.For(tin, npi, lines, population, law).Select(range =>
                string.Create(CultureInfo.InvariantCulture, $"{entity},{range.Range},{range.Beneficiaries.Number},{range.Cost.Number:0.00},{range.Services.Number:0.000}")));
            var of = EmergencyVisits.For(patients, institutional, law);
            visits.Add(string.Create(CultureInfo.InvariantCulture, $"{entity},{of.Associated.Number},{of.WithVisit.Number},{of.Visits.Number}"));
        }

        return (
            [.. items.Order(StringComparer.Ordinal)],
            [.. visits.Order(StringComparer.Ordinal)],
            [.. attributed.Where(person => person.Value is not null).Select(person => $"{person.Key},{(person.Value!.Ccn is null ? "clinician" : "center")},{person.Value.Tin},{person.Value.Npi},{person.Value.Ccn}").Order(StringComparer.Ordinal)]);
    }
}
