/// Stops the program where a rule says what makes no sense, and says why: of a precondition an
/// optimised program shows no word.
package func demand(_ isSensible: Bool, _ message: @autoclosure () -> String) {
    if !isSensible { fatalError(message()) }
}
