using System.Collections.Concurrent;
using OpenQpp.Store;

namespace OpenQpp.Stores;

/// <summary>A store of each kind with the nation in it, for tests that only read results.</summary>
internal static class SharedStores
{
    private static readonly ConcurrentDictionary<string, (TestStore Store, long RunId)> Stores = [];

    /// <summary>The store and the run of the nation, whose scores and adjustments are released.</summary>
    public static (StoreDatabase Database, long RunId) Of(string kind)
    {
        var (store, runId) = Stores.GetOrAdd(kind, _ =>
        {
            var made = new TestStore(kind);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Dispose();
            return (made, PublishedNation.Publish(made, TestStore.Now, TestStore.Now).Run.Id);
        });
        return (store.Database, runId);
    }
}
