using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>Reads professional claims (837P of version 005010), claim by claim: memory does not grow with the file.</summary>
/// <param name="problems">Takes what is wrong.</param>
public sealed class ProfessionalClaimReader(ProblemList problems)
{
    private const string Kind = "837";
    private const string Claim = "2300";

    private static readonly LoopSpec Grammar = LoopSpec.Read("837p.txt");
    private static readonly string[] Versions = ["005010X222A2", "005010X222A1", "005010X222"];

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="claim">Takes each claim.</param>
    public void Read(Stream stream, Action<ProfessionalClaim> claim) =>
        new TransactionReader(stream, Kind, Versions, problems).Read(
            _ => new(Grammar, isOrdered: true, Claim, (loop, outer) => claim(new(loop, outer, problems)), problems),
            (_, _) => { });
}
