using System.Globalization;

namespace OpenQpp.Web;

/// <summary>Addresses of pages. None carries a TIN, an NPI or an id of an APM Entity: owners have opaque ids.</summary>
public static class Address
{
    /// <summary>A page of a year that belongs to nobody in particular.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="page">For example <c>feedback</c>.</param>
    public static string OfYear(int year, string page) => string.Create(CultureInfo.InvariantCulture, $"/py/{year}/{page}");

    /// <summary>A resource of an owner in a year.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="kind">practices, apm-entities, virtual-groups, subgroups, clinicians or registries.</param>
    /// <param name="id">The opaque id.</param>
    /// <param name="resource">The resource, with what stands below it.</param>
    public static string Of(int year, string kind, string id, string resource) =>
        string.Create(CultureInfo.InvariantCulture, $"/py/{year}/{kind}/{id}/{resource}");

    /// <summary>The same page in another year.</summary>
    /// <param name="path">The page.</param>
    /// <param name="year">The other year.</param>
    public static string WithYear(string path, int year)
    {
        var parts = path.Split('/');
        if (parts is ["", "py", _, ..])
        {
            parts[2] = year.ToString(CultureInfo.InvariantCulture);
            return string.Join('/', parts);
        }

        return OfYear(year, "feedback");
    }
}
