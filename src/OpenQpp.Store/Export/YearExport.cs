using System.Globalization;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>
/// Brings what was elected, registered and granted in the portal into the input of a year's run: a copy of the input folder in which
/// each decision stands in the file that the run reads it from, and nothing else differs.
/// </summary>
/// <param name="database">The store.</param>
public sealed class YearExport(StoreDatabase database)
{
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ssK";
    private const int AgreementItems = 9;

    /// <summary>Writes the folder; the answer is how many decisions it holds.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="from">The folder of the input.</param>
    /// <param name="to">The folder to write, new or empty.</param>
    /// <param name="problems">Takes what is wrong with the input.</param>
    public async Task<long> Write(PerformanceYear year, string from, string to, ProblemList problems)
    {
        new StoreSchema(database).MustBeNewest();
        var decisions = await YearDecisions.Read(database, year);
        Directory.CreateDirectory(to);
        foreach (var path in Directory.GetFiles(from))
        {
            File.Copy(path, Path.Combine(to, Path.GetFileName(path)));
        }

        var elections = decisions.Elections.Where(one => one.Owner.Owner.Kind is OwnerKind.Practice or OwnerKind.Clinician or OwnerKind.ApmEntity);
        Append(to, InputTable.Elections, ["level", "tin", "npi", "entity_id", "choice", "at"], elections.Select(one => Election(one.Owner, one.Registration)), problems);
        Append(to, InputTable.Subgroups, ["subgroup_id", "tin", "npi"], decisions.Subgroups.SelectMany(one => one.Npis.Select(npi => (string[])[one.Name, one.Tin, npi])), problems);
        Append(
            to,
            InputTable.VirtualGroups,
            ["virtual_group_id", "tin", "elected_at", "agreement_i", "agreement_ii", "agreement_iii", "agreement_iv", "agreement_v", "agreement_vi", "agreement_vii", "agreement_viii", "agreement_ix"],
            decisions.VirtualGroups.Select(one => (string[])[one.Name, one.Tin, Time(one.At), .. Enumerable.Repeat("Y", AgreementItems)]),
            problems);
        if (decisions.PartialQps.Count > 0)
        {
            ElectPartialQps(to, decisions.PartialQps, problems);
        }

        AppendLines(to, InputTable.Computed, decisions.Exceptions.Select(one => UnitName.Of(one.Owner).Line(year, json =>
        {
            json.WriteStartArray("reweighted");
            foreach (var category in one.Application.Categories)
            {
                json.WriteStartObject();
                json.WriteString("category", category);
                json.WriteString("reason", one.Application.Kind);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        })));
        AppendLines(to, InputTable.Submissions, Registered(year, from, decisions));
        return decisions.Count;
    }

    private static string[] Election(StoredOwner owner, Registration registration) => owner.Owner.Kind switch
    {
        OwnerKind.Practice => ["group", owner.Tin!, "", "", registration.Choice, Time(registration.At)],
        OwnerKind.Clinician => ["individual", owner.Tin!, owner.OwnIdentifier, "", registration.Choice, Time(registration.At)],
        _ => ["apmEntity", "", "", owner.Identifier, registration.Choice, Time(registration.At)],
    };

    /// <summary>A registration says nothing of whether somebody submitted: it is told only of units that did, lest a line of it be taken for a report.</summary>
    private static IEnumerable<byte[]> Registered(PerformanceYear year, string from, YearDecisions decisions)
    {
        var submitted = new HashSet<UnitName>();
        if (decisions.Pathways.Count + decisions.Surveys.Count > 0 && File.Exists(Path.Combine(from, InputTable.Submissions.FileName())))
        {
            using var stream = File.OpenRead(Path.Combine(from, InputTable.Submissions.FileName()));
            var lines = new ByteLines(stream, isCsv: false, CaseLimits.Bytes);
            while (lines.Next(out var line))
            {
                if (UnitName.Of(line) is { } unit)
                {
                    submitted.Add(unit);
                }
            }
        }

        foreach (var (unit, pathway) in decisions.Pathways.Where(one => submitted.Contains(one.Key)))
        {
            yield return unit.Line(year, json =>
            {
                json.WriteStartObject("registeredMvp");
                json.WriteString("mvpId", pathway);
                json.WriteEndObject();
            });
        }

        foreach (var unit in decisions.Surveys.Where(submitted.Contains))
        {
            yield return unit.Line(year, json =>
            {
                json.WriteStartObject("cahps");
                json.WriteBoolean("registered", true);
                json.WriteEndObject();
            });
        }
    }

    /// <summary>414.1310(b)(1)(ii): the election of an APM Entity is that of all who are on its participation list.</summary>
    private static void ElectPartialQps(string folder, List<StoredOwner> owners, ProblemList problems)
    {
        var (pairs, entities) = (owners.Where(owner => owner.Owner.Kind == OwnerKind.Clinician).Select(owner => (owner.Tin!, owner.OwnIdentifier)).ToHashSet(), owners.Where(owner => owner.Owner.Kind == OwnerKind.ApmEntity).Select(owner => owner.Identifier).ToHashSet(StringComparer.Ordinal));
        if (entities.Count > 0)
        {
            var apm = ExportedTable.Read(folder, InputTable.Apm, problems);
            pairs.UnionWith(apm.Rows.Where(row => entities.Contains(apm.Cell(row, "entity_id")) && string.Equals(apm.Cell(row, "list"), "participation", StringComparison.Ordinal)).Select(row => (apm.Cell(row, "tin"), apm.Cell(row, "npi"))));
        }

        var clinicians = ExportedTable.Read(folder, InputTable.Clinicians, problems);
        clinicians.Write(folder, row => pairs.Contains((clinicians.Cell(row, "tin"), clinicians.Cell(row, "npi"))) ? clinicians.With(row, "partial_qp_elected", "Y") : row);
    }

    private static void Append(string folder, InputTable table, string[] columns, IEnumerable<string[]> rows, ProblemList problems)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        var held = ExportedTable.Read(folder, table, problems, columns);
        held.Write(folder, row => row, all.Select(row => held.Row(columns.Zip(row))));
    }

    private static void AppendLines(string folder, InputTable table, IEnumerable<byte[]> lines)
    {
        using var stream = new FileStream(Path.Combine(folder, table.FileName()), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n')
            {
                stream.WriteByte((byte)'\n');
            }
        }

        foreach (var line in lines)
        {
            stream.Write(line);
        }
    }

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture);
}
