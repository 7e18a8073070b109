using OpenQpp.Drills;
using OpenQpp.Stores;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
[assembly: AssemblyFixture(typeof(DrillWorlds))]

// Servers are started and killed: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
