import Foundation
import Testing

/// The Python that reads what Finstage keeps, where there is one with the libraries for it: that of
/// the variable PYTHON, else `python3`.
enum PythonReader {
    /// What is said where the tests that need it are skipped.
    static let remedy = Comment(
        rawValue: "no Python with pyarrow, pandas and polars; pip install pyarrow pandas "
            + "polars, and name another with PYTHON")

    /// True where frames can be made.
    static let hasFrames = runs("import pyarrow, pandas, polars")
    /// True where there is a Python at all.
    static let isThere = runs("")

    private static let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"

    private static func runs(_ text: String) -> Bool {
        let outcome = try? Program.run(
            URL(filePath: "/usr/bin/env"), [python, "-c", text], in: Program.root,
            environment: ProcessInfo.processInfo.environment)
        return outcome?.status == 0
    }

    /// Runs Python beside the program, with the reader among its modules and no bytecode written
    /// into the project.
    static func run(
        _ arguments: [String], in program: Program, environment: [String: String] = [:]
    ) throws -> Program.Outcome {
        try program.run(
            URL(filePath: "/usr/bin/env"), [python] + arguments,
            environment.merging([
                "PYTHONPATH": Program.root.appending(path: "Scripts").path,
                "PYTHONDONTWRITEBYTECODE": "1", "FINSTAGE": program.executable.path,
            ]) { $1 })
    }
}
