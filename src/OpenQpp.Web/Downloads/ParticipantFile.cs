using OpenQpp.Access;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>The participants of an APM Entity or a virtual group; column G says how a clinician stands in the APM Entity.</summary>
internal static class ParticipantFile
{
    private const string Active = "The clinician was a participant of the APM Entity on a snapshot date.";
    private const string NotActive = "The clinician was not a participant of the APM Entity on any snapshot date: the APM Performance Pathway cannot be used, QP determinations leave the clinician out, and traditional MIPS applies unless the clinician is exempt.";

    private static readonly string[] Header =
    [
        "APM Entity ID", "APM Entity Name", "TIN", "Practice Name", "NPI", "Clinician Name", "Clinician Status in APM Entity", "MIPS APM", "List", "QP Status", "Snapshots", "MIPS Eligibility",
        "Special Statuses",
    ];

    public static async Task Write(DownloadRows csv, PortalStore store, PublishedRun run, PortalRequest request)
    {
        await csv.Row(Header);
        var answers = new Dictionary<string, EligibilityCard>(StringComparer.Ordinal);
        await foreach (var answer in store.Eligibility.OfEntity(run.Id, request.Owner.Id, request.Cancellation))
        {
            answers[answer.Association.Id] = EligibilityCard.Of(answer, isMasked: false);
        }

        var ofVirtualGroup = request.Owner.Kind == OwnerKind.VirtualGroup;
        await foreach (var member in store.Participations.Members(run.Id, request.Owner.Id, ofVirtualGroup ? OwnerKind.Practice : OwnerKind.Clinician, request.Cancellation))
        {
            var answer = answers.GetValueOrDefault(member.Member.Id);
            await csv.Row(
                member.OwnerIdentifier, member.OwnerName, member.Tin, member.MemberName, member.Npi, null,
                ofVirtualGroup ? "" : string.IsNullOrEmpty(member.Snapshots) ? NotActive : Active,
                DownloadCsv.Flag(member.IsMipsApm), member.List, answer?.QpStatus, member.Snapshots, answer?.Status, answer is null ? null : string.Join(';', answer.SpecialStatuses));
        }
    }
}
