namespace OpenQpp.Store;

/// <summary>What the files say of an organization.</summary>
internal sealed class OrganizationNotes
{
    public string? Name { get; set; }

    public string? State { get; set; }

    public string? Zip { get; set; }

    public string? Address { get; set; }

    public string? Model { get; set; }

    /// <summary>Clinicians of a practice who billed in the year; null for others.</summary>
    public long? Clinicians { get; set; }

    /// <summary>What eligibility says of a practice as a whole, a JSON object.</summary>
    public string? Facts { get; set; }
}
