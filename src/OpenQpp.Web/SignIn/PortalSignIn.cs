using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Local accounts: password, lockout, second factor; sessions that end when the security stamp changes.</summary>
internal static class PortalSignIn
{
    private const int ShortestPassword = 12;
    private const int FailuresUntilLockout = 5;
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Session = TimeSpan.FromMinutes(30);

    public static void Add(IServiceCollection services, StoreDatabase database)
    {
        services.AddSingleton(new KeyRing(database));
        services.AddDataProtection().SetApplicationName("OpenQPP");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing, TimeProvider>((options, keys, clock) => options.XmlRepository = new StoredKeys(keys, clock));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddScoped<IUserStore<PortalUser>, PersonStore>();
        services.AddIdentityCore<PortalUser>(options =>
            {
                options.Password.RequiredLength = ShortestPassword;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = FailuresUntilLockout;
                options.Lockout.DefaultLockoutTimeSpan = Lockout;
                options.User.RequireUniqueEmail = false;
            })
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserClaimsPrincipalFactory<PortalUser>, PortalUserClaims>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "openqpp";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Session;
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.Events.OnValidatePrincipal = Validate;
        });
    }

    /// <summary>
    /// Holds the session to the security stamp at every request. A session that stands is not written anew for it: the answer would
    /// differ each time, and two answers that must be the same bytes could be told apart.
    /// </summary>
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        context.ShouldRenew = false;
    }
}
