import ArgumentParser
import Commands
import Foundation
import Kernels
import Verification

/// `finstage indicators verify`
struct IndicatorsVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Holds every kernel against golden files and against its definition.",
        discussion: """
            Example: finstage indicators verify --oracle

            Prints for every kernel the largest absolute and relative error, the largest in units \
            in the last place, and the first bar that differs; --oracle also for every indicator \
            of the list with its usual parameters. A golden value may differ by the file's own \
            tolerance plus --tolerance times the value; a definition's by eight units in the last \
            place of the stated magnitude. What has no kernel of its own is computed from its \
            definition. Status 1 when something differs or cannot be compared, or where there was \
            no value to compare.
            """)

    /// How the result is printed.
    enum Report: String, ExpressibleByArgument, CaseIterable {
        case html, csv, json
    }

    @Option(help: "The folder of golden files; default: those of the program, unless --oracle.")
    var golden: String?
    @Flag(help: "Hold every kernel against its definition in double-double, on hostile markets.")
    var oracle = false
    @Option(help: "The relative error that a golden value may have.") var tolerance = 1e-10
    @Option(help: "The bars of each hostile market.") var bars = 3_000
    @Option(help: "Print html, csv or json in place of the table.") var report: Report?
    @Flag(help: "No progress.") var quiet = false
    @OptionGroup var kernels: KernelOptions

    func validate() throws {
        guard tolerance >= 0, tolerance.isFinite else {
            throw wrongWords(
                "--tolerance must be ≥ 0 and finite, was "
                    + (tolerance.isNaN ? "no number" : "\(tolerance)"))
        }
        guard kernels.strategies.isEmpty || golden != nil else {
            throw wrongWords(
                "--strategy brings kernels to golden files of your own, and has no definition; "
                    + "name their folder with --golden")
        }
        guard (0...10_000_000).contains(bars) else {
            throw wrongWords("--bars takes 0 to 10000000, was \(bars)")
        }
    }

    func run() throws {
        let finding = try kernels.finding()
        let results = try reportingFailure { try verify(finding) }
        let report = VerificationReport(results)
        switch self.report {
        case nil: Terminal.result(report.text)
        case .csv: Terminal.result(String(report.csv.dropLast()))
        case .json: Terminal.result(String(report.json.dropLast()))
        case .html: Terminal.result(report.html)
        }
        if results.isEmpty || results.contains(where: { !$0.agrees }) { throw ExitCode(1) }
    }

    private func verify(_ finding: IndicatorFinding) throws -> [VerificationResult] {
        var results: [VerificationResult] = []
        if golden != nil || !oracle {
            let files = try GoldenFiles(
                golden.map { URL(filePath: $0) }
                    ?? Installation.current.goldenFiles(of: "indicators"))
            let total = files.entries.count
            var progress = Progress("golden files", total: total, isQuiet: quiet)
            results += IndicatorVerification(
                files, tolerance: tolerance, finder: finding.recorded
            ).verify { progress.report($0) }
            progress.finish()
        }
        if oracle {
            let verification = OracleVerification(count: bars)
            let (kernels, subjects) = (KernelCatalog.all, try IndicatorFinding.subjects)
            let total = kernels.count + subjects.count
            var progress = Progress("definitions", total: total, isQuiet: quiet)
            for (number, kernel) in kernels.enumerated() {
                results.append(verification.verify(kernel))
                progress.report(number + 1)
            }
            for (number, subject) in subjects.enumerated() {
                results.append(verification.verify(subject))
                progress.report(kernels.count + number + 1)
            }
            for (identity, subject) in try CrossSectionChoice.subjects {
                results.append(verification.verify(subject, as: identity))
            }
            progress.finish()
        }
        return results
    }
}
