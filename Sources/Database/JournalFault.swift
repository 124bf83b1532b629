/// What a probe makes the journal's writer suffer, for simulation.
package enum JournalFault: Error, Hashable, Sendable {
    /// The program dies at this point: what is not committed is gone.
    case kill
    /// The disk is full.
    case diskFull
}

/// Asked at every point of a write, counted from zero; nil goes on.
package typealias JournalProbe = @Sendable () -> JournalFault?
