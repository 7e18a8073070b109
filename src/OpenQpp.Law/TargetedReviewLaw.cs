using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of 414.1385 for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class TargetedReviewLaw(ParameterReader parameters)
{
    /// <summary>The first second of the window, as it is written; without value where it is not known.</summary>
    public Finding Opens { get; } = Written(parameters, "targeted-review/opens");

    /// <summary>The last second of the window, as it is written; without value where it is not known.</summary>
    public Finding Closes { get; } = Written(parameters, "targeted-review/closes");

    /// <summary>Days within which information must arrive that CMS asks for.</summary>
    public Finding InformationDays { get; } = parameters.Number("targeted-review/information-days");

    /// <summary>A request may be decided on what is there when the information does not arrive.</summary>
    public Finding DecidedWithoutAnswer { get; } = parameters.Flag("targeted-review/decided-without-answer");

    /// <summary>Years from the end of the performance year for which documents are kept.</summary>
    public Finding RetentionYears { get; } = parameters.Number("targeted-review/retention-years");

    /// <summary>The first second of the window; null where it is not known.</summary>
    public Moment? OpensAt => MomentOf(Opens);

    /// <summary>The last second of the window; null where it is not known.</summary>
    public Moment? ClosesAt => MomentOf(Closes);

    private static Finding Written(ParameterReader parameters, string key) =>
        parameters.Word(key) ?? throw new LawDataException($"'{key}' must have a value, or say why it is not known.");

    private static Moment? MomentOf(Finding written) => written.Kind == ValueKind.NotKnown
        ? null
        : Moment.Of(written.Word) ?? throw new LawDataException($"'{written.Word}' is no moment of time.");
}
