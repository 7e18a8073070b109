using OpenQpp.Vocabulary;
using OpenQpp.X12;
using Xunit;

namespace OpenQpp.Remittances;

/// <summary>What was read is written, and read again.</summary>
internal static class RoundTrip
{
    private static readonly Separators Others = new('|', '>', '\'', '!');

    /// <summary>Every segment comes back, with the separators of the file and with others.</summary>
    public static void Holds(byte[] bytes)
    {
        var first = Read(bytes);
        Assert.Equal(Segments(first), Segments(Read(Written(first, first[0].Envelope.Separators))));
        Assert.Equal(Segments(first), Segments(Read(Written(first, Others))));
    }

    public static byte[] Written(IReadOnlyList<Remittance> remittances, Separators separators)
    {
        using var stream = new MemoryStream();
        using (var writer = new InterchangeWriter(stream, separators))
        {
            foreach (var remittance in remittances)
            {
                writer.Write(remittance.Envelope, remittance.Root.Flat());
            }
        }

        return stream.ToArray();
    }

    public static IReadOnlyList<Remittance> Read(byte[] bytes)
    {
        var problems = new ProblemList();
        var all = new RemittanceReader(problems).ReadAll(new MemoryStream(bytes));
        Assert.Empty(problems.Found);
        return all;
    }

    private static IEnumerable<string> Segments(IReadOnlyList<Remittance> remittances) =>
        remittances.SelectMany(remittance => remittance.Root.Flat()).Select(segment => segment.Text(Separators.Usual));
}
