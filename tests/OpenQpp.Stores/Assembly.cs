using OpenQpp.Stores;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

// Two cores carry a server, a store and a nation: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
