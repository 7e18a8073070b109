using System.Globalization;
using System.Text;
using OpenQpp.Law;

namespace OpenQpp.Population;

/// <summary>The small lists that commands on the claims of a synthetic nation ask for.</summary>
/// <param name="folder">The folder of the nation.</param>
/// <param name="law">The law of its year.</param>
/// <param name="claims">Its claims.</param>
public sealed class NationLists(string folder, YearLaw law, SyntheticClaims claims)
{
    private const int ZipOfPractice = 4;
    private const int LevelOfVolume = 0;
    private const int TinOfVolume = 1;
    private const int RuralOfVolume = 14;
    private const int HpsaOfVolume = 15;

    private static readonly string[] Profiles = ["tpcc2018", "aco"];

    /// <summary>Writes specialties, primary care services, patient-facing encounters, hospitals and ZIP codes.</summary>
    public void Write()
    {
        Write("specialties.csv", "code,class", SyntheticClaims.Specialties.Select(specialty => $"{specialty.Code},{specialty.Class}"));
        Write(
            "primary-care.csv",
            "profile,code,from,until,not_in_snf",
            Profiles.SelectMany(profile => law.Services.PrimaryCare(profile).Select(service => $"{profile},{service.Code},{Day(service.From)},{Day(service.Until)},{Flag(service.NotInNursingFacility)}")));
        Write("patient-facing.csv", "code", new SyntheticProcedures().Encounters);
        Write("hospitals.csv", "ccn,name,hvbp_score", new SyntheticHospitals(claims).Scores().Select(hospital => string.Create(CultureInfo.InvariantCulture, $"{hospital.Ccn},Hospital {hospital.Ccn},{hospital.Score:0.00}")));
        Write("zips.csv", "zip,rural,hpsa", Zips());
    }

    /// <summary>The ZIP codes of practices; one is rural if a practice in it is.</summary>
    private IEnumerable<string> Zips()
    {
        var ofPractice = Rows("practices.csv").ToDictionary(row => row[0], row => row[ZipOfPractice], StringComparer.Ordinal);
        var zips = new SortedDictionary<string, (bool Rural, bool Hpsa)>(StringComparer.Ordinal);
        foreach (var row in Rows("volumes.csv").Where(row => row[LevelOfVolume] is "group"))
        {
            var zip = ofPractice[row[TinOfVolume]];
            var before = zips.GetValueOrDefault(zip);
            zips[zip] = (before.Rural || row[RuralOfVolume] is "Y", before.Hpsa || row[HpsaOfVolume] is "Y");
        }

        return zips.Select(zip => $"{zip.Key},{Flag(zip.Value.Rural)},{Flag(zip.Value.Hpsa)}");
    }

    private IEnumerable<string[]> Rows(string name) => File.ReadLines(Path.Combine(folder, name)).Skip(1).Select(line => line.Split(','));

    private void Write(string name, string header, IEnumerable<string> rows)
    {
        using var file = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        file.WriteLine(header);
        foreach (var row in rows)
        {
            file.WriteLine(row);
        }
    }

    private static string Flag(bool flag) => flag ? "Y" : "N";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
