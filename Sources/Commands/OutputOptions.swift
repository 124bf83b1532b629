import ArgumentParser

/// What is printed, and where files go.
struct OutputOptions: ParsableArguments {
    @Flag(help: "One JSON document on standard output.")
    var json = false
    @Flag(help: "The table as comma-separated text on standard output.")
    var csv = false
    @Option(help: "The folder for the results; default: Reports/ID.")
    var output: String?
    @Option(help: "Threads; default: all processors. Results never depend on it.")
    var threads: Int?
    @Flag(help: "No progress.")
    var quiet = false

    /// The threads to use.
    var threadCount: Int { threads ?? Parallel.processorCount }

    func validate() throws {
        if let threads, threads < 1 { throw wrongWords("--threads must be ≥ 1, was \(threads)") }
        if output?.isEmpty == true { throw wrongWords("--output is empty; name a folder") }
        if json && csv { throw wrongWords("--json and --csv exclude each other; choose one") }
    }
}
