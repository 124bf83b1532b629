import ArgumentParser

/// What is printed, and where files go.
struct OutputOptions: ParsableArguments {
    @Flag(help: "One JSON document on standard output.")
    var json = false
    @Flag(help: "The table as comma-separated text on standard output.")
    var csv = false
    @Option(help: "The folder for the results; default: Reports/ID.")
    var output: String?
    @Flag(help: "No progress.")
    var quiet = false

    func validate() throws {
        if output?.isEmpty == true { throw wrongWords("--output is empty; name a folder") }
        if json && csv { throw wrongWords("--json and --csv exclude each other; choose one") }
    }
}
