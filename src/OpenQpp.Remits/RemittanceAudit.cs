using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>Takes what an audit finds, in the order of the files.</summary>
public interface IAuditTaker
{
    /// <summary>A claim of Medicare Part B.</summary>
    /// <param name="claim">The claim.</param>
    void Take(AuditedClaim claim);

    /// <summary>A claim of another payer or another part of Medicare: set aside.</summary>
    /// <param name="remittance">The remittance.</param>
    /// <param name="claim">The claim.</param>
    void SetAside(Remittance remittance, RemittanceClaim claim);

    /// <summary>A remittance that has ended.</summary>
    /// <param name="file">The file.</param>
    /// <param name="remittance">The remittance.</param>
    /// <param name="imbalance">What does not balance; null where it does.</param>
    void End(RemittanceFile file, Remittance remittance, Imbalance? imbalance);
}

/// <summary>
/// Audits remittances. The files are read twice, or three times where a reversal's claim must be looked for: what one line is called can
/// depend on all others, and no line is kept. Memory grows with clinicians, practices and findings, not with the files.
/// </summary>
/// <param name="sources">What is known besides the remittances.</param>
public sealed class RemittanceAudit(AuditSources sources)
{
    private readonly RemittedClaims claims = new(sources);
    private readonly AuditSurvey survey = new(sources);

    /// <summary>Reads the files for what must be known of all of them.</summary>
    /// <param name="files">The files.</param>
    /// <param name="problems">Takes what is wrong with the files; what does not balance is a finding, no problem.</param>
    public void Prepare(IReadOnlyList<RemittanceFile> files, ProblemList problems)
    {
        foreach (var file in files)
        {
            var found = new ProblemList();
            Read(file, found, (remittance, claim) => Survey(file, remittance, claim), _ => { });
            foreach (var problem in found.Found)
            {
                problems.Add(problem.Code, files.Count == 1 ? problem.Path : $"{ShownText.Of(file.Name)} {problem.Path}", problem.Message);
            }
        }

        if (problems.IsEmpty)
        {
            claims.PercentsOfAllLines = survey.PercentsOfAllLines();
            Match(files);
        }
    }

    /// <summary>Audits the files for which everything is prepared.</summary>
    /// <param name="files">The same files.</param>
    /// <param name="take">Takes what is found.</param>
    public void Run(IReadOnlyList<RemittanceFile> files, IAuditTaker take)
    {
        foreach (var file in files)
        {
            Read(file, new ProblemList(), (remittance, claim) => Take(file, remittance, claim, take), remittance => take.End(file, remittance, RemittanceBalance.Of(remittance)));
        }
    }

    private void Survey(RemittanceFile file, Remittance remittance, RemittanceClaim claim)
    {
        if (RemittedClaims.IsMedicare(claim))
        {
            survey.Add(Audited(file, remittance, claim));
        }
    }

    private void Take(RemittanceFile file, Remittance remittance, RemittanceClaim claim, IAuditTaker take)
    {
        if (RemittedClaims.IsMedicare(claim))
        {
            var audited = Audited(file, remittance, claim);
            take.Take(audited with { IsTakenBack = survey.Reversals.IsTakenBack(audited), IsReversalOfUnknown = survey.Reversals.IsOfUnknown(audited) });
        }
        else
        {
            take.SetAside(remittance, claim);
        }
    }

    private void Match(IReadOnlyList<RemittanceFile> files)
    {
        foreach (var file in survey.Reversals.HasOpen ? files : [])
        {
            Read(
                file,
                new ProblemList(),
                (remittance, claim) =>
                {
                    if (RemittedClaims.IsMedicare(claim) && survey.Reversals.IsOfReversal(remittance, claim))
                    {
                        survey.Reversals.Match(Audited(file, remittance, claim));
                    }
                },
                _ => { });
        }
    }

    private static void Read(RemittanceFile file, ProblemList problems, Action<Remittance, RemittanceClaim> take, Action<Remittance> end)
    {
        using var stream = file.Open();
        new RemittanceReader(problems).Read(stream, take, end);
    }

    private AuditedClaim Audited(RemittanceFile file, Remittance remittance, RemittanceClaim claim) =>
        new(file, remittance, claim, RemittedClaimAudit.For(claims.Of(remittance, claim)), [.. RemittanceBalance.Of(claim)]);
}
