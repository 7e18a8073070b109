using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>What somebody wants to see otherwise: the query of a what-if page. It holds measures and rates, never an identifier of a person.</summary>
public sealed record WhatIfQuestion
{
    private const string RatePrefix = "rate.";
    private const int Most = 200;

    /// <summary>The changes, in the order in which they are made.</summary>
    public IReadOnlyList<CaseChange> Changes { get; init; } = [];

    /// <summary>Allowed charges of covered professional services in the payment year, dollars; null where they are not given.</summary>
    public decimal? AllowedCharges { get; init; }

    /// <summary>What could not be read, in words.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Nothing is asked for yet.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>The question of a query.</summary>
    /// <param name="query">The query.</param>
    public static WhatIfQuestion Of(IQueryCollection query)
    {
        var (changes, faults) = (new List<CaseChange>(), new List<string>());
        if (query["program"].ToString() is { Length: > 0 } program)
        {
            changes.Add(new CaseChange.ReportUnder(program));
        }

        foreach (var dropped in query["drop"].Take(Most))
        {
            if (MeasureOf(dropped) is { } measure)
            {
                changes.Add(new CaseChange.Drop(measure.Id, measure.Method));
            }
        }

        foreach (var (name, value) in query.Where(pair => pair.Key.StartsWith(RatePrefix, StringComparison.Ordinal) && pair.Value.ToString().Length > 0).Take(Most))
        {
            if (MeasureOf(name[RatePrefix.Length..]) is { } measure && NumberOf(value.ToString()) is { } rate and >= 0m and <= 100m)
            {
                changes.Add(new CaseChange.Rate(measure.Id, measure.Method, rate));
            }
            else
            {
                faults.Add("A rate is a number from 0 to 100.");
            }
        }

        changes.AddRange(query["activity"].Where(id => !string.IsNullOrEmpty(id)).Take(Most).Select(id => new CaseChange.AddActivity(id!)));
        changes.AddRange(query["exclude"].Where(id => !string.IsNullOrEmpty(id)).Take(Most).Select(id => new CaseChange.Exclude(id!)));
        var charges = query["charges"].ToString().Replace(",", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
        var dollars = charges.Length == 0 ? null : NumberOf(charges);
        if (charges.Length > 0 && dollars is not >= 0m)
        {
            faults.Add("Allowed charges are dollars, 0 or more.");
        }

        return new() { Changes = changes, AllowedCharges = dollars is >= 0m ? dollars : null, Faults = [.. faults.Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>The name of a measure in a query.</summary>
    /// <param name="id">The measure.</param>
    /// <param name="method">The submission method.</param>
    public static string Name(string id, SubmissionMethod method) => $"{id}.{method.Word()}";

    /// <summary>The query with one more change.</summary>
    /// <param name="change">The change.</param>
    public string QueryWith(CaseChange change) => Query([.. Changes, change]);

    /// <summary>The query of the question as it is.</summary>
    public string Query() => Query(Changes);

    private string Query(IEnumerable<CaseChange> changes)
    {
        var text = new StringBuilder();
        void Add(string name, string value) => text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        foreach (var change in changes)
        {
            switch (change)
            {
                case CaseChange.Drop drop: Add("drop", Name(drop.MeasureId, drop.Method)); break;
                case CaseChange.Rate rate: Add(RatePrefix + Name(rate.MeasureId, rate.Method), rate.Percent.ToString(CultureInfo.InvariantCulture)); break;
                case CaseChange.AddActivity activity: Add("activity", activity.ActivityId); break;
                case CaseChange.Exclude exclude: Add("exclude", exclude.ExclusionId); break;
                case CaseChange.ReportUnder under: Add("program", under.Program); break;
            }
        }

        if (AllowedCharges is { } charges)
        {
            Add("charges", charges.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static (string Id, SubmissionMethod Method)? MeasureOf(string? name) =>
        name?.LastIndexOf('.') is > 0 and var dot && SubmissionMethods.Of(name[(dot + 1)..]) is { } method ? (name[..dot], method) : null;

    private static decimal? NumberOf(string text) =>
        text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
