using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Vocabulary;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>What claims say that remittances do not, from professional claims (837P) or from CSV.</summary>
public static class ClaimFactsOfClaims
{
    private const int HeaderLength = 3;

    /// <summary>Reads a file of either kind into a table.</summary>
    /// <param name="file">The file.</param>
    /// <param name="table">Takes the facts.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Read(RemittanceFile file, ClaimFactsTable table, ProblemList problems)
    {
        using var stream = file.Open();
        if (IsInterchange(file))
        {
            new ProfessionalClaimReader(problems).Read(stream, claim => Add(claim, table));
        }
        else
        {
            ClaimFactsReader.Read(stream, table, problems);
        }
    }

    /// <summary>A claim sent again with the same number says the same of these facts: the first is kept.</summary>
    private static void Add(ProfessionalClaim claim, ClaimFactsTable table)
    {
        var whole = new ClaimFacts(claim.Assigned, NullIfEmpty(claim.PlaceOfService), claim.RenderingNpi);
        table.Add(claim.BillingTin ?? "", claim.PatientControlNumber, "", whole);
        foreach (var line in claim.Lines.Where(line => line.ControlNumber is not null))
        {
            table.Add(
                claim.BillingTin ?? "",
                claim.PatientControlNumber,
                line.ControlNumber!,
                whole with { PlaceOfService = NullIfEmpty(line.PlaceOfService) ?? whole.PlaceOfService, RenderingNpi = line.RenderingNpi ?? whole.RenderingNpi });
        }
    }

    private static bool IsInterchange(RemittanceFile file)
    {
        using var stream = file.Open();
        Span<byte> first = stackalloc byte[HeaderLength];
        return stream.ReadAtLeast(first, HeaderLength, throwOnEndOfStream: false) == HeaderLength && first.SequenceEqual("ISA"u8);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
