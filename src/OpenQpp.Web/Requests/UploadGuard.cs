using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>What keeps one person from filling the store, and what is known to harm out of it.</summary>
internal static class UploadGuard
{
    /// <summary>Most documents of one person, in all requests together.</summary>
    public const long MostFilesOfPerson = 500;

    /// <summary>Most bytes of them together: 500 MiB.</summary>
    public const long MostBytesOfPerson = 500L * 1024 * 1024;

    /// <summary>Every problem with documents beyond those of one document.</summary>
    /// <param name="request">The request.</param>
    /// <param name="files">The documents.</param>
    /// <param name="problems">Where problems are told.</param>
    public static async Task Check(PortalRequest request, IReadOnlyList<IFormFile> files, ProblemList problems)
    {
        var (count, bytes) = await request.Store.ReviewDocuments.OfPerson(request.Someone.Id, request.Cancellation);
        if (count + files.Count > MostFilesOfPerson || bytes + files.Sum(file => file.Length) > MostBytesOfPerson)
        {
            problems.Add(ProblemCode.DOCUMENTS_TOO_LARGE, "$.documents", $"The documents of one person may be {MostFilesOfPerson} and have 500 MiB together. Remove some from drafts.");
        }

        if (problems.IsEmpty)
        {
            await Scan(request, files, problems);
        }
    }

    /// <summary>Has files looked at by the scanner, where one is set. What cannot be looked at is not taken.</summary>
    /// <param name="request">The request.</param>
    /// <param name="files">The files.</param>
    /// <param name="problems">Where problems are told.</param>
    public static async Task Scan(PortalRequest request, IReadOnlyList<IFormFile> files, ProblemList problems)
    {
        if (request.Http.RequestServices.GetRequiredService<PortalSettings>().Scanner is not { } scanner)
        {
            return;
        }

        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            var verdict = await new VirusScanner(scanner).Look(stream, request.Cancellation);
            if (verdict != ScanVerdict.Clean)
            {
                request.Http.RequestServices.GetRequiredService<SecurityLog>().Warn(request.Http, "upload", verdict == ScanVerdict.Harmful ? "harmful" : "not-scanned");
                problems.Add(ProblemCode.DOCUMENT_TYPE, "$.documents", verdict == ScanVerdict.Harmful ? "The virus scanner found something harmful in the document." : "The virus scanner does not answer; nothing is taken without it. Try again later.");
            }
        }
    }
}
