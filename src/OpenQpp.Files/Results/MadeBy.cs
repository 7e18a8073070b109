using System.Reflection;
using System.Security.Cryptography;
using OpenQpp.Law;

namespace OpenQpp.Files;

/// <summary>What a result was made from, so that anybody can make it again: the same on every machine.</summary>
/// <param name="Engine">Version of the program.</param>
/// <param name="Law">SHA-256 of the law's parameters and tables.</param>
/// <param name="Input">SHA-256 of the case's bytes.</param>
/// <param name="Settings">Settings that differ from their default.</param>
public sealed record MadeBy(string Engine, string Law, string Input, IReadOnlyList<KeyValuePair<string, string>> Settings)
{
    private static readonly string Version =
        typeof(MadeBy).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>What a case was made from.</summary>
    /// <param name="law">The law used.</param>
    /// <param name="input">The bytes of the case.</param>
    public static MadeBy Of(YearLaw law, ReadOnlySpan<byte> input) =>
        new(Version, law.Hash, Convert.ToHexStringLower(SHA256.HashData(input)), [.. law.Settings.Changed]);
}
