using System.Globalization;
using System.Text;
using OpenQpp.Files;
using OpenQpp.Law;

namespace OpenQpp.Web;

/// <summary>
/// Items, services and emergency visits of made-up patients, in the files that 'services run' writes: the same at every start. Some
/// clinicians have too few patients to be shown, and so have the smallest practices.
/// </summary>
/// <param name="law">The law of the year.</param>
internal sealed class DemoServices(YearLaw law)
{
    private const int MostPatients = 140;
    private const int MostVisits = 3;

    /// <summary>What one TIN/NPI, or a whole TIN, has.</summary>
    private sealed record Counted(long Associated, long WithVisit, long Visits, IReadOnlyDictionary<int, (long Patients, decimal Cost, long Services)> Ranges);

    /// <summary>Writes the files.</summary>
    /// <param name="input">The folder of the year's input.</param>
    /// <param name="folder">The folder to write.</param>
    public void Write(string input, string folder)
    {
        Directory.CreateDirectory(folder);
        var least = law.Services.CaseMinimum.Number;
        var (items, visits) = (new StringBuilder("level,tin,npi,range_key,beneficiaries,cost,services\n"), new StringBuilder("level,tin,npi,associated,with_visit,visits\n"));
        var (individuals, groups) = (0L, 0L);
        var practices = File.ReadLines(Path.Combine(input, "clinicians.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .GroupBy(cells => cells[0], StringComparer.Ordinal).OrderBy(practice => practice.Key, StringComparer.Ordinal);
        foreach (var practice in practices)
        {
            var clinicians = practice.Select(cells => cells[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(npi => npi, npi => Of($"{practice.Key}{npi}"), StringComparer.Ordinal);
            foreach (var (npi, counted) in clinicians.Where(one => one.Value.Associated >= least))
            {
                Add(items, visits, "individual", practice.Key, npi, counted);
                individuals++;
            }

            if (Together([.. clinicians.Values]) is var all && all.Associated >= least)
            {
                Add(items, visits, "group", practice.Key, "", all);
                groups++;
            }
        }

        File.WriteAllText(Path.Combine(folder, "items.csv"), items.ToString());
        File.WriteAllText(Path.Combine(folder, "ed.csv"), visits.ToString());
        using var header = File.Create(Path.Combine(folder, ServicesHeader.FileName));
        ServicesHeader.Of(law, individuals, groups, visitsAreKnown: true, hasOwnList: false).Write(header);
    }

    private Counted Of(string name)
    {
        var associated = 4 + Part(name, 1, MostPatients);
        var withVisit = associated * (10 + Part(name, 2, 35)) / 100;
        var ranges = new Dictionary<int, (long, decimal, long)>();
        for (var place = 0; place < law.Services.Ranges.Count; place++)
        {
            // Everybody has visits and laboratory services; of the other ranges that Medicare pays often, some have one, some another.
            var begins = law.Services.Ranges[place].Begins;
            if (begins is '9' or '8' || (begins is (>= '0' and <= '7') or 'A' or 'E' or 'G' or 'J' or 'Q' && Part(name, 10 + place, 3) == 0))
            {
                var patients = 1 + (associated * Part(name, 50 + place, 100) / 100);
                var services = patients * (1 + Part(name, 100 + place, 5));
                ranges.Add(place, (patients, services * (1800 + Part(name, 150 + place, 20_000)) / 100m, services));
            }
        }

        return new(associated, withVisit, withVisit + (withVisit * Part(name, 3, MostVisits * 50) / 100), ranges);
    }

    /// <summary>A patient is attributed to one clinician, so those add; of a range some are patients of two, and count once.</summary>
    private static Counted Together(IReadOnlyList<Counted> clinicians) => new(
        clinicians.Sum(one => one.Associated),
        clinicians.Sum(one => one.WithVisit),
        clinicians.Sum(one => one.Visits),
        clinicians.SelectMany(one => one.Ranges).GroupBy(range => range.Key).ToDictionary(of => of.Key, of =>
        {
            var most = of.MaxBy(range => range.Value.Patients).Value;
            return (
                most.Patients + ((of.Sum(range => range.Value.Patients) - most.Patients) * 4 / 5),
                most.Cost + ((of.Sum(range => range.Value.Cost) - most.Cost) / 2m),
                most.Services + ((of.Sum(range => range.Value.Services) - most.Services) / 2));
        }));

    private void Add(StringBuilder items, StringBuilder visits, string level, string tin, string npi, Counted counted)
    {
        foreach (var (place, (patients, cost, services)) in counted.Ranges.OrderBy(range => range.Key))
        {
            items.Append(CultureInfo.InvariantCulture, $"{level},{tin},{npi},{law.Services.Ranges[place].Key},{patients},{cost:0.00},{services}.000\n");
        }

        visits.Append(CultureInfo.InvariantCulture, $"{level},{tin},{npi},{counted.Associated},{counted.WithVisit},{counted.Visits}\n");
    }

    /// <summary>A number from 0 on below another, the same for the same name.</summary>
    private static long Part(string name, int shift, int below)
    {
        var sum = (long)shift * 7919;
        foreach (var letter in name)
        {
            sum = ((sum * 131) + letter) % 1_000_000_007;
        }

        return sum % 9973 % below;
    }
}
