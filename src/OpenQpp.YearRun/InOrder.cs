namespace OpenQpp.YearRun;

/// <summary>Takes what was made of each part, whichever is ready first, and hands it on in the order of the parts.</summary>
/// <typeparam name="T">What is made of a part.</typeparam>
/// <param name="take">Takes what was made of the next part; never called by two threads at once.</param>
internal sealed class InOrder<T>(Action<T> take)
{
    private readonly Dictionary<int, T> waiting = [];
    private int next;

    /// <summary>A part is ready.</summary>
    /// <param name="part">The part, from 0; each once.</param>
    /// <param name="made">What was made of it.</param>
    public void Add(int part, T made)
    {
        lock (waiting)
        {
            waiting.Add(part, made);
            while (waiting.Remove(next, out var ready))
            {
                take(ready);
                next++;
            }
        }
    }
}
