using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>Reads remittance advices (835 of version 005010), claim by claim: memory does not grow with the file.</summary>
/// <param name="problems">Takes what is wrong.</param>
public sealed class RemittanceReader(ProblemList problems)
{
    private const string Kind = "835";
    private const string Claim = "2100";

    private static readonly LoopSpec Grammar = LoopSpec.Read("835.txt");
    private static readonly string[] Versions = ["005010X221A1", "005010X221"];

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="claim">Takes each claim, with the remittance in which it stands.</param>
    /// <param name="end">Takes each remittance when it has ended.</param>
    public void Read(Stream stream, Action<Remittance, RemittanceClaim> claim, Action<Remittance> end) => Read(stream, claim, end, keepsClaims: false);

    /// <summary>Reads a file as a whole, to write it again.</summary>
    /// <param name="stream">The file.</param>
    public IReadOnlyList<Remittance> ReadAll(Stream stream)
    {
        var all = new List<Remittance>();
        Read(stream, (_, _) => { }, all.Add, keepsClaims: true);
        return all;
    }

    private void Read(Stream stream, Action<Remittance, RemittanceClaim> take, Action<Remittance> end, bool keepsClaims)
    {
        Remittance? remittance = null;
        new TransactionReader(stream, Kind, Versions, problems).Read(
            envelope =>
            {
                remittance = null;
                return new(
                    Grammar,
                    isOrdered: false,
                    Claim,
                    (loop, outer) =>
                    {
                        remittance ??= new(envelope, outer[0], problems);
                        var claim = new RemittanceClaim(loop, problems);
                        remittance.Add(claim);
                        take(remittance, claim);
                    },
                    problems) { KeepsUnits = keepsClaims };
            },
            (envelope, root) =>
            {
                remittance ??= new(envelope, root, problems);
                remittance.End(problems);
                end(remittance);
            });
    }
}
