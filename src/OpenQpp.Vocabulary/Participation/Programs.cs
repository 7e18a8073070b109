namespace OpenQpp.Vocabulary;

/// <summary>CMS's words for the programs under which data are submitted; a MIPS Value Pathway is its own word.</summary>
public static class Programs
{
    /// <summary>Traditional MIPS.</summary>
    public const string TraditionalMips = "mips";

    /// <summary>The APM Performance Pathway.</summary>
    public const string App = "app1";

    /// <summary>The APM Performance Pathway with the measure set APP Plus.</summary>
    public const string AppPlus = "appPlus";
}
