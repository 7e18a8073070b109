using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Local accounts: password, lockout, second factor, passkeys; a provider beside or instead of them; sessions that can be ended.</summary>
internal static class PortalSignIn
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512.</summary>
    private const int Rounds = 210_000;

    private const int FailuresUntilLockout = 5;
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <summary>The bare name of the cookie of a session.</summary>
    public const string SessionCookie = "openqpp";

    /// <summary>How long the steps of one sign-in may take.</summary>
    private static readonly TimeSpan OneSignIn = TimeSpan.FromMinutes(5);

    /// <summary>The name of a cookie; under https the browser gives it to this host alone, and only by https.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="name">The bare name.</param>
    public static string CookieName(PortalSettings settings, string name) => settings.IsHttps ? $"__Host-{name}" : name;

    /// <summary>Under https cookies never travel without it.</summary>
    /// <param name="settings">The settings.</param>
    public static CookieSecurePolicy Secure(PortalSettings settings) => settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public static void Add(IServiceCollection services, StoreDatabase database, PortalSettings settings)
    {
        AddKeys(services, database, settings);
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        if (settings.OpenId is { } provider)
        {
            AddProvider(authentication, provider, settings);
        }

        services.AddHttpContextAccessor();
        services.AddSingleton<PersonSecrets>();
        services.AddSingleton<SessionDesk>();
        services.AddScoped<IUserStore<PortalUser>, PersonStore>();
        services.AddIdentityCore<PortalUser>(options =>
            {
                // The rules of PasswordRules are the only ones.
                options.Password.RequiredLength = options.Password.RequiredUniqueChars = 1;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = FailuresUntilLockout;
                options.Lockout.DefaultLockoutTimeSpan = Lockout;
                options.User.RequireUniqueEmail = false;
            })
            .AddUserManager<PortalUsers>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager<SignInDesk>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped(scope => (SignInDesk)scope.GetRequiredService<SignInManager<PortalUser>>());
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.Address?.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddScoped<IPasswordHasher<PortalUser>, PasswordHasher>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Rounds);
        services.AddScoped<IUserClaimsPrincipalFactory<PortalUser>, PortalUserClaims>();
        Name(services, settings, IdentityConstants.ApplicationScheme, SessionCookie, SessionDesk.Longest);
        Name(services, settings, IdentityConstants.ExternalScheme, "openqpp-provider", OneSignIn);
        Name(services, settings, IdentityConstants.TwoFactorUserIdScheme, "openqpp-second", OneSignIn);
        Name(services, settings, IdentityConstants.TwoFactorRememberMeScheme, "openqpp-remember", OneSignIn);
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.Events.OnValidatePrincipal = SessionDesk.Validate;
        });
    }

    private static void AddKeys(IServiceCollection services, StoreDatabase database, PortalSettings settings)
    {
        services.AddSingleton(new KeyRing(database));
        services.AddDataProtection().SetApplicationName("OpenQPP");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing, TimeProvider>((options, keys, clock) =>
        {
            options.XmlRepository = new StoredKeys(keys, clock);
            options.XmlEncryptor = settings.Keys is [var key, ..] ? new KeyEncryptor(key) : null;
        });
    }

    private static void AddProvider(AuthenticationBuilder authentication, OpenIdSettings provider, PortalSettings settings)
    {
        authentication.Services.AddSingleton(services => new OpenIdProvider(provider, services.GetRequiredService<TimeProvider>()));
        authentication.AddOAuth<OpenIdOptions, OpenIdHandler>(OpenIdOptions.Scheme, options =>
        {
            options.ClientId = provider.ClientId;
            options.ClientSecret = provider.ClientSecret ?? "";
            options.CallbackPath = OpenIdOptions.Callback;
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.UsePkce = true;
            options.SaveTokens = false;
            options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
            options.CorrelationCookie.Name = CookieName(settings, "openqpp-state.");
            options.CorrelationCookie.Path = "/";
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = Secure(settings);
            options.Scope.Clear();
            foreach (var scope in provider.Scopes)
            {
                options.Scope.Add(scope);
            }

            options.Events.OnRemoteFailure = ProviderRoutes.Failed;
        });
    }

    private static void Name(IServiceCollection services, PortalSettings settings, string scheme, string name, TimeSpan lifetime) =>
        services.Configure<CookieAuthenticationOptions>(scheme, options =>
        {
            options.Cookie.Name = CookieName(settings, name);
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = Secure(settings);
            options.ExpireTimeSpan = lifetime;
            options.SlidingExpiration = false;
        });
}
