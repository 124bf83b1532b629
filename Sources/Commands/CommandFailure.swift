import ArgumentParser

/// A mistake in the words of a command: exit status 64.
package func wrongWords(_ message: String) -> ValidationError { ValidationError(message) }

/// Work that failed, or a verdict that is bad: exit status 1.
package struct CommandFailure: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}

extension ParsableCommand {
    /// Runs the command that the words name, and ends the program where it fails.
    package static func perform(_ words: [String]) {
        do {
            var command = try parseAsRoot(words)
            try command.run()
        } catch {
            let message = fullMessage(for: error)
            // Help and versions are results.
            if exitCode(for: error) == .success {
                Terminal.result(message)
                exit(withError: ExitCode.success)
            }
            if !message.isEmpty { Terminal.note(message) }
            exit(withError: exitCode(for: error))
        }
    }
}

/// Runs the work of a command; what goes wrong is told in one line, with exit status 1.
package func reportingFailure<Result>(_ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch let error as ExitCode {
        throw error
    } catch let error as ValidationError {
        throw error
    } catch {
        Terminal.note("error: \(error)")
        throw ExitCode(1)
    }
}
