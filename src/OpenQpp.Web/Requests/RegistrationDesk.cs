using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Checks registrations and elections. What only a year's run can judge is left to it, and said.</summary>
/// <param name="store">The store.</param>
/// <param name="book">The law of all years.</param>
public sealed class RegistrationDesk(PortalStore store, LawBook book)
{
    private const int LongestName = 40;

    /// <summary>The years of which the law is recorded, the newest first.</summary>
    public IReadOnlyList<int> Years => [.. book.Years.Select(year => year.Year).OrderDescending()];

    /// <summary>The law of a year.</summary>
    /// <param name="year">The performance year.</param>
    public YearLaw LawOf(PerformanceYear year) => book.Of(year);

    /// <summary>What the owner of the address can register.</summary>
    /// <param name="request">The request to the portal.</param>
    public IReadOnlyList<RegistrationOffer> Offers(PortalRequest request) => RegistrationOffer.For(request.Owner.Kind, LawOf(request.Year), request.Now);

    /// <summary>Clinicians who billed under the TIN, by the newest year that is published; null where none is.</summary>
    /// <param name="request">The request to the portal.</param>
    public async Task<(int Year, long Clinicians)?> SizeOf(PortalRequest request)
    {
        foreach (var run in (await store.Years.All(request.Cancellation)).Where(run => run.Year.Year <= request.Year.Year))
        {
            if (await store.Organizations.OfYear(run.Id, request.Owner.Id, request.Cancellation) is { Clinicians: { } clinicians })
            {
                return (run.Year.Year, clinicians);
            }
        }

        return null;
    }

    /// <summary>The registration that a form asks for; null beside its problems.</summary>
    /// <param name="request">The request to the portal.</param>
    /// <param name="offer">What is registered.</param>
    /// <param name="form">The form.</param>
    /// <param name="problems">Where problems are told.</param>
    public async Task<(string Kind, string Choice)?> Read(PortalRequest request, RegistrationOffer offer, IFormCollection form, ProblemList problems)
    {
        if (WhyClosed(request, offer) is { } closed)
        {
            problems.Add(ProblemCode.ELECTION_NOT_OPEN, "$.at", closed);
            return null;
        }

        return offer.Law switch
        {
            RegistrationKind.VirtualGroup => await VirtualGroup(request, form, problems),
            RegistrationKind.Subgroup => await Subgroup(request, offer, form, problems),
            _ => await Chosen(request, offer, form["choice"].ToString(), problems),
        };
    }

    /// <summary>Why nothing can be registered or withdrawn now; null where it can.</summary>
    /// <param name="request">The request to the portal.</param>
    /// <param name="offer">What is registered.</param>
    public static string? WhyClosed(PortalRequest request, RegistrationOffer offer) => offer.Window switch
    {
        { IsOpen.Flag: false, Opens: { } opens } when request.Now.Second() < opens => $"Registration opens at {EasternTime.Text(opens)}.",
        { IsOpen.Flag: false, Closes: { } closes } => $"The last second was {EasternTime.Text(closes)}. What is late is not taken.",
        { IsOpen.Flag: false } => "The law of this year knows no such registration.",
        null when request.Run is not null => "The scores of this year are released: nothing can be elected any more.",
        _ => null,
    };

