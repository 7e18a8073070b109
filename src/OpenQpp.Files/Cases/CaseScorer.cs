using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>What became of a case: a result, or the problems for which it was refused.</summary>
/// <param name="Result">The result; null where the case was refused.</param>
/// <param name="Problems">Why it was refused.</param>
public sealed record CaseOutcome(ScoredCase? Result, IReadOnlyList<Problem> Problems);

/// <summary>From bytes to a validated, scored result with its whole explanation. May be used by several threads at once.</summary>
/// <param name="book">The law of all years.</param>
/// <param name="options">How strictly cases are checked.</param>
/// <param name="scaling">Scaling factors given by the caller.</param>
/// <param name="variant">The variant of the law to score under, or null for final law.</param>
/// <param name="overrides">Settings that differ from their default.</param>
public sealed class CaseScorer(
    LawBook book,
    CheckOptions options,
    GivenScalingFactors? scaling = null,
    string? variant = null,
    IReadOnlyDictionary<string, string>? overrides = null)
{
    private readonly CaseChecks checks = new(book, options);
    private readonly CaseScoring scoring = new(book, scaling ?? GivenScalingFactors.None);

    /// <summary>The outcome of a case.</summary>
    /// <param name="utf8">The document.</param>
    public CaseOutcome Score(ReadOnlySpan<byte> utf8)
    {
        var (problems, warnings) = (new ProblemList(), new ProblemList());
        if (CaseReader.Read(utf8, problems) is not { } submission)
        {
            return new(null, problems.Found);
        }

        var law = LawFor(submission, problems);
        checks.Check(submission, law, problems, warnings);
        if (law is not null && scaling is not null)
        {
            ScalingChecks.Check(scaling, law, problems);
        }

        if (!problems.IsEmpty)
        {
            return new(null, problems.Found);
        }

        var result = scoring.For(submission, law!);
        return new(warnings.IsEmpty ? result : result with { Warnings = [.. warnings.Found, .. result.Warnings] }, []);
    }

    private YearLaw? LawFor(Submission submission, ProblemList problems)
    {
        if (submission.PerformanceYear is not { } year || !book.Has(year))
        {
            return null;
        }

        if (variant is null)
        {
            return book.Of(new(year), overrides);
        }

        var law = book.Variant(variant, overrides);
        if (law.Year.Year != year)
        {
            problems.Add(ProblemCode.UNSUPPORTED_YEAR, $"{submission.Root}.performanceYear", $"The variant '{variant}' is of performance year {law.Year.Year}. Send a case of that year, or score under final law.");
        }

        return law;
    }
}
