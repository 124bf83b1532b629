import Synchronization

/// Stops the program where a rule says what makes no sense, and says why: of a precondition an
/// optimised program shows no word.
package func demand(_ isSensible: Bool, _ message: @autoclosure () -> String) {
    guard !isSensible else { return }
    let text = message()
    if let tell = senselessRule.withLock({ $0 }) { tell(text) }
    fatalError(text)
}

/// How a program for people tells of a rule that makes no sense, in place of a crash.
package let senselessRule = Mutex<(@Sendable (String) -> Never)?>(nil)
