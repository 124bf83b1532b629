import Foundation
import Synchronization

/// Independent pieces of work on several threads.
package enum Parallel {
    /// Runs `body` for every index below `count`, each once, on up to `threads` threads.
    ///
    /// The order is open, so results must not depend on it. After a failure no further piece is
    /// begun, and the failure with the lowest index is thrown.
    package static func forEach(
        _ count: Int, threads: Int, _ body: @Sendable (Int) throws -> Void
    ) throws {
        let next = Atomic(0)
        let failure = Mutex<(index: Int, error: any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            while failure.withLock({ $0 == nil }) {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                do {
                    try body(index)
                } catch {
                    failure.withLock { first in
                        if first.map({ index < $0.index }) ?? true { first = (index, error) }
                    }
                }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure.error }
    }

    /// What `body` makes of every index below `count`, in their order.
    package static func map<Result: Sendable>(
        _ count: Int, threads: Int, _ body: @Sendable (Int) throws -> Result
    ) throws -> [Result] {
        let results = Mutex([Int: Result]())
        try forEach(count, threads: threads) { index in
            let result = try body(index)
            results.withLock { $0[index] = result }
        }
        return results.withLock { all in (0..<count).compactMap { all[$0] } }
    }

    /// The processors of this machine.
    package static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
