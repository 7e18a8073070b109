using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Takes the tests of special statuses in the form in which they are made: findings are kept, of plain values the outcome.</summary>
/// <typeparam name="T">The form.</typeparam>
internal struct StatusTests<T>
    where T : IValue<T>
{
    private List<StatusTest>? tests;
    private SpecialStatus judged;
    private SpecialStatus found;

    /// <summary>Which statuses were judged, and which hold.</summary>
    public readonly ClinicianStatuses Statuses => new(judged, found);

    /// <summary>The tests that were made as findings.</summary>
    public readonly StatusTest[] Tests => tests is null ? [] : [.. tests];

    /// <summary>Takes a test.</summary>
    /// <param name="status">The status.</param>
    /// <param name="segment">1 or 2.</param>
    /// <param name="holds">Whether it holds.</param>
    public void Add(SpecialStatus status, int segment, T holds)
    {
        judged |= status;
        found |= holds.Flag ? status : SpecialStatus.None;
        if (holds is Finding finding)
        {
            (tests ??= new(7)).Add(new(status, segment, finding));
        }
    }
}
