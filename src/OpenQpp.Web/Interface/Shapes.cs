using Microsoft.AspNetCore.Http;
using OpenQpp.Access;
using OpenQpp.Rules;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Lists;
using OpenQpp.Web.Pages.People;

namespace OpenQpp.Web;

/// <summary>What pages show, as objects for programs. Times are in universal time; what may not be seen is null with its reason, as on the page.</summary>
internal static class Shapes
{
    /// <summary>Where a resource of an owner stands for programs.</summary>
    /// <param name="request">The request, of the year.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="resource">The resource.</param>
    public static string At(PortalRequest request, OwnerId owner, Resource resource) => PortalRoutes.InterfacePrefix + Address.Of(request.Year.Year, owner.Kind.Word(), owner.Id, resource.Word());

    /// <summary>Whose it is.</summary>
    /// <param name="heading">Name and identifiers.</param>
    public static object Owner(OwnerHeading heading) => new
    {
        Kind = heading.Owner.Kind.Word(),
        heading.Owner.Id,
        heading.Name,
        Identifiers = heading.Identifiers.ToDictionary(one => one.What.ToLowerInvariant(), one => one.Value, StringComparer.Ordinal),
    };

    /// <summary>An organization.</summary>
    /// <param name="organization">The organization.</param>
    public static object Organization(Organization organization) =>
        new { Kind = organization.Id.Kind.Owner().Word(), organization.Id.Id, organization.Identifier, organization.Name, organization.State, organization.Address, organization.Model };

    /// <summary>The score of a unit; null for none.</summary>
    /// <param name="score">The score.</param>
    public static object? Score(StoredScore? score) => score is null ? null : new
    {
        score.FinalScore,
        ParticipationOption = score.Level.Word(),
        ReportingOption = score.Option?.Word(),
        score.Program,
        score.IsFacilityBased,
        score.IsRejected,
    };

    /// <summary>What counts for a TIN/NPI, as a row of the practice's page.</summary>
    /// <param name="line">The row; a hidden one holds nothing of its score.</param>
    /// <param name="adjustmentsAreReleased">Adjustments may be shown.</param>
    public static object Clinician(Assignment line, bool adjustmentsAreReleased) => new
    {
        Id = line.AssociationId,
        line.Tin,
        line.Npi,
        line.LastName,
        line.FirstName,
        line.FinalScore,
        ParticipationOption = line.Source?.Level.Word(),
        ReportingOption = line.Option?.Word(),
        TotalPaymentAdjustmentPercent = adjustmentsAreReleased && !line.IsHidden ? line.Adjustment.Total : null,
        Reason = line.IsHidden ? ScoreVisibility.ReasonCode : line.Note,
    };

    /// <summary>Nothing of the year is published.</summary>
    public static IResult NothingPublished => InterfaceAnswers.Problem(StatusCodes.Status200OK, "NOTHING_PUBLISHED", "Nothing of this year is published.");

    /// <summary>A practice: its own score, its subgroups, and a page of its clinicians.</summary>
    public static IResult Practice(PortalRequest request, OrganizationYear practice, StoredScore? group, IReadOnlyList<SubgroupLine> subgroups, Page<Assignment> clinicians) => Results.Json(new
    {
        Organization = Organization(practice.Organization),
        practice.Clinicians,
        request.AdjustmentsAreReleased,
        GroupScore = Score(group),
        GroupFeedback = group is null ? null : At(request, request.Owner, Resource.GroupFeedback),
        Subgroups = subgroups.Select(one => new { one.Score.Owner.Id, one.Identifier, one.Receiving, Score = Score(one.Score), Feedback = one.Receiving == 0 ? null : At(request, one.Score.Owner, Resource.SubgroupFeedback) }).ToArray(),
        ConnectedClinicians = Rows(clinicians, line => Clinician(line, request.AdjustmentsAreReleased)),
    });

    /// <summary>An APM Entity or virtual group: its score and its practices.</summary>
    public static IResult Entity(PortalRequest request, OrganizationYear entity, Resource feedback, StoredScore? score, long receiving, IReadOnlyList<MemberPractice> practices) => Results.Json(new
    {
        Organization = Organization(entity.Organization),
        Score = Score(score),
        Feedback = At(request, request.Owner, feedback),
        ReceivingClinicians = receiving,
        Practices = practices,
    });

    /// <summary>Rows of a page of many.</summary>
    /// <param name="page">The page.</param>
    /// <param name="shape">The shape of a row.</param>
    public static object Rows<T>(Page<T> page, Func<T, object> shape) => new { page.Total, page.First, page.Last, Rows = page.Rows.Select(shape).ToArray() };

