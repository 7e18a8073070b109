using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A status that follows from where a clinician practises: the tests of both segments, made once for everybody.</summary>
/// <param name="status">The status.</param>
/// <param name="label">Name, unit, basis and sentence.</param>
internal sealed class AreaTest(SpecialStatus status, Label label)
{
    private readonly StatusTest[] yes = OfSegments(status, Finding.Given(label, true));
    private readonly StatusTest[] no = OfSegments(status, Finding.Given(label, false));

    /// <summary>The test of a segment.</summary>
    /// <param name="segment">1 or 2.</param>
    /// <param name="given">What stands in the input.</param>
    public StatusTest Of(int segment, bool given) => (given ? yes : no)[segment - 1];

    private static StatusTest[] OfSegments(SpecialStatus status, Finding holds) => [new(status, 1, holds), new(status, 2, holds)];
}
