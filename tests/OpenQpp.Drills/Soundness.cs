using Xunit;

namespace OpenQpp.Drills;

/// <summary>What must be true of a store at any moment, whoever was killed before.</summary>
internal static class Soundness
{
    /// <summary>Queries that count what must not be there.</summary>
    private static readonly (string What, string Sql)[] Rules =
    [
        ("a request whose state is not that of its last step", """
            SELECT COUNT(*) FROM review WHERE state <> COALESCE((SELECT step.to_state FROM review_event step WHERE step.review_id = review.id ORDER BY step.number DESC LIMIT 1), '')
            """),
        ("steps with gaps", "SELECT COUNT(*) FROM (SELECT review_id FROM review_event GROUP BY review_id HAVING COUNT(*) <> MAX(number) - MIN(number) + 1) gaps"),
        ("a sent request without its time, or a draft with one", "SELECT COUNT(*) FROM review WHERE (state = 'draft') <> (submitted_at_us IS NULL)"),
        ("a decided request without its time, or another with one", "SELECT COUNT(*) FROM review WHERE (state IN ('approved', 'denied')) <> (decided_at_us IS NOT NULL)"),
        ("a document that is not all there", "SELECT COUNT(*) FROM review_document WHERE length <> LENGTH(body)"),
        ("half of the documents that were sent together", "SELECT COUNT(*) FROM review WHERE (SELECT COUNT(*) FROM review_document paper WHERE paper.review_id = review.id) NOT IN (0, 2)"),
        ("documents that the log does not tell", """
            SELECT ABS((SELECT COUNT(*) FROM review_document) - (SELECT COUNT(*) FROM audit WHERE action = 'review-document' AND outcome = 'done'))
            """),
        ("submissions that the log does not tell", Steps("submitted", "review-submit")),
        ("approvals that the log does not tell", Steps("approved", "review-approve")),
        ("denials that the log does not tell", Steps("denied", "review-deny")),
        ("roles that the log does not tell", """
            SELECT ABS((SELECT COUNT(*) FROM held_role WHERE state IN ('approved', 'removed')) - (SELECT COUNT(*) FROM audit WHERE action = 'approve-role' AND outcome = 'done'))
            """),
        ("a decided role without who decided", "SELECT COUNT(*) FROM held_role WHERE (state = 'requested') <> (decided_by IS NULL)"),
        ("a release of a run that is not complete", "SELECT COUNT(*) FROM release WHERE run_id NOT IN (SELECT id FROM run WHERE state = 'complete')"),
        ("a result without its score", """
            SELECT COUNT(*) FROM result JOIN run ON run.id = result.run_id AND run.state = 'complete'
              LEFT JOIN score ON score.run_id = result.run_id AND score.owner_id = result.owner_id WHERE score.owner_id IS NULL
            """),
        ("a score without its result", """
            SELECT COUNT(*) FROM score JOIN run ON run.id = score.run_id AND run.state = 'complete'
              LEFT JOIN result ON result.run_id = score.run_id AND result.owner_id = score.owner_id WHERE result.owner_id IS NULL AND score.rejected = 0
            """),
        ("a version without assignments", "SELECT COUNT(*) FROM run WHERE state = 'complete' AND NOT EXISTS (SELECT 1 FROM assignment WHERE assignment.run_id = run.id)"),
    ];

    /// <summary>Fails where something is not so.</summary>
    public static void Check(DrillWorld world) => Assert.Empty(Rules.Where(rule => world.Count(rule.Sql) != 0).Select(rule => rule.What));

    private static string Steps(string state, string action) => $"""
        SELECT ABS((SELECT COUNT(*) FROM review_event WHERE to_state = '{state}') - (SELECT COUNT(*) FROM audit WHERE action = '{action}' AND outcome = 'done'))
        """;
}
