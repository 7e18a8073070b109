using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>How strictly a case is checked.</summary>
/// <param name="AllowSyntheticNpi">A wrong check digit in an NPI is a warning, as in CMS's own samples.</param>
public sealed record CheckOptions(bool AllowSyntheticNpi)
{
    /// <summary>Everything that is wrong is a problem.</summary>
    public static CheckOptions Strict { get; } = new(AllowSyntheticNpi: false);
}

/// <summary>Checks a case against the year's catalogue: every problem at once, each with its place and what to do.</summary>
/// <param name="book">The law of all years.</param>
/// <param name="options">How strictly.</param>
public sealed class CaseChecks(LawBook book, CheckOptions options)
{
    /// <summary>Checks a case that could be read.</summary>
    /// <param name="submission">The case.</param>
    /// <param name="law">The law under which it shall be scored, or null where the year has none.</param>
    /// <param name="problems">Takes what makes scoring impossible.</param>
    /// <param name="warnings">Takes what the sender should know.</param>
    public void Check(Submission submission, YearLaw? law, ProblemList problems, ProblemList warnings)
    {
        IdentifierChecks.Check(submission, options, problems, warnings);
        if (submission.PerformanceYear is not { } year)
        {
            return;
        }

        if (law is null)
        {
            problems.Add(
                ProblemCode.UNSUPPORTED_YEAR,
                $"{submission.Root}.performanceYear",
                $"Performance year {year} is not supported. Send one of {book.Years[0].Year} to {book.Years[^1].Year}.");
            return;
        }

        if (new OptionChecks(submission, law, problems).Check())
        {
            new SetChecks(submission, law, book, problems).Check();
            ProfileChecks.Check(submission, law, problems);
            PathwayProfileChecks.Check(submission, law, problems);
        }
    }
}
