using System.Diagnostics.CodeAnalysis;

namespace OpenQpp.Store;

/// <summary>Why a store cannot be used as it is.</summary>
public enum StoreFault
{
    /// <summary>Its schema is older than the program's.</summary>
    OldSchema,

    /// <summary>Its schema is newer than the program's.</summary>
    NewSchema,

    /// <summary>Its schema was made by another program.</summary>
    OtherSchema,

    /// <summary>It holds rows where none may be.</summary>
    NotEmpty,

    /// <summary>A backup is damaged or no backup.</summary>
    DamagedBackup,

    /// <summary>Somebody else publishes at the moment.</summary>
    Busy,
}

/// <summary>A store cannot be used as it is. The message says what to do.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">What to do; names nobody.</param>
[SuppressMessage("Design", "CA1032", Justification = "It means nothing without its fault.")]
public sealed class StoreException(StoreFault fault, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public StoreFault Fault { get; } = fault;
}
