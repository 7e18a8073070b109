using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Something that an owner can register or elect in a year.</summary>
/// <param name="Kind">The word under which it is kept.</param>
/// <param name="Title">Its name.</param>
/// <param name="Basis">The paragraph.</param>
/// <param name="Says">What the person must know.</param>
public sealed record RegistrationOffer(string Kind, string Title, string Basis, string Says)
{
    /// <summary>The word of opt-in or voluntary reporting.</summary>
    public const string Election = Registration.Election;

    /// <summary>The word of a Partial QP's election.</summary>
    public const string PartialQp = Registration.PartialQp;

    /// <summary>The word of the survey that is not reported through a pathway.</summary>
    public const string Survey = Registration.Survey;

    /// <summary>What can be chosen; empty where it is written.</summary>
    public IReadOnlyList<(string Word, string Text)> Choices { get; init; } = [];

    /// <summary>When; null where the law recorded here names no date.</summary>
    public RegistrationWindow? Window { get; init; }

    /// <summary>It can neither be withdrawn nor changed.</summary>
    public bool IsIrrevocable { get; init; }

    /// <summary>The kind of the law; null for elections and for the survey outside of pathways.</summary>
    public RegistrationKind? Law => RegistrationKinds.Of(Kind);

    /// <summary>What an owner of a kind can register or elect.</summary>
    /// <param name="owner">The kind of owner.</param>
    /// <param name="law">The law of the performance year.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<RegistrationOffer> For(OwnerKind owner, YearLaw law, DateTimeOffset now)
    {
        RegistrationWindow Window(RegistrationKind kind) => RegistrationWindow.For(kind, now.Second(), law.Eligibility.Registration);
        var pathways = law.Catalogue.Pathways.OrderBy(pathway => pathway.Key, StringComparer.Ordinal).Select(pathway => (pathway.Key, $"{pathway.Key} {pathway.Value.Title}")).ToArray();
        var (isPractice, hasPathways) = (owner == OwnerKind.Practice, law.Eligibility.Registration.Closes is not null);
        var optIn = owner == OwnerKind.ApmEntity ? law.Eligibility.ApmEntityOptIn : law.Eligibility.OptIn;
        var offers = new List<RegistrationOffer>();
        if (owner is OwnerKind.Practice or OwnerKind.Clinician or OwnerKind.VirtualGroup || optIn.Flag)
        {
            offers.Add(new(Election, "Opt in, or report voluntarily", "414.1310(b)(1)(iii)", "Once, and for the year: an election can be neither withdrawn nor changed. An opt-in brings every rule and the payment adjustment; a voluntary report brings neither.")
            {
                IsIrrevocable = true,
                Choices = [.. optIn.Flag ? [("optIn", "Opt in: take part with all effects, the payment adjustment included")] : Array.Empty<(string, string)>(), ("voluntary", "Report voluntarily, without payment adjustment")],
            });
        }

        if (owner is OwnerKind.Clinician or OwnerKind.ApmEntity)
        {
            offers.Add(new(PartialQp, "Election of a Partial QP", "414.1310(b)(1)(ii)", "A Partial QP is out of MIPS, unless it elects to take part. The election cannot be withdrawn.")
            {
                IsIrrevocable = true,
                Choices = [("participate", "Take part in MIPS")],
            });
        }

        if (hasPathways && owner is not OwnerKind.VirtualGroup)
        {
            offers.Add(new(RegistrationKind.Mvp.Word(), "MIPS Value Pathway", "414.1365(b)(2)", "One pathway; it can be changed or withdrawn until registration closes.") { Choices = pathways, Window = Window(RegistrationKind.Mvp) });
            offers.Add(new(RegistrationKind.MvpSurvey.Word(), "CAHPS for MIPS survey through a pathway", "414.1365(b)(2)", "For a pathway with the survey among its measures.") { Choices = [("yes", "Register for the survey")], Window = Window(RegistrationKind.MvpSurvey) });
        }

        if (isPractice && law.Eligibility.Membership.Subgroups.Flag)
        {
            offers.Add(new(RegistrationKind.Subgroup.Word(), "Subgroup", "414.1318(a)", "A name, a pathway, and the NPIs of its clinicians. Nobody who opted in or reports voluntarily may join.") { Choices = pathways, Window = Window(RegistrationKind.Subgroup) });
        }

        if (owner is OwnerKind.Practice or OwnerKind.ApmEntity or OwnerKind.VirtualGroup)
        {
            offers.Add(new(Survey, "CAHPS for MIPS survey", "414.1325", "Outside of pathways. No date is recorded here, so none is held against you: look it up at CMS.") { Choices = [("yes", "Register for the survey")] });
        }

        if (isPractice && law.Eligibility.Registration.VirtualGroupCloses is not null)
        {
            offers.Add(new(RegistrationKind.VirtualGroup.Word(), "Virtual group", "414.1315", "The parties sign a formal written agreement first. The election can be changed or withdrawn until the deadline, and not in the performance year.") { Window = Window(RegistrationKind.VirtualGroup) });
        }

        return offers;
    }
}
