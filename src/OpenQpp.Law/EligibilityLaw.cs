using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of 414.1305 and 414.1310 for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class EligibilityLaw(ParameterReader parameters)
{
    /// <summary>Low-volume threshold, dollars.</summary>
    public Finding LowVolumeDollars { get; } = parameters.Number("eligibility/low-volume-dollars");

    /// <summary>Low-volume threshold, patients.</summary>
    public Finding LowVolumePatients { get; } = parameters.Number("eligibility/low-volume-patients");

    /// <summary>Low-volume threshold, services; null in 2017 and 2018.</summary>
    public Finding? LowVolumeServices { get; } = parameters.NumberOrNone("eligibility/low-volume-services");

    /// <summary>Most eligible clinicians of a small practice.</summary>
    public Finding SmallPracticeClinicians { get; } = parameters.Number("eligibility/small-practice-clinicians");

    /// <summary>Virtual groups exist.</summary>
    public Finding VirtualGroups { get; } = parameters.Flag("participation/virtual-groups");
}
