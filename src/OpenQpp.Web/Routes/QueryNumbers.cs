using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenQpp.Web;

/// <summary>Whole numbers in the query of an address.</summary>
internal static class QueryNumbers
{
    private const int LastPage = 1_000_000;

    /// <summary>A whole number; null where there is none.</summary>
    public static int? WholeNumber(this HttpRequest request, string name) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The page of a list, from 1.</summary>
    public static int PageNumber(this HttpRequest request) => request.WholeNumber("page") is { } number and > 0 and < LastPage ? number : 1;
}
