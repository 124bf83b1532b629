import CHeap

/// How a program that sweeps deals with its memory.
public enum SweepMemory {
    /// Keeps freed memory for what comes next, instead of giving it back to the system.
    ///
    /// The columns of one instrument are freed when the next one's are made. Where the system took
    /// them back and cleared them each time, a sweep of many instruments took a half longer. The
    /// greatest amount in use is the same. Call it once, before the first sweep.
    public static func keepFreed() { c_heap_keep_freed() }
}
