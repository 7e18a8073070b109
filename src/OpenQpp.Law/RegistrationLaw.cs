using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>When registrations and elections of one year can be made.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class RegistrationLaw(ParameterReader parameters)
{
    /// <summary>The first second in which a pathway or a subgroup may be registered, as it is written; null where there are none.</summary>
    public Finding? Opens { get; } = parameters.Word("participation/registration-opens");

    /// <summary>The last second in which a pathway or a subgroup may be registered, as it is written; null where there are none.</summary>
    public Finding? Closes { get; } = parameters.Word("participation/registration-closes");

    /// <summary>The last second in which the survey may be registered that is reported through a pathway, as it is written; null where there are none.</summary>
    public Finding? SurveyCloses { get; } = parameters.Word("participation/survey-registration-closes");

    /// <summary>The last second in which a virtual group may be elected, as it is written; null where there are none.</summary>
    public Finding? VirtualGroupCloses { get; } = parameters.Word("participation/virtual-group-deadline");
}
