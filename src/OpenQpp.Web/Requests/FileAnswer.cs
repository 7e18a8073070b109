using Microsoft.AspNetCore.Http;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>A file of the store as an attachment: it is saved, never shown within a page.</summary>
internal static class FileAnswer
{
    public static IResult Of(StoredFile? file) => file is null ? NotFoundPage.Result : Results.File(file.Body, file.MediaType, file.Name);
}
