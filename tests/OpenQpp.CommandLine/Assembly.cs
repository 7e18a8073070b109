using Xunit;

// Every test starts processes; one test at a time leaves the cores to them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
