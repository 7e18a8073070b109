using System.Text;
using OpenQpp.Program;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>Which documents a request for targeted review may carry.</summary>
public sealed class ReviewDocumentTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];

    [Theory]
    [InlineData("report.pdf", "%PDF-1.7")]
    [InlineData("REPORT.PDF", "%PDF-1.4")]
    [InlineData("rates.csv", "measure,points\n236,8.9\n")]
    [InlineData("rates.csv", "\uFEFFmeasure,points\n")]
    [InlineData("qrda.xml", "\uFEFF<?xml version=\"1.0\"?>")]
    [InlineData("case.json", " \n{\"performanceYear\": 2024}")]
    public void Taken(string name, string begins) => Assert.Empty(ProblemsOf(name, Encoding.UTF8.GetBytes(begins)));

    [Fact]
    public void PicturesAreTaken()
    {
        Assert.Empty(ProblemsOf("screen.png", Png));
        Assert.Empty(ProblemsOf("screen.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]));
    }

    [Theory]
    [InlineData("report.pdf", "MZ\u0090\0\u0003", ProblemCode.DOCUMENT_TYPE)]
    [InlineData("report.csv", "%PDF-1.7", ProblemCode.DOCUMENT_TYPE)]
    [InlineData("report.csv", "PK\u0003\u0004", ProblemCode.DOCUMENT_TYPE)]
    [InlineData("page.xml", "hello", ProblemCode.DOCUMENT_TYPE)]
    [InlineData("case.json", "<html>", ProblemCode.DOCUMENT_TYPE)]
    [InlineData("tool.exe", "MZ", ProblemCode.DOCUMENT_TYPE)]
    [InlineData("page.html", "<html>", ProblemCode.DOCUMENT_TYPE)]
    [InlineData("noextension", "text", ProblemCode.DOCUMENT_TYPE)]
    [InlineData("../report.pdf", "%PDF-", ProblemCode.DOCUMENT_NAME)]
    [InlineData("a\\report.pdf", "%PDF-", ProblemCode.DOCUMENT_NAME)]
    [InlineData("re\nport.pdf", "%PDF-", ProblemCode.DOCUMENT_NAME)]
    [InlineData("fdp\u202Egpj.pdf", "%PDF-", ProblemCode.DOCUMENT_NAME)]
    [InlineData(".pdf", "%PDF-", ProblemCode.DOCUMENT_NAME)]
    [InlineData("a..pdf", "%PDF-", ProblemCode.DOCUMENT_NAME)]
    public void Refused(string name, string begins, ProblemCode code) => Assert.Equal([code], ProblemsOf(name, Encoding.UTF8.GetBytes(begins)));

    [Fact]
    public void EveryProblemIsToldAtOnce() =>
        Assert.Equal(
            [ProblemCode.DOCUMENT_NAME, ProblemCode.DOCUMENT_TOO_LARGE, ProblemCode.DOCUMENT_TYPE, ProblemCode.DOCUMENT_TYPE, ProblemCode.DOCUMENTS_TOO_LARGE],
            ProblemsOf(40L * 1024 * 1024, new("a/b.exe", ReviewDocuments.MostBytes + 1, Png), new("empty.png", 0, default)));

    [Fact]
    public void TheLimitsThemselvesAreTaken()
    {
        Assert.Empty(ProblemsOf(ReviewDocuments.MostBytesOfRequest - ReviewDocuments.MostBytes, new OfferedDocument("a.png", ReviewDocuments.MostBytes, Png)));
        Assert.Equal([ProblemCode.DOCUMENTS_TOO_LARGE], ProblemsOf(ReviewDocuments.MostBytesOfRequest - 9, new OfferedDocument("a.png", 10, Png)));
        Assert.Empty(ProblemsOf(new string('a', ReviewDocuments.LongestName - 4) + ".png", Png));
        Assert.Equal([ProblemCode.DOCUMENT_NAME], ProblemsOf(new string('a', ReviewDocuments.LongestName - 3) + ".png", Png));
    }

    private static ProblemCode[] ProblemsOf(string name, byte[] bytes) => ProblemsOf(0, new OfferedDocument(name, bytes.Length, bytes));

    private static ProblemCode[] ProblemsOf(long alreadyThere, params OfferedDocument[] offered)
    {
        var problems = new ProblemList();
        ReviewDocuments.Check(offered, alreadyThere, problems);
        return [.. problems.Found.Select(problem => problem.Code)];
    }
}
