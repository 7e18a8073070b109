using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OpenQpp.Population;

/// <summary>The files of the nation, written as it comes.</summary>
internal sealed class NationFiles : IDisposable
{
    private const int BufferSize = 1 << 18;

    private static readonly JsonWriterOptions OneLine = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<StreamWriter> tables = [];
    private readonly List<FileStream> files = [];
    private readonly FileStream submissions;
    private readonly FileStream computed;
    private readonly string folder;
    private readonly ArrayBufferWriter<byte> line = new(1 << 14);

    /// <summary>Opens the files.</summary>
    /// <param name="folder">The folder, which is made where it is missing.</param>
    public NationFiles(string folder)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        Clinicians = Table("clinicians.csv", "tin,npi,clinician_type,first_enrolled,earlier_claims,qp_status,partial_qp_elected,first_claim,practice_zip,automatic_extreme_circumstances");
        Practices = Table("practices.csv", "tin,name,formed,state,zip");
        Volumes = Table("volumes.csv", "level,tin,npi,entity_id,segment,allowed_charges,beneficiaries,services,patient_facing_encounters,pos19,pos21,pos22,pos23,pos24,rural,hpsa,facility_assignable,clinicians");
        Elections = Table("elections.csv", "level,tin,npi,entity_id,choice,at");
        Apm = Table("apm.csv", "apm_id,entity_id,mips_apm,full_tin,model,list,tin,npi,snapshots");
        VirtualGroups = Table("virtual-groups.csv", "virtual_group_id,tin,elected_at," + string.Join(',', ((string[])["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]).Select(number => $"agreement_{number}")));
        Subgroups = Table("subgroups.csv", "subgroup_id,tin,npi");
        Charges = Table("charges.csv", "tin,npi,allowed_charges");
        submissions = Open("submissions.ndjson");
        computed = Open("computed.ndjson");
        using var reference = Open("reference.json");
        using var json = new Utf8JsonWriter(reference, new JsonWriterOptions { Indented = true });
        ReferenceFigures.Write(json);
    }

    public TextWriter Clinicians { get; }

    public TextWriter Practices { get; }

    public TextWriter Volumes { get; }

    public TextWriter Elections { get; }

    public TextWriter Apm { get; }

    public TextWriter VirtualGroups { get; }

    public TextWriter Subgroups { get; }

    public TextWriter Charges { get; }

    /// <summary>Writes what a unit sends and what CMS computes for it.</summary>
    public void Write(UnitCase unit, Performance performance)
    {
        if (unit.Has(CaseParts.Submitted, performance))
        {
            Write(submissions, unit, CaseParts.Submitted, performance);
        }

        if (unit.Has(CaseParts.Computed, performance))
        {
            Write(computed, unit, CaseParts.Computed, performance);
        }
    }

    /// <summary>Writes what is still in memory.</summary>
    public void Dispose()
    {
        foreach (var table in tables)
        {
            table.Dispose();
        }

        foreach (var file in files)
        {
            file.Dispose();
        }
    }

    private void Write(FileStream file, UnitCase unit, CaseParts parts, Performance performance)
    {
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, OneLine))
        {
            unit.Write(json, parts, performance);
        }

        file.Write(line.WrittenSpan);
        file.WriteByte((byte)'\n');
    }

    private StreamWriter Table(string name, string header)
    {
        var table = new StreamWriter(Open(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { NewLine = "\n" };
        table.WriteLine(header);
        tables.Add(table);
        return table;
    }

    private FileStream Open(string name)
    {
        var file = new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.Read, BufferSize);
        files.Add(file);
        return file;
    }
}
