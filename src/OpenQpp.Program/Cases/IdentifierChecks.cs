using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks who takes part: TIN, NPI and entity id. Messages never repeat an identifier.</summary>
internal static class IdentifierChecks
{
    public static void Check(Submission submission, CheckOptions options, ProblemList problems, ProblemList warnings)
    {
        var root = submission.Root;
        var needsTin = submission.EntityType is ParticipationOption.Individual or ParticipationOption.Group;
        if (submission.TaxpayerIdentificationNumber is { } tin)
        {
            if (!Tin.HasForm(tin))
            {
                problems.Add(ProblemCode.TIN_FORM, $"{root}.taxpayerIdentificationNumber", "A TIN has nine digits, leading zeros included. Send all nine as text.");
            }
        }
        else if (needsTin)
        {
            problems.Add(ProblemCode.MISSING_FIELD, $"{root}.taxpayerIdentificationNumber", "Individuals and groups are known by their TIN. Add it.");
        }

        if (submission.NationalProviderIdentifier is { } npi)
        {
            CheckNpi(npi, root, options, problems, warnings);
        }
        else if (submission.EntityType == ParticipationOption.Individual)
        {
            problems.Add(ProblemCode.MISSING_FIELD, $"{root}.nationalProviderIdentifier", "An individual is known by TIN and NPI. Add the NPI.");
        }

        var needsEntityId = !needsTin;
        if (needsEntityId && string.IsNullOrWhiteSpace(submission.EntityId))
        {
            problems.Add(ProblemCode.MISSING_FIELD, $"{root}.entityId", "Virtual groups, subgroups and APM Entities are known by their entity id. Add it.");
        }
    }

    private static void CheckNpi(string npi, string root, CheckOptions options, ProblemList problems, ProblemList warnings)
    {
        if (!Npi.HasForm(npi))
        {
            problems.Add(ProblemCode.NPI_FORM, $"{root}.nationalProviderIdentifier", "An NPI has ten digits. Send all ten as text.");
        }
        else if (!Npi.IsSound(npi))
        {
            (options.AllowSyntheticNpi ? warnings : problems).Add(
                ProblemCode.NPI_CHECK_DIGIT,
                $"{root}.nationalProviderIdentifier",
                "The first digit or the check digit of the NPI is wrong. Correct it, or allow synthetic identifiers for sample data.");
        }
    }
}
