using OpenQpp.Browser;
using OpenQpp.Portal;
using Xunit;

[assembly: AssemblyFixture(typeof(PortalWorld))]
[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(Inventory))]

// One portal and one browser for all.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
