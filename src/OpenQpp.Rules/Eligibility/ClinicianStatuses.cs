using System.Runtime.InteropServices;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The special statuses of one clinician in one segment.</summary>
/// <param name="Tests">Test by test.</param>
public readonly record struct ClinicianStatuses(List<StatusTest> Tests)
{
    /// <summary>Nothing was judged: there are no claims.</summary>
    public static ClinicianStatuses None { get; } = new([]);

    /// <summary>The statuses that hold.</summary>
    public SpecialStatus Found { get; } = StatusTest.Union(CollectionsMarshal.AsSpan(Tests));

    /// <summary>Whether it was judged if a status holds.</summary>
    /// <param name="status">The status.</param>
    public bool IsJudged(SpecialStatus status) => Tests.Exists(test => test.Status == status);
}
