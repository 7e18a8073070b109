using OpenQpp.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

// One portal and one browser for all.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
