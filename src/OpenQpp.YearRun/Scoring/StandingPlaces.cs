namespace OpenQpp.YearRun;

/// <summary>The standings of a part, each once, and where those of every clinician stand among them.</summary>
internal sealed class StandingPlaces
{
    private readonly List<StandingRow> all = [];
    private readonly (int IfNotReported, int IfReported)[] ofClinician;

    /// <summary>The standings of clinicians.</summary>
    /// <param name="clinicians">The clinicians.</param>
    public StandingPlaces(List<ClinicianRow> clinicians)
    {
        ofClinician = new (int IfNotReported, int IfReported)[clinicians.Count];
        for (var place = 0; place < ofClinician.Length; place++)
        {
            var one = clinicians[place];
            // Neighbours are mostly alike.
            ofClinician[place] = place > 0 && one.IfNotReported == clinicians[place - 1].IfNotReported && one.IfReported == clinicians[place - 1].IfReported
                ? ofClinician[place - 1]
                : (PlaceOf(one.IfNotReported), PlaceOf(one.IfReported));
        }

        int PlaceOf(StandingRow standing)
        {
            // There are few.
            var known = all.IndexOf(standing);
            if (known < 0)
            {
                known = all.Count;
                all.Add(standing);
            }

            return known;
        }
    }

    /// <summary>Every standing once.</summary>
    public IReadOnlyCollection<StandingRow> All => all;

    /// <summary>The places of the standings of a clinician.</summary>
    /// <param name="clinician">The place of the clinician.</param>
    public (int IfNotReported, int IfReported) this[int clinician] => ofClinician[clinician];
}
