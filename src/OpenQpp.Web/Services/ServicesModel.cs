using System.Globalization;
using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Why nothing of items and services is shown.</summary>
public enum NoServices
{
    /// <summary>There is something.</summary>
    None,

    /// <summary>Nothing of the year is published.</summary>
    NotPublished,

    /// <summary>Fewer patients are attributed than the case minimum: nothing is shown, which is not zero.</summary>
    BelowMinimum,

    /// <summary>Patients are counted by practice and by TIN/NPI; those of a virtual group cannot be added from its practices, for some are patients of two.</summary>
    NotOfVirtualGroups,
}

/// <summary>A range of services, as it is shown.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">What it holds.</param>
/// <param name="Numbers">Patients, cost and services.</param>
public sealed record ShownRange(string Key, string Label, StoredRange Numbers);

/// <summary>Items, services and emergency visits of the patients of an owner: what page, files and interface show.</summary>
/// <param name="Heading">Whose patients.</param>
/// <param name="Law">The law of the year.</param>
/// <param name="Why">Why nothing is shown.</param>
public sealed record ServicesModel(OwnerHeading Heading, YearLaw Law, NoServices Why)
{
    /// <summary>The counting that is shown; null where none is published.</summary>
    public ServicesCount? Count { get; init; }

    /// <summary>Every counting that can be read, the one that counts first.</summary>
    public IReadOnlyList<ServicesCount> Counts { get; init; } = [];

    /// <summary>The ranges in which patients had services, in the order of the law.</summary>
    public IReadOnlyList<ShownRange> Ranges { get; init; } = [];

    /// <summary>Attributed patients and their visits; null where nothing is shown.</summary>
    public AttributedPatients? Attributed { get; init; }

    /// <summary>The visits as findings; null where they are not known.</summary>
    public EmergencyVisits? Visits => Attributed is { Associated: var associated, WithVisit: { } withVisit, Visits: { } visits } ? EmergencyVisits.Counted(associated, withVisit, visits) : null;

    /// <summary>The performance year.</summary>
    public int Year => Law.Year.Year;

    /// <summary>The rows of the emergency department: what is counted, and how often; none where visits are not known.</summary>
    public IReadOnlyList<(string What, long Number)> EmergencyRows => Attributed is { Associated: var associated, WithVisit: { } withVisit, Visits: { } visits }
        ? [("Patients attributed", associated), ("Patients with a visit to an emergency department", withVisit), ("Visits to an emergency department", visits)]
        : [];

    /// <summary>How unclear law was read, in words.</summary>
    public IReadOnlyList<string> Readings => Count is not { Header: { Settings: var settings } header } ? [] :
    [
        $"Share metric: who gave most of a patient's primary care is measured by {settings["primaryCareShareMetric"] switch { "lineCount" => "the number of services", "units" => "units of service", _ => "allowed amounts" }} (setting primaryCareShareMetric).",
        settings["beneficiaryAssociationYearOffset"] is "0"
            ? string.Create(CultureInfo.InvariantCulture, $"Association year: patients, cost and services are all of {Year} (setting beneficiaryAssociationYearOffset).")
            : string.Create(CultureInfo.InvariantCulture, $"Association year: patients of a range are those seen in {Year - 1}, cost and services are of {Year} (setting beneficiaryAssociationYearOffset)."),
        header.PrimaryCareListIsOwn
            ? $"Code profile: services of primary care by a list of whoever runs the portal, under the name {settings["primaryCareCodeProfile"]} (setting primaryCareCodeProfile)."
            : $"Code profile: services of primary care by the list {settings["primaryCareCodeProfile"]} (setting primaryCareCodeProfile).",
        settings["edVisitMerge"] is "sameBeneficiaryProviderDate"
            ? "Emergency visits: claims of one patient, provider and day are one visit (setting edVisitMerge)."
            : "Emergency visits: each claim is one visit (setting edVisitMerge).",
    ];

    /// <summary>Reads what is shown to somebody who may see it.</summary>
    /// <param name="request">The request, let in.</param>
    /// <param name="book">The law of all years.</param>
    public static async Task<ServicesModel> Of(PortalRequest request, LawBook book)
    {
        var (store, owner, cancellation) = (request.Store, request.Owner, request.Cancellation);
        var model = new ServicesModel(await OwnerHeading.Of(store, owner, cancellation), book.Of(request.Year), NoServices.NotPublished);
        var counts = await store.Services.Shown(request.Year, request.Now, cancellation);
        if (counts.Count == 0)
        {
            return model;
        }

        if (owner.Kind == OwnerKind.VirtualGroup)
        {
            return model with { Why = NoServices.NotOfVirtualGroups };
        }

        var asked = request.Http.Request.WholeNumber("count");
        var count = counts.FirstOrDefault(one => one.Version == asked) ?? counts[0];
        var attributed = await store.Services.Attributed(count.Id, owner.Id, cancellation);
        var ranges = (await store.Services.Ranges(count.Id, owner.Id, cancellation)).ToDictionary(range => range.Range, StringComparer.Ordinal);
        return model with
        {
            Why = attributed is null ? NoServices.BelowMinimum : NoServices.None,
            Count = count,
            Counts = counts,
            Attributed = attributed,
            Ranges =
            [
                .. from known in model.Law.Services.Ranges.Select(range => (range.Key, range.Label)).Append((RangeOfHcpcs.Unclassified, "Services of no range"))
                   where ranges.ContainsKey(known.Item1)
                   select new ShownRange(known.Item1, known.Item2, ranges[known.Item1]),
            ],
        };
    }
}
