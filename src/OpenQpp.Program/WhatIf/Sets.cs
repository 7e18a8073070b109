using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Measurement sets with something changed.</summary>
internal static class Sets
{
    public static Submission Changed(Submission submission, Func<MeasurementSet, MeasurementSet> change) =>
        submission.With([.. submission.MeasurementSets.Select(change).Where(set => set.Measurements.Length > 0)]);

    public static MeasurementSet Without(MeasurementSet set, string measure) => set.With([.. set.Measurements.Where(one => !IsOf(one, measure))]);

    public static MeasurementSet With(MeasurementSet set, string measure, Func<MeasurementValue, MeasurementValue> change) =>
        set.With([.. set.Measurements.Select(one => IsOf(one, measure) ? new() { Index = one.Index, MeasureId = one.MeasureId, Value = change(one.Value) } : one)]);

    public static MeasurementSet Under(MeasurementSet set, string program) => set.With(set.Measurements, program);

    /// <summary>A yes is added to the sets of a category; without any, a set by registry for the whole year is added.</summary>
    public static Submission WithAnswer(Submission submission, PerformanceCategory category, string measure, PerformanceYear year)
    {
        Measurement Yes(int index) => new() { Index = index, MeasureId = measure, Value = new() { Answer = true } };
        if (submission.MeasurementSets.Any(set => set.Category == category))
        {
            return Changed(submission, set => set.Category != category ? set : set.With([.. Without(set, measure).Measurements, Yes(set.Measurements.Length)]));
        }

        return submission.With(
        [
            .. submission.MeasurementSets,
            new()
            {
                Index = submission.MeasurementSets.Length,
                Category = category,
                SubmissionMethod = SubmissionMethod.Registry,
                ProgramName = submission.MeasurementSets.FirstOrDefault(set => set.SubmissionMethod != SubmissionMethod.AdministrativeClaims)?.ProgramName,
                PerformanceStart = new(year.Year, 1, 1),
                PerformanceEnd = new(year.Year, 12, 31),
                Measurements = [Yes(0)],
            },
        ]);
    }

    private static bool IsOf(Measurement measurement, string measure) => string.Equals(measurement.MeasureId, measure, StringComparison.Ordinal);
}
