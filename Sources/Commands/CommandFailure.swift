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
        var usage: String?
        do {
            var command = try parseAsRoot(words)
            usage = usageString(for: type(of: command))
            try command.run()
        } catch let error as ValidationError where usage != nil {
            // The parser tells of the command that it parsed; one that runs, only of the program.
            let usage = usage ?? ""
            let name = usage.prefix { !"<[(".contains($0) }.split(separator: " ")
            Terminal.note(
                "Error: \(error.message)\nUsage: \(usage)\n"
                    + "  See '\(name.joined(separator: " ")) --help' for more information.")
            exit(withError: ExitCode.validationFailure)
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
