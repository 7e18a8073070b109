using OpenQpp.Files;

namespace OpenQpp.YearRun;

/// <summary>A file of a year's input. The first seven are those of eligibility, in its order.</summary>
internal enum InputTable : byte
{
    /// <summary>Every TIN/NPI that billed.</summary>
    Clinicians,

    /// <summary>Every TIN.</summary>
    Practices,

    /// <summary>Claims by unit and segment.</summary>
    Volumes,

    /// <summary>Elections.</summary>
    Elections,

    /// <summary>Lists of APM Entities.</summary>
    Apm,

    /// <summary>Practices of virtual groups.</summary>
    VirtualGroups,

    /// <summary>Clinicians of subgroups.</summary>
    Subgroups,

    /// <summary>Allowed charges.</summary>
    Charges,

    /// <summary>What was submitted.</summary>
    Submissions,

    /// <summary>What CMS computed.</summary>
    Computed,

    /// <summary>Figures of the population.</summary>
    Reference,
}

/// <summary>The files of a year's input.</summary>
internal static class InputTables
{
    /// <summary>The columns of charges.csv.</summary>
    public static TableColumns Charges { get; } = new("charges.csv", "charges", "tin", "npi", "allowed_charges");

    /// <summary>All files, in the order in which they are read.</summary>
    public static IReadOnlyList<InputTable> All { get; } = Enum.GetValues<InputTable>();

    /// <summary>The files of rows.</summary>
    public static IReadOnlyList<InputTable> Csv { get; } = [.. All.Where(table => table <= InputTable.Charges)];

    /// <summary>The files that hold a line for each record: rows and cases.</summary>
    public static IReadOnlyList<InputTable> Lines { get; } = [.. All.Where(table => table <= InputTable.Computed)];

    /// <summary>The columns of a file of rows.</summary>
    /// <param name="table">The file.</param>
    public static TableColumns Columns(this InputTable table) => table == InputTable.Charges ? Charges : EligibilityRows.Tables[(int)table];

    /// <summary>The name of a file of rows that was given as Parquet.</summary>
    /// <param name="table">The file.</param>
    public static string ParquetName(this InputTable table) => Path.ChangeExtension(table.FileName(), ".parquet");

    /// <summary>The name of a file.</summary>
    /// <param name="table">The file.</param>
    public static string FileName(this InputTable table) => table switch
    {
        InputTable.Submissions => "submissions.ndjson",
        InputTable.Computed => "computed.ndjson",
        InputTable.Reference => "reference.json",
        _ => table.Columns().File,
    };
}
