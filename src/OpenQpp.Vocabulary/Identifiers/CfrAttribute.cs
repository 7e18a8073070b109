namespace OpenQpp.Vocabulary;

/// <summary>Names the paragraph of title 42 of the Code of Federal Regulations that a rule states.</summary>
/// <remarks>A House test holds these attributes against <c>law/coverage.yaml</c>, both ways.</remarks>
/// <param name="paragraph">For example <c>414.1380(b)(1)(iv)</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class CfrAttribute(string paragraph) : Attribute
{
    /// <summary>The paragraph, in the form <c>414.1380(b)(1)(iv)</c>.</summary>
    public string Paragraph { get; } = paragraph;
}
