using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>The queries of the store, together.</summary>
/// <param name="database">The store.</param>
public sealed class PortalStore(StoreDatabase database)
{
    /// <summary>The store itself.</summary>
    public StoreDatabase Database => database;

    /// <summary>Who can sign in.</summary>
    public People People { get; } = new(database);

    /// <summary>Who is signed in.</summary>
    public Sessions Sessions { get; } = new(database);

    /// <summary>Codes with which people choose passwords.</summary>
    public Invitations Invitations { get; } = new(database);

    /// <summary>Passkeys.</summary>
    public Passkeys Passkeys { get; } = new(database);

    /// <summary>Roles.</summary>
    public Roles Roles { get; } = new(database);

    /// <summary>Facts for decisions of access.</summary>
    public OwnersFacts OwnersFacts { get; } = new(database);

    /// <summary>Owners and their identifiers.</summary>
    public Owners Owners { get; } = new(database);

    /// <summary>Organizations.</summary>
    public Organizations Organizations { get; } = new(database);

    /// <summary>Runs and releases.</summary>
    public Years Years { get; } = new(database);

    /// <summary>Scores and results.</summary>
    public Scores Scores { get; } = new(database);

    /// <summary>How final scores are spread.</summary>
    public ScoreDistributions Distributions { get; } = new(database);

    /// <summary>What counts for each TIN/NPI.</summary>
    public Assignments Assignments { get; } = new(database);

    /// <summary>Answers of eligibility.</summary>
    public EligibilityAnswers Eligibility { get; } = new(database);

    /// <summary>Items, services and emergency visits of patients.</summary>
    public PatientServices Services { get; } = new(database);

    /// <summary>Who takes part in whom.</summary>
    public Participations Participations { get; } = new(database);

    /// <summary>Acknowledgements that scores can change.</summary>
    public Acknowledgements Acknowledgements { get; } = new(database);

    /// <summary>Requests for targeted review.</summary>
    public Reviews Reviews { get; } = new(database);

    /// <summary>Their documents.</summary>
    public ReviewDocuments ReviewDocuments { get; } = new(database);

    /// <summary>Applications for exceptions.</summary>
    public Applications Applications { get; } = new(database);

    /// <summary>Registrations and elections.</summary>
    public Registrations Registrations { get; } = new(database);

    /// <summary>Reports that lie ready.</summary>
    public ReportFiles ReportFiles { get; } = new(database);

    /// <summary>What registries sent in.</summary>
    public RegistrySubmissions RegistrySubmissions { get; } = new(database);

    /// <summary>Attempts to sign in.</summary>
    public Attempts Attempts { get; } = new(database);

    /// <summary>Seals of the log.</summary>
    public AuditSeals AuditSeals { get; } = new(database);

    /// <summary>Who did what.</summary>
    public AuditLog Audit { get; } = new(database);
}
