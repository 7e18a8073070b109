using Microsoft.AspNetCore.Http;
using OpenQpp.Program;
using OpenQpp.Vocabulary;
using Limits = OpenQpp.Program.ReviewDocuments;

namespace OpenQpp.Web;

/// <summary>A document that was sent in and may be kept.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its type, by its name and its first bytes: not what the sender said.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record UploadedFile(string Name, string MediaType, byte[] Body);

/// <summary>Documents of a form, checked before they are read.</summary>
internal static class UploadedFiles
{
    /// <summary>Most bytes of a form with documents: beyond those of a request, so that who sends a little too much reads why.</summary>
    public const long MostBytesOfForm = Limits.MostBytesOfRequest + (16 * 1024 * 1024);

    /// <summary>Every problem with the documents of a form.</summary>
    /// <param name="files">The documents.</param>
    /// <param name="alreadyThere">Bytes of the documents that the request has.</param>
    /// <param name="problems">Where problems are told.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task Check(IReadOnlyList<IFormFile> files, long alreadyThere, ProblemList problems, CancellationToken cancellation)
    {
        var offered = new List<OfferedDocument>();
        foreach (var file in files)
        {
            var first = new byte[Math.Min(file.Length, Limits.FirstBytes)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(first, cancellation);
            offered.Add(new(file.FileName, file.Length, first));
        }

        Limits.Check(offered, alreadyThere, problems);
    }

    /// <summary>A document that was checked, with its bytes.</summary>
    /// <param name="file">The document.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<UploadedFile> Read(IFormFile file, CancellationToken cancellation)
    {
        var body = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(body, cancellation);
        return new(file.FileName, DocumentType.OfName(file.FileName)!.MediaType, body);
    }
}