    /// <summary>Files that lie ready, each with where it is opened.</summary>
    /// <param name="request">The request.</param>
    /// <param name="files">The files.</param>
    public static IResult Files(PortalRequest request, IReadOnlyList<ReportFile> files) => Results.Json(new
    {
        Files = files.Select(file => new
        {
            file.Id,
            file.Kind,
            file.Name,
            file.MediaType,
            file.Length,
            file.At,
            Address = Address.Of(request.Year.Year, request.Owner.Kind.Word(), request.Owner.Id, $"{request.Route.Resource.Word()}/{file.Id}"),
        }).ToArray(),
    });

    /// <summary>Cards of eligibility.</summary>
    /// <param name="cards">The cards.</param>
    public static IResult Eligibility(IEnumerable<EligibilityCard> cards) => Results.Json(new { Associations = cards.ToArray() });

    /// <summary>The window of requests and the requests that the person may see.</summary>
    /// <param name="reviews">The requests.</param>
    /// <param name="window">The window.</param>
    public static IResult Reviews(IReadOnlyList<StoredReview> reviews, ReviewWindow window) => Results.Json(new
    {
        Window = new { IsOpen = window.IsOpen.Flag, Opens = window.Opens?.Time(), Closes = window.Closes?.Time() },
        Requests = reviews.Select(review => new { review.Id, review.State, review.Grounds, review.CreatedAt, review.SubmittedAt, review.AnswerDueAt, review.DecidedAt, Address = ReviewRoutes.AddressOf(review) }).ToArray(),
    });

    /// <summary>Applications for exceptions with their steps.</summary>
    /// <param name="applications">The applications.</param>
    public static IResult Applications(IReadOnlyList<(StoredApplication Application, IReadOnlyList<RequestEvent> Events)> applications) => Results.Json(new
    {
        Applications = applications.Select(one => new
        {
            one.Application.Id,
            one.Application.Kind,
            one.Application.Categories,
            one.Application.State,
            one.Application.Words,
            one.Application.CreatedAt,
            Steps = one.Events.Select(step => new { step.At, step.From, step.To, step.Words }).ToArray(),
        }).ToArray(),
    });

    /// <summary>Registrations and elections that hold or held, and what can be registered.</summary>
    /// <param name="held">Those that were made.</param>
    /// <param name="offers">What can be registered, each with why not now.</param>
    public static IResult Registrations(IReadOnlyList<Registration> held, IEnumerable<(RegistrationOffer Offer, string? WhyClosed)> offers) => Results.Json(new
    {
        Registrations = held.Select(one => new { one.Kind, one.Choice, one.IsIrrevocable, one.At, one.EndedAt }).ToArray(),
        Offers = offers.Select(one => new { one.Offer.Kind, one.Offer.Title, one.Offer.Basis, one.Offer.IsIrrevocable, Choices = one.Offer.Choices.Select(choice => choice.Word).ToArray(), one.WhyClosed }).ToArray(),
    });

    /// <summary>A role that is held, asked for or was held.</summary>
    /// <param name="role">The role.</param>
    public static object Role(NamedRole role) => new { role.Role.Id, role.Person, Role = role.Kind, State = role.Role.State.ToString().ToLowerInvariant(), role.Role.RequestedAt, role.Role.DecidedAt };

    /// <summary>A line of the audit log.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="people">Names by the id of a person.</param>
    public static object Entry(AuditEntry entry, IReadOnlyDictionary<string, string> people) =>
        new { entry.At, Person = entry.PersonId is { } id ? people.GetValueOrDefault(id, "Somebody") : null, entry.Role, entry.Action, entry.Resource, entry.Year, entry.Outcome };

    /// <summary>What a registry sent.</summary>
    /// <param name="sent">What it sent.</param>
    public static object Sent(RegistrySubmission sent) =>
        new { sent.Id, sent.ReceivedAt, OwnerKind = sent.Owner.Kind.Word(), sent.OwnerIdentifier, Address = Address.Of(sent.Year.Year, OwnerKind.Registry.Word(), sent.RegistryId, $"{Resource.Dashboard.Word()}/{sent.Id}") };

    /// <summary>Scores by category, as the compare site would show them.</summary>
    /// <param name="isReleased">The scores of the year are released.</param>
    /// <param name="isHidden">The score comes from somewhere that the person may not see.</param>
    /// <param name="finalScore">The final score.</param>
    /// <param name="lines">Score and weight by category.</param>
    public static IResult Preview(bool isReleased, bool isHidden, decimal? finalScore, IReadOnlyList<(PerformanceCategory Category, CategoryPercent Percent)> lines) => Results.Json(new
    {
        IsReleased = isReleased,
        Reason = isHidden ? ScoreVisibility.ReasonCode : null,
        FinalScore = isHidden ? null : finalScore,
        Categories = (isHidden || finalScore is null ? [] : lines).ToDictionary(line => line.Category.Word(), line => new { line.Percent.Score, line.Percent.Weight }, StringComparer.Ordinal),
    });
}
