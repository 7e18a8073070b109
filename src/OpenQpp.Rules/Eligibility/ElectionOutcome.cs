using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>An election that was refused.</summary>
/// <param name="Election">The election.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Says">Why, in a sentence.</param>
public sealed record RefusedElection(Election Election, ProblemCode Code, string Says);

/// <summary>
/// What a unit elected. The first election that may be made stands for the year: the same choice again changes nothing,
/// another one is refused, and nothing takes it back.
/// </summary>
/// <param name="Choice">The standing choice; null where there is none.</param>
/// <param name="Refused">Elections that were refused, in order of time.</param>
[Cfr("414.1310(b)(1)(iii)")]
[Cfr("414.1310(d)")]
public sealed record ElectionOutcome(ElectionChoice? Choice, IReadOnlyList<RefusedElection> Refused)
{
    /// <summary>Nothing was elected.</summary>
    public static ElectionOutcome None { get; } = new(null, []);

    /// <summary>Opted in.</summary>
    public bool IsOptedIn => Choice == ElectionChoice.OptIn;

    /// <summary>The elections of one unit, applied in order of time.</summary>
    /// <param name="elections">The elections.</param>
    /// <param name="volume">The unit's low-volume determination.</param>
    /// <param name="isExcluded">The unit is out of MIPS for another reason than low volume.</param>
    /// <param name="law">The law of the year.</param>
    public static ElectionOutcome For(IReadOnlyList<Election> elections, LowVolumeDetermination volume, bool isExcluded, EligibilityLaw law)
    {
        if (elections.Count == 0)
        {
            return None;
        }

        ElectionChoice? standing = null;
        List<RefusedElection>? refused = null;
        foreach (var election in elections.OrderBy(election => election.At))
        {
            if (standing is { } already)
            {
                if (already != election.Choice)
                {
                    Refuse(election, ProblemCode.ELECTION_IRREVOCABLE, $"'{already.Word()}' was elected before; an election cannot be withdrawn or changed in the performance year.");
                }
            }
            else if (WhyNot(election, volume, isExcluded, law) is { } why)
            {
                Refuse(election, ProblemCode.ELECTION_NOT_OPEN, why);
            }
            else
            {
                standing = election.Choice;
            }
        }

        return standing is null && refused is null ? None : new(standing, refused ?? (IReadOnlyList<RefusedElection>)[]);

        void Refuse(Election election, ProblemCode code, string says) => (refused ??= []).Add(new(election, code, says));
    }

    private static string? WhyNot(Election election, LowVolumeDetermination volume, bool isExcluded, EligibilityLaw law)
    {
        var optInExists = volume.Level == UnitLevel.ApmEntity ? law.ApmEntityOptIn : law.OptIn;
        return election.Choice switch
        {
            ElectionChoice.OptIn when !optInExists.Flag => "There is no opt-in at this level in this performance year; report voluntarily or not at all.",
            ElectionChoice.OptIn when isExcluded => "An opt-in is open only to clinicians who are out of MIPS for low volume alone.",
            ElectionChoice.OptIn when volume.IsExceeded => "The unit exceeds the low-volume threshold: it is required to take part and has nothing to elect.",
            ElectionChoice.OptIn when !volume.MayOptIn.Flag => "An opt-in needs at least one criterion of the low-volume threshold that is exceeded.",
            ElectionChoice.Voluntary when volume.IsExceeded && !isExcluded => "The unit exceeds the low-volume threshold: it is required to take part and cannot report voluntarily.",
            _ => null,
        };
    }
}
