using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>Counts what an audit finds, by practice, and hands every finding on with its place.</summary>
/// <param name="finding">Takes each finding, in the order of the files.</param>
public sealed class AuditTotals(Action<FindingRow> finding) : IAuditTaker
{
    private const string PriorPayer = "23";

    private readonly SortedDictionary<string, PracticeTotals> practices = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> setAside = new(StringComparer.Ordinal);

    /// <summary>The practices, by TIN.</summary>
    public IReadOnlyCollection<PracticeTotals> Practices => practices.Values;

    /// <summary>Claims that were set aside, by filing indicator.</summary>
    public IReadOnlyDictionary<string, long> SetAsideByPayer => setAside;

    /// <summary>Something was found.</summary>
    public bool HasFindings => practices.Values.Any(practice => practice.Findings.Count > 0);

    /// <inheritdoc/>
    public void Take(AuditedClaim claim)
    {
        var practice = Of(claim.Remittance);
        practice.Claims++;
        practice.Reversals += claim.Claim.IsReversal ? 1 : 0;
        practice.TakenBack += claim.IsTakenBack && !claim.Claim.IsReversal ? 1 : 0;
        practice.ReversalsOfUnknown += claim.IsReversalOfUnknown ? 1 : 0;
        practice.HasRemark |= claim.Claim.Remarks.Contains(LineAdjustment.MipsRemark, StringComparer.Ordinal);
        foreach (var wrong in claim.Imbalances)
        {
            Tell(practice, new(Of(wrong), claim.File.Name, wrong.Place, claim.Tin) { Claim = claim.Claim.PatientControlNumber });
        }

        for (var index = 0; index < claim.Audit.Lines.Count; index++)
        {
            Count(practice, claim.Audit.Lines[index]);
            foreach (var wrong in claim.IsJudged ? claim.Audit.Lines[index].Findings : [])
            {
                Tell(practice, RowOf(claim, index, wrong));
            }
        }

        practice.Adjustments += claim.Codes.Adjustment;
        practice.Sequestration += claim.Codes.SequesteredAmount;
        foreach (var wrong in claim.IsJudged ? claim.Audit.Findings : [])
        {
            Tell(practice, new(wrong, claim.File.Name, claim.Claim.Loop.First.Place(), claim.Tin) { Claim = claim.Claim.PatientControlNumber, Service = claim.Claim.Service });
        }
    }

    /// <inheritdoc/>
    public void SetAside(Remittance remittance, RemittanceClaim claim)
    {
        Of(remittance).SetAside++;
        setAside[claim.FilingIndicator] = setAside.GetValueOrDefault(claim.FilingIndicator) + 1;
    }

    /// <inheritdoc/>
    public void End(RemittanceFile file, Remittance remittance, Imbalance? imbalance)
    {
        var practice = Of(remittance);
        practice.Remittances++;
        practice.Name = remittance.PayeeName;
        if (imbalance is not null)
        {
            Tell(practice, new(Of(imbalance), file.Name, imbalance.Place, practice.Tin));
        }
    }

    /// <summary>After the last file: practices with factors on whose remittances remark code N807 stands nowhere.</summary>
    public void EndAll()
    {
        foreach (var practice in practices.Values.Where(practice => !practice.HasRemark && practice.WithFactor.Lines > 0))
        {
            // What is missing line by line is told there; here no dollar is counted a second time.
            Tell(practice, new(new(AuditFindingName.NoN807Anywhere, practice.WithFactor.Dollars, 0m, 0m), "", "", practice.Tin));
        }
    }

    private static void Count(PracticeTotals practice, AuditedLine line)
    {
        practice.Lines++;
        practice.HasRemark |= line.Line.HasRemark;
        practice.LinesWithMips += line.CarriesMips ? 1 : 0;
        practice.Adjustments += line.Codes.Adjustment;
        practice.Sequestration += line.Codes.SequesteredAmount;
        practice.SecondaryLines += line.Line.Entries.Any(entry => entry.Reason is PriorPayer && entry.Amount != 0m) ? 1 : 0;
        if (line.HasFactor)
        {
            var (lines, dollars) = practice.WithFactor;
            practice.WithFactor = (lines + 1, dollars + RemittedAdjustment.With(line, line.Line.Factor.Percent!.Number));
        }

        if (line.IsUndecided)
        {
            practice.AddUndecided(line.Reason!.Value, line.Program.Number);
        }
        else if (line.Reason is { } reason && !line.CarriesMips)
        {
            practice.AddUnadjusted(reason);
        }
        else if (line.CarriesMips && line.Expected.Number == line.Codes.Adjustment && line.Findings.Count == 0)
        {
            practice.LinesThatAgree++;
        }
    }

    private static FindingRow RowOf(AuditedClaim claim, int index, AuditFinding wrong)
    {
        var (line, told) = (claim.Audit.Lines[index].Line, claim.LineAt(index));
        return new(wrong, claim.File.Name, (told?.Loop ?? claim.Claim.Loop).First.Place(), claim.Tin)
        {
            Npi = line.Npi,
            Claim = claim.Claim.PatientControlNumber,
            Line = told?.ControlNumber ?? "",
            Procedure = told?.Procedure.Code ?? "",
            Service = line.Service,
        };
    }

    private static AuditFinding Of(Imbalance wrong) => new(
        wrong.Code switch
        {
            ProblemCode.LINE_OUT_OF_BALANCE => AuditFindingName.LineOutOfBalance,
            ProblemCode.CLAIM_OUT_OF_BALANCE => AuditFindingName.ClaimOutOfBalance,
            _ => AuditFindingName.TransactionOutOfBalance,
        },
        wrong.Expected,
        wrong.Told,
        wrong.Expected - wrong.Told);

    private PracticeTotals Of(Remittance remittance)
    {
        var tin = remittance.PayeeTin ?? "";
        if (!practices.TryGetValue(tin, out var practice))
        {
            practices[tin] = practice = new(tin);
        }

        return practice;
    }

    private void Tell(PracticeTotals practice, FindingRow row)
    {
        practice.Add(row.Finding);
        finding(row);
    }
}
