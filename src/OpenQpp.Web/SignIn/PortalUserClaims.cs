using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace OpenQpp.Web;

/// <summary>What a session says of a person: the id and the security stamp, and nothing that could grow old. Roles are read at every request.</summary>
internal sealed class PortalUserClaims(UserManager<PortalUser> users, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<PortalUser>
{
    public async Task<ClaimsPrincipal> CreateAsync(PortalUser user) => new(new ClaimsIdentity(
        [
            new(options.Value.ClaimsIdentity.UserIdClaimType, user.Person.Id),
            new(options.Value.ClaimsIdentity.SecurityStampClaimType, await users.GetSecurityStampAsync(user)),
        ],
        IdentityConstants.ApplicationScheme,
        options.Value.ClaimsIdentity.UserNameClaimType,
        options.Value.ClaimsIdentity.RoleClaimType));
}
