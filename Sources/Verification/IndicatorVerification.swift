import Foundation
import Oracle

/// Holds implementations against a folder of golden files; a fault costs only what it touches.
public struct IndicatorVerification {
    /// Finds what computes a line of the index. It throws where name and parameters do not go
    /// together.
    public typealias Finder = (GoldenEntry) throws -> IndicatorImplementation?

    private let files: GoldenFiles
    private let tolerance: Double
    private let finder: Finder

    /// - Parameters:
    ///   - files: the golden files.
    ///   - tolerance: the relative difference that is allowed beside the file's absolute one, ≥ 0.
    ///   - finder: finds an implementation; what it does not find is looked for among kernels and
    ///     then computed from its definition.
    public init(_ files: GoldenFiles, tolerance: Double, finder: @escaping Finder = { _ in nil }) {
        (self.files, self.tolerance, self.finder) = (files, tolerance, finder)
    }

    /// Compares every file of the index.
    ///
    /// - Parameter report: called after each file with its number, from 1.
    /// - Returns: one result for each implementation, in the order of the index, and one for what
    ///   is wrong with the index itself.
    public func verify(report: (Int) -> Void = { _ in }) -> [VerificationResult] {
        var results: [VerificationResult] = []
        var places: [String: Int] = [:]
        var bars: [String: [DefinitionInput: [Double]]] = [:]
        func change(_ subject: String, _ body: (inout VerificationResult) -> Void) {
            let place = places[subject] ?? results.count
            if place == results.count {
                results.append(VerificationResult(subject, against: "golden files"))
                places[subject] = place
            }
            body(&results[place])
        }
        for fault in files.faults { change("index.csv") { $0.add(fault: fault) } }
        for (number, entry) in files.entries.enumerated() {
            var subject = entry.indicator
            do {
                let found = try implementation(of: entry)
                subject = found.identity
                let series = try bars[entry.series] ?? files.bars(of: entry.series)
                bars[entry.series] = series
                let differences = try compare(found, with: entry, over: series)
                change(subject) { $0.add(differences, in: entry.file) }
            } catch {
                change(subject) { $0.add(fault: "\(error)") }
            }
            report(number + 1)
        }
        return results
    }

    private func implementation(
        of entry: GoldenEntry
    ) throws(VerificationError) -> IndicatorImplementation {
        do {
            if let found = try finder(entry) { return found }
            let meaning = try ReferenceName.resolve(entry.indicator, entry.parameters())
            let definition = try IndicatorImplementation(definitionOf: meaning)
            return IndicatorImplementation(meaning) ?? definition
        } catch let error as VerificationError {
            throw error
        } catch {
            throw .notComputable(place: entry.place, reason: "\(error)")
        }
    }

    private func compare(
        _ found: IndicatorImplementation, with entry: GoldenEntry,
        over series: [DefinitionInput: [Double]]
    ) throws(VerificationError) -> [OutputDifference] {
        guard found.outputs.count == entry.outputs.count else {
            throw .wrongOutputs(
                file: entry.file, indicator: found.identity, outputs: found.outputs,
                columns: entry.outputs.count)
        }
        var columns: [[Double]] = []
        for input in found.inputs {
            guard let column = series[input] else {
                throw .missingInput(
                    file: entry.file, series: entry.series, column: input.rawValue)
            }
            columns.append(column)
        }
        let rows = columns.first?.count ?? 0
        let golden = try files.columns(of: entry, rows: rows)
        guard rows >= found.neededBars else {
            throw .tooShort(
                place: entry.place, indicator: found.identity, series: entry.series, rows: rows,
                needed: found.neededBars)
        }
        let outputs = found.compute(columns)
        return zip(entry.outputs, zip(golden.columns, outputs)).map { name, pair in
            var difference = OutputDifference(output: name)
            for (bar, (cell, value)) in zip(pair.0, pair.1).enumerated() {
                guard cell != .notCompared else { continue }
                let expected = if case .value(let value) = cell { value } else { Double.nan }
                difference.add(
                    value, expected: expected, at: bar,
                    tolerance: entry.tolerance + tolerance * expected.magnitude)
            }
            return difference
        }
    }
}
