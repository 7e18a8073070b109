using Microsoft.Extensions.DependencyInjection;

namespace OpenQpp.Web;

/// <summary>Writes down how a sign-in ended: in the audit log, and in the server's log for who watches it.</summary>
internal static class SignInTold
{
    /// <summary>Writes it down.</summary>
    /// <param name="request">The request.</param>
    /// <param name="outcome">How it ended, one word.</param>
    /// <param name="personId">Whose account it was about; null where nobody has it.</param>
    /// <param name="detail">More words; nothing that was typed.</param>
    public static async Task Tell(PortalRequest request, string outcome, string? personId, string? detail = null)
    {
        await request.Store.Audit.Append(request.Entry("sign-in", outcome) with { PersonId = personId, Detail = detail }, request.Cancellation);
        var log = request.Http.RequestServices.GetRequiredService<SecurityLog>();
        if (outcome is "done" or "signed-out" or "second-factor")
        {
            log.Note(request.Http, "sign-in", outcome);
        }
        else
        {
            log.Warn(request.Http, "sign-in", outcome);
        }
    }
}
