using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Today's result beside that of the changed case. Nothing is written anywhere.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Changed">The changed case.</param>
/// <param name="Result">Its result; null where it would be refused.</param>
/// <param name="Problems">Why it would be refused.</param>
/// <param name="Improvements">What one more change would do most.</param>
public sealed record WhatIfAnswer(WhatIfQuestion Question, Submission Changed, ScoredCase? Result, IReadOnlyList<Problem> Problems, IReadOnlyList<Improvement> Improvements)
{
    private const int MostImprovements = 12;

    /// <summary>The answer to a question about a feedback.</summary>
    /// <param name="model">The feedback.</param>
    /// <param name="question">The question.</param>
    /// <param name="rescoring">Scores a case as the run did.</param>
    /// <param name="book">The law of all years.</param>
    public static WhatIfAnswer Of(FeedbackModel model, WhatIfQuestion question, Rescoring rescoring, LawBook book)
    {
        var law = model.Result.Law;
        var changed = question.Changes.Aggregate(model.Submission, (submission, change) => change.Apply(submission, law));
        var problems = new ProblemList();
        new CaseChecks(book, new(AllowSyntheticNpi: true)).Check(changed, law, problems, new ProblemList());
        var scorer = rescoring.ScorerOf(model.Run);
        var result = problems.IsEmpty ? scorer(changed) : null;
        return new(
            question,
            changed,
            result,
            problems.Found,
            result is null ? [] : [.. Improvement.Of(changed, result, scorer).Take(MostImprovements)]);
    }

    /// <summary>What a percent makes of the allowed charges, dollars; null where either is not known.</summary>
    /// <param name="percent">The percent.</param>
    public decimal? Dollars(decimal? percent) => percent * Question.AllowedCharges / 100m;
}
