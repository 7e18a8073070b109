using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Web.Pages.Feedback;

namespace OpenQpp.Web;

/// <summary>x</summary>
public static class Portal
{
    /// <summary>x</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<Visitor>();
        var app = builder.Build();
        var book = new LawBook(PackedLaw.Open("/work/main/artifacts/law/law.pack"));
        FeedbackModel Model(string name) => new(2024, "practices", "abc", "group-feedback", "Elm Street", [("TIN", "000123456")], new CaseScorer(book, CheckOptions.Strict).Score(File.ReadAllBytes($"/work/main/examples/{name}.json")).Result!, []) { AdjustmentsAreReleased = true };
        app.MapGet("/{name}/overview", (string name) => new RazorComponentResult<Overview>(new { Model = Model(name) }));
        app.MapGet("/{name}/quality", (string name) => new RazorComponentResult<QualityPage>(new { Model = Model(name) }));
        app.MapGet("/{name}/cost", (string name) => new RazorComponentResult<CostPage>(new { Model = Model(name) }));
        app.MapGet("/{name}/pi", (string name) => new RazorComponentResult<InteroperabilityPage>(new { Model = Model(name) }));
        app.MapGet("/{name}/ia", (string name) => new RazorComponentResult<ActivitiesPage>(new { Model = Model(name) }));
        app.MapGet("/{name}/explanation", (string name, int? full) => new RazorComponentResult<ExplanationPage>(new { Model = Model(name), Full = full == 1 }));
        return app;
    }
}
