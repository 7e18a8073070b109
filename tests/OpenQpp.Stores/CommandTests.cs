using System.Diagnostics;
using OpenQpp.Explanations;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>The commands as a person or a script starts them.</summary>
public sealed class CommandTests
{
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    [Fact]
    public void AYearIsPublishedBackedUpAndRestored()
    {
        using var store = new TestStore(TestStore.Sqlite, migrated: false);
        Assert.Equal("STORE_SCHEMA", Refused("year", "publish", PublishedNation.Out, "--in", PublishedNation.In, "--store", store.Connection));
        Assert.Contains($"\"schema\": {StoreSchema.Newest}", Done("store", "migrate", "--store", store.Connection, "--json"));
        var said = Done("year", "publish", PublishedNation.Out, "--in", PublishedNation.In, "--store", store.Connection, "--scores-at", "2025-07-01T10:00:00-04:00", "--note", "first", "--json");
        Assert.Contains("\"version\": 1", said);
        Assert.Equal(1_751_378_400_000_000, store.Count("SELECT at_us FROM release WHERE kind = 'scores'"));
        Assert.Equal(0, store.Count("SELECT COUNT(*) FROM release WHERE kind = 'adjustments'"));
        Done("store", "backup", store.At("b.zip"), "--store", store.Connection);
        Done("store", "restore", store.At("b.zip"), "--store", $"Data Source={store.At("other.db")}");
        Assert.Equal("STORE_NOT_EMPTY", Refused("store", "restore", store.At("b.zip"), "--store", store.Connection));
        File.WriteAllText(store.At("b.zip"), "no backup");
        Assert.Equal("BACKUP_DAMAGED", Refused("store", "restore", store.At("b.zip"), "--store", $"Data Source={store.At("third.db")}"));
        Assert.Equal("NOT_READABLE", Refused("store", "restore", store.At("absent.zip"), "--store", $"Data Source={store.At("third.db")}"));
        using (store.Database.Dialect.LockPublishing())
        {
            Assert.Equal("STORE_BUSY", Refused("year", "publish", PublishedNation.Out, "--in", PublishedNation.In, "--store", store.Connection));
        }
    }

    /// <summary>A connection may hold a password: it is never shown.</summary>
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=open-sesame;Timeout=2")]
    [InlineData("Password=open-sesame;Host")]
    [InlineData("Data Source=/no/such/folder/open-sesame.db")]
    public void WhatCannotBeReachedIsRefusedWithoutTellingTheConnection(string connection)
    {
        var (code, output, error) = Run("store", "migrate", "--store", connection, "--json");
        Assert.Equal(1, code);
        Assert.StartsWith("STORE_NOT_REACHABLE $.store", error);
        Assert.DoesNotContain("sesame", output + error);
    }

    [Fact]
    public void ATimeMustBeATime()
    {
        var (code, _, error) = Run("year", "publish", "a", "--in", "b", "--store", "Data Source=c", "--scores-at", "2025-07-01");
        Assert.Equal(2, code);
        Assert.Contains("is no time", error);
    }

    /// <summary>A report reaches the owner whose identifier stands on standard input; every problem of a wrong call is told at once.</summary>
    [Fact]
    public void AReportIsLaidThereForAnOwner()
    {
        using var store = new TestStore(TestStore.Sqlite);
        PublishedNation.Publish(store);
        var tin = PublishedNation.Rows(Path.Combine(PublishedNation.Out, "payment-adjustments.csv"))[0]["tin"];
        var file = store.At("detail.csv");
        File.WriteAllText(file, "a,b\r\n");
        string[] Call(string path, string kind) => ["store", "report", path, "--year", "2024", "--of", "practices", "--kind", kind, "--store", store.Connection];
        var (code, _, error) = Run(tin, Call(file, "survey"));
        Assert.True(code == 0, error);
        Assert.Equal(1, store.Count($"SELECT COUNT(*) FROM report_file f JOIN owner o ON o.id = f.owner_id WHERE o.identifier = '{tin}' AND f.year = 2024 AND f.kind = 'survey' AND f.name = 'detail.csv' AND f.length = 5"));
        (code, _, error) = Run("999999999", Call(file, "survey"));
        Assert.Equal(1, code);
        Assert.DoesNotContain("999999999", error);
        (code, _, error) = Run(tin, Call(store.At("absent.exe"), "poem"));
        Assert.Equal((1, 3), (code, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(1, store.Count("SELECT COUNT(*) FROM report_file"));
    }

    [Fact]
    public void ServicesComeIntoTheStore()
    {
        using var store = new TestStore(TestStore.Sqlite);
        var folder = CountedServices.Folder(store);
        Assert.Contains("\"version\": 1", Done("store", "services", folder, "--year", "2024", "--store", store.Connection, "--json"));
        Assert.Contains("rows of ranges", Done("store", "services", folder, "--year", "2024", "--at", "2025-07-01T10:00:00-04:00", "--store", store.Connection));
        Assert.Equal(1_751_378_400_000_000, store.Count("SELECT shown_at_us FROM services_count WHERE version = 2"));
        Assert.Equal("INPUT_NOT_OF_RUN", Refused("store", "services", folder, "--year", "2023", "--store", store.Connection));
        Assert.Equal("NOT_READABLE", Refused("store", "services", store.At("absent"), "--year", "2024", "--store", store.Connection));
        Assert.Equal("UNSUPPORTED_YEAR", Refused("store", "services", folder, "--year", "2016", "--store", store.Connection));
    }

    private static string Done(params string[] arguments)
    {
        var (code, output, error) = Run(arguments);
        Assert.True(code == 0, error);
        return output;
    }

    private static string Refused(params string[] arguments)
    {
        var (code, _, error) = Run(arguments);
        Assert.Equal(1, code);
        return error.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split(' ')[0];
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments) => Run("", arguments);

    private static (int Code, string Output, string Error) Run(string input, string[] arguments)
    {
        var program = Path.Combine(Root.Folder, "artifacts", "bin", "OpenQpp.Cli", Configuration, "openqpp.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.StandardInput.WriteLine(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
