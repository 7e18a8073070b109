using OpenQpp.Access;
using OpenQpp.Store;

namespace OpenQpp.Web.Pages.Lists;

/// <summary>Organizations of one kind that a person may see.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Page">A page of them.</param>
public sealed record OrganizationList(OrganizationKind Kind, Page<OrganizationYear> Page);

/// <summary>A subgroup on the page of its practice.</summary>
/// <param name="Score">Its score.</param>
/// <param name="Identifier">Its id.</param>
/// <param name="Receiving">How many clinicians receive its score.</param>
public sealed record SubgroupLine(StoredScore Score, string Identifier, long Receiving);

/// <summary>A practice that takes part in an APM Entity or a virtual group.</summary>
/// <param name="Tin">Its TIN.</param>
/// <param name="Name">Its name; null where it is not known.</param>
/// <param name="Clinicians">Its clinicians on the lists.</param>
public sealed record MemberPractice(string Tin, string? Name, int Clinicians);
