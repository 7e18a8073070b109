namespace OpenQpp.Remits;

/// <summary>A file of remittances that can be read more than once.</summary>
/// <param name="Name">Its name, for reports.</param>
/// <param name="Open">Opens it at its beginning.</param>
public sealed record RemittanceFile(string Name, Func<Stream> Open);