    private async Task<(string, string)?> Chosen(PortalRequest request, RegistrationOffer offer, string choice, ProblemList problems)
    {
        if (!offer.Choices.Any(one => string.Equals(one.Word, choice, StringComparison.Ordinal)))
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, "$.choice", "Choose one of the choices.");
            return null;
        }

        var held = (await store.Registrations.OfOwner(request.Owner.Id, request.Year, request.Cancellation)).FirstOrDefault(one => one.EndedAt is null && one.IsIrrevocable && one.Kind == offer.Kind);
        if (held is not null && !string.Equals(held.Choice, choice, StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.ELECTION_IRREVOCABLE, "$.choice", "Something else was elected before. An election cannot be withdrawn or changed in the performance year.");
            return null;
        }

        return (offer.Kind, choice);
    }

    private async Task<(string, string)?> VirtualGroup(PortalRequest request, IFormCollection form, ProblemList problems)
    {
        var name = form["name"].ToString().Trim();
        CheckName(name, problems);
        var agreement = Agreement(form);
        foreach (var gap in agreement.Gaps)
        {
            problems.Add(ProblemCode.MISSING_FIELD, $"$.agreement.{gap.Paragraph}", $"The agreement lacks what {gap.Paragraph} asks for: that it {gap.Asks}.");
        }

        if (LawOf(request.Year).Eligibility.Membership.VirtualGroupClinicians is { } most && await SizeOf(request) is { } size && size.Clinicians > most.Number)
        {
            problems.Add(ProblemCode.ELECTION_NOT_OPEN, "$.clinicians", $"{Display.Count(size.Clinicians)} clinicians billed under the TIN in {size.Year.ToString(CultureInfo.InvariantCulture)}; a practice of a virtual group has at most {Display.Number(most.Number)}.");
        }

        return problems.IsEmpty ? (RegistrationKind.VirtualGroup.Word(), name) : null;
    }

    /// <summary>The nine items of the agreement as a form answers them.</summary>
    /// <param name="form">The form.</param>
    public static AgreementCheck Agreement(IFormCollection form) =>
        AgreementCheck.For([[.. AgreementCheck.Numbers.Select(number => (bool?)form["agreement"].Contains(number, StringComparer.Ordinal))]]);

    private async Task<(string, string)?> Subgroup(PortalRequest request, RegistrationOffer offer, IFormCollection form, ProblemList problems)
    {
        var (name, pathway) = (form["name"].ToString().Trim(), form["choice"].ToString());
        var npis = form["npis"].ToString().Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
        CheckName(name, problems);
        if (!offer.Choices.Any(one => string.Equals(one.Word, pathway, StringComparison.Ordinal)))
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, "$.choice", "Choose a pathway.");
        }

        var fewest = LawOf(request.Year).Eligibility.Membership.SubgroupClinicians;
        if (fewest is not null && npis.Length < fewest.Number)
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$.npis", $"A subgroup has at least {Display.Number(fewest.Number)} clinicians.");
        }

        var kind = $"{offer.Kind}-{name}";
        var others = (await store.Registrations.OfOwner(request.Owner.Id, request.Year, request.Cancellation)).Where(one => one.EndedAt is null && one.Kind != kind && one.Kind.StartsWith(offer.Kind + "-", StringComparison.Ordinal));
        var taken = others.SelectMany(one => one.Choice.Split(' ')).ToHashSet(StringComparer.Ordinal);
        for (var place = 0; place < npis.Length; place++)
        {
            if (await WhyNot(request, npis[place], taken) is { } why)
            {
                problems.Add(ProblemCode.NPI_FORM, string.Create(CultureInfo.InvariantCulture, $"$.npis[{place}]"), string.Create(CultureInfo.InvariantCulture, $"NPI {place + 1} of the list {why}"));
            }
        }

        return problems.IsEmpty ? (kind, $"{pathway} {string.Join(' ', npis)}") : null;
    }

    private async Task<string?> WhyNot(PortalRequest request, string npi, HashSet<string> taken)
    {
        if (!Npi.HasForm(npi) || !Npi.IsSound(npi))
        {
            return "is no NPI: ten digits of which the last one checks the others.";
        }

        if (taken.Contains(npi))
        {
            return "is in another subgroup of the practice already.";
        }

        var practice = await store.Owners.ById(request.Owner, request.Cancellation);
        return await store.Owners.ByIdentifier(OwnerKind.Clinician, $"{practice?.Identifier}:{npi}", request.Cancellation) is null ? "is not known under this TIN." : null;
    }

    private static void CheckName(string name, ProblemList problems)
    {
        if (name.Length is 0 or > LongestName || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            problems.Add(ProblemCode.WRONG_TYPE, "$.name", $"A name has 1 to {LongestName} letters, digits and hyphens.");
        }
    }

    /// <summary>What the published eligibility says against an election; null where it says nothing.</summary>
    /// <param name="request">The request to the portal.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> AgainstEligibility(PortalRequest request, string choice, CancellationToken cancellation)
    {
        if (choice != ElectionChoice.OptIn.Word() || await store.Years.Newest(request.Year, cancellation) is not { } run || request.Owner.Kind != OwnerKind.Clinician
            || await store.Eligibility.Of(run.Id, request.Owner.Id, cancellation) is not { } answer)
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.TryGetProperty("optIn", out var word) && word.ValueKind == JsonValueKind.String && word.ValueEquals("none")
            ? "The published eligibility of this year has no opt-in for this clinician: the low-volume threshold is exceeded as a whole, or in no criterion, or another exclusion holds."
            : null;
    }
}
