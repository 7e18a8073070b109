namespace OpenQpp.YearRun;

/// <summary>Rows that follow each other and count in the same cells of the statistics.</summary>
internal sealed class AlikeRows
{
    /// <summary>How many there are.</summary>
    public long Rows { get; private set; }

    /// <summary>Their allowed charges, dollars.</summary>
    public decimal Charges { get; private set; }

    /// <summary>Clinicians of their practice.</summary>
    public int PracticeSize { get; private set; }

    /// <summary>State of their practice.</summary>
    public string State { get; private set; } = "";

    /// <summary>What came of them.</summary>
    public Outcome Outcome { get; private set; }

    /// <summary>Takes a row that is like those before; false where it is not.</summary>
    /// <param name="clinician">The row.</param>
    /// <param name="outcome">What came of it.</param>
    public bool Take(ClinicianRow clinician, Outcome outcome)
    {
        var isAlike = Rows > 0 && outcome.Status == Outcome.Status && ReferenceEquals(outcome.Score, Outcome.Score)
            && clinician.PracticeSize == PracticeSize && string.Equals(clinician.State, State, StringComparison.Ordinal);
        if (isAlike)
        {
            Rows++;
            Charges += clinician.Charges;
        }

        return isAlike;
    }

    /// <summary>Begins anew with a row.</summary>
    /// <param name="clinician">The row.</param>
    /// <param name="outcome">What came of it.</param>
    public void Begin(ClinicianRow clinician, Outcome outcome) =>
        (Rows, Charges, PracticeSize, State, Outcome) = (1, clinician.Charges, clinician.PracticeSize, clinician.State, outcome);

    /// <summary>There are none any more.</summary>
    public void Forget() => Rows = 0;
}
