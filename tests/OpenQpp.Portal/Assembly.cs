using OpenQpp.Portal;
using Xunit;

[assembly: AssemblyFixture(typeof(PortalWorld))]

// Two cores carry a server and those who ask it: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
