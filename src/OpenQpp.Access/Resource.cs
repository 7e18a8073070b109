namespace OpenQpp.Access;

/// <summary>What can be asked for. Every address of the portal declares one.</summary>
public enum Resource
{
    /// <summary>Feedback and final score of a group.</summary>
    GroupFeedback,

    /// <summary>Feedback and final score of a subgroup.</summary>
    SubgroupFeedback,

    /// <summary>Feedback and final score of one clinician in one practice.</summary>
    IndividualFeedback,

    /// <summary>Feedback and final score of an APM Entity.</summary>
    ApmFeedback,

    /// <summary>Feedback and final score of a virtual group.</summary>
    VirtualGroupFeedback,

    /// <summary>Scores from data that did not win.</summary>
    OtherScore,

    /// <summary>Promoting Interoperability scores of the clinicians of an APM Entity that reported none itself.</summary>
    ApmParticipantPiScores,

    /// <summary>Payment adjustments: of one clinician, or of all clinicians of an organization.</summary>
    PaymentAdjustment,

    /// <summary>Patient-level reports of administrative claims cost measures.</summary>
    PatientLevelCostReport,

    /// <summary>Patient-level reports of administrative claims quality measures.</summary>
    PatientLevelQualityReport,

    /// <summary>Supplemental cost reports at measure level.</summary>
    SupplementalCostReport,

    /// <summary>Items and services that the patients received.</summary>
    ItemsAndServices,

    /// <summary>The clinicians of a practice or a subgroup.</summary>
    ConnectedClinicianList,

    /// <summary>The participants of an APM Entity and their eligibility.</summary>
    ApmParticipantList,

    /// <summary>The practices and clinicians of a virtual group.</summary>
    VirtualGroupParticipantList,

    /// <summary>Preliminary points of submitted data.</summary>
    PreliminaryPoints,

    /// <summary>Data that were submitted, and the file of their scores.</summary>
    Submissions,

    /// <summary>Quality measures that CMS calculates from claims.</summary>
    CmsCalculatedQuality,

    /// <summary>Cost measures that CMS calculates from claims.</summary>
    CmsCalculatedCost,

    /// <summary>Requests for targeted review.</summary>
    TargetedReview,

    /// <summary>Who asks for a role in an organization, and who holds one.</summary>
    AccessRequests,

    /// <summary>Who saw what of an organization.</summary>
    AuditLog,

    /// <summary>What the public compare site will show.</summary>
    Preview,

    /// <summary>Survey reports, Web Interface reports, adjustment reports of former years.</summary>
    Reports,

    /// <summary>A registry's own submissions and points.</summary>
    Dashboard,

    /// <summary>An organization's or clinician's own page: names, ids, and links to the rest, each of which is asked for by itself.</summary>
    Details,

    /// <summary>Eligibility, special statuses and reporting requirements.</summary>
    Eligibility,

    /// <summary>Registration for MVPs, subgroups, virtual groups and the CAHPS survey.</summary>
    Registration,

    /// <summary>Applications for exceptions.</summary>
    Exceptions,

    /// <summary>APM incentive payments of qualifying participants.</summary>
    ApmIncentive,

    /// <summary>The first page after sign-in.</summary>
    AccountHome,

    /// <summary>The way to feedback: the years, the organizations and clinicians of a person, and the search among them.</summary>
    Feedback,

    /// <summary>The organizations for which a person decides who gets in.</summary>
    ManageAccess,

    /// <summary>Asking for a role; shows a person's own requests.</summary>
    RoleRequest,

    /// <summary>All requests for targeted review that wait for a reviewer.</summary>
    ReviewQueue,

    /// <summary>Signing in and out.</summary>
    SignIn,

    /// <summary>The public lookup of eligibility by NPI and year.</summary>
    Lookup,

    /// <summary>Contacts, glossary, where scores come from.</summary>
    Help,

    /// <summary>Whether the portal runs.</summary>
    Health,
}

/// <summary>The words for the resources, as they stand in addresses.</summary>
public static class Resources
{
    private static readonly string[] Words =
    [
        "group-feedback", "subgroup-feedback", "individual-feedback", "apm-feedback", "virtual-group-feedback",
        "other-score", "apm-participant-pi-scores", "payment-adjustment", "patient-level-cost-report",
        "patient-level-quality-report", "supplemental-cost-report", "items-and-services", "connected-clinician-list",
        "apm-participant-list", "virtual-group-participant-list", "preliminary-points", "submissions",
        "cms-calculated-quality", "cms-calculated-cost", "targeted-review", "access-requests", "audit-log", "preview",
        "reports", "dashboard", "details", "eligibility", "registration", "exceptions", "apm-incentive",
        "account-home", "feedback", "manage-access", "role-request", "review-queue", "sign-in", "lookup", "help",
        "health",
    ];

    /// <summary>All resources.</summary>
    public static IReadOnlyList<Resource> All { get; } = Enum.GetValues<Resource>();

    /// <summary>The word in addresses, for example <c>group-feedback</c>.</summary>
    /// <param name="resource">The resource.</param>
    public static string Word(this Resource resource) => Words[(int)resource];

    /// <summary>The resource of a word, or null.</summary>
    /// <param name="word">For example <c>group-feedback</c>.</param>
    public static Resource? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (Resource)index;
    }
}
