public import Foundation
public import Oracle

/// Writes golden files from what the kernels give today, so that any later drift is seen.
public struct GoldenRecorder {
    private let folder: URL
    private let isNew: Bool
    private var files: Set<String> = []
    private var lines = [
        "file,indicator,params,series,outputs,warmup,rows,library,suggested_atol,notes"
    ]

    /// What was left out, and why: it has no value on a series.
    public private(set) var leftOut: [String] = []

    /// Begins a folder.
    ///
    /// - Parameter folder: a new or empty folder; it is made where it is missing.
    /// - Throws: where it cannot be made, or holds files.
    public init(_ folder: URL) throws {
        self.folder = folder
        isNew = !FileManager.default.fileExists(atPath: folder.path)
        let held = isNew ? [] : try FileManager.default.contentsOfDirectory(atPath: folder.path)
        guard held.isEmpty else { throw RecordError.occupied(folder: folder.path) }
        do {
            try FileManager.default.createDirectory(
                at: folder.appending(path: "inputs"), withIntermediateDirectories: true)
        } catch {
            throw RecordError.unusable(folder: folder.path, reason: error.localizedDescription)
        }
    }

    /// Records every implementation over one series; one without a single value is left out, for
    /// nothing could ever be compared with it.
    ///
    /// - Parameters:
    ///   - series: its name.
    ///   - times: the beginning of each bar, as text.
    ///   - bars: its columns.
    ///   - rows: those whose values count; the others warm up, and `?` stands in their place.
    ///   - implementations: what to record.
    ///   - library: what computed it, and its version.
    /// - Throws: where a file cannot be written.
    public mutating func record(
        series: String, times: [String], bars: [DefinitionInput: [Double]], rows: Range<Int>,
        _ implementations: [IndicatorImplementation], library: String
    ) throws {
        let inputs = [DefinitionInput.open, .high, .low, .close, .volume]
            .filter { bars[$0] != nil }
        let columns = inputs.compactMap { bars[$0] }
        try write(
            "inputs/\(series).csv", ["time"] + inputs.map(\.rawValue),
            times.indices.map { row in [times[row]] + columns.map { Self.cell($0[row]) } })
        try FileManager.default.createDirectory(
            at: folder.appending(path: series), withIntermediateDirectories: true)
        for implementation in implementations {
            let read = implementation.inputs.compactMap { bars[$0] }
            guard read.count == implementation.inputs.count else { continue }
            let outputs = implementation.compute(read)
            guard outputs.contains(where: { $0[rows].contains { !$0.isNaN } }) else {
                leftOut.append(
                    "\(implementation.identity) has no value on \(series)"
                        + (times.count < implementation.neededBars
                            ? ": it needs \(implementation.neededBars) bars, there are "
                                + "\(times.count)" : ""))
                continue
            }
            let file = file(of: implementation, series)
            let lookbacks = implementation.lookbacks
            try write(
                file, implementation.outputs,
                times.indices.map { row in
                    zip(outputs, lookbacks).map { output, lookback in
                        rows.contains(row) ? Self.cell(output[row], isWarm: row >= lookback) : "?"
                    }
                })
            let warmup = lookbacks.map { "\($0)" }
            lines.append(
                [
                    file, implementation.name, parameters(of: implementation), series,
                    implementation.outputs.joined(separator: "|"),
                    warmup.joined(separator: "|"), "\(times.count)", library, "0", "",
                ].joined(separator: ","))
        }
    }

    /// Writes the index: the folder is complete. Nothing stays where nothing was recorded.
    ///
    /// - Returns: the number of files of outputs.
    /// - Throws: where it cannot be written, or nothing had a value.
    @discardableResult
    public func finish() throws -> Int {
        guard lines.count > 1 else {
            let own = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            for name in own { try FileManager.default.removeItem(at: folder.appending(path: name)) }
            if isNew { try FileManager.default.removeItem(at: folder) }
            throw RecordError.nothing(reasons: leftOut)
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8)
            .write(to: folder.appending(path: "index.csv"), options: .atomic)
        return lines.count - 1
    }

    private func parameters(of implementation: IndicatorImplementation) -> String {
        String(implementation.identity.dropFirst(implementation.name.count + 1).dropLast())
            .replacing(",", with: ";")
    }

    private func write(_ file: String, _ header: [String], _ rows: [[String]]) throws {
        let text = ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
        try Data(text.utf8).write(to: folder.appending(path: file), options: .atomic)
    }

    /// The name of a file: the identity in letters that every file system takes, and short enough
    /// for it where a kernel of one's own keeps many numbers.
    private mutating func file(
        of implementation: IndicatorImplementation, _ series: String
    ) -> String {
        let letters = implementation.identity.replacing(")", with: "").map { letter in
            letter.isASCII && (letter.isLetter || letter.isNumber || "=.-".contains(letter))
                ? letter : "_"
        }
        let stem = "\(series)/\(String(letters.prefix(120)))"
        var (file, number) = ("\(stem).csv", 1)
        while !files.insert(file).inserted {
            number += 1
            file = "\(stem)-\(number).csv"
        }
        return file
    }

    /// A value as it is read back; an unknown one is empty before an output can be known.
    private static func cell(_ value: Double, isWarm: Bool = true) -> String {
        value.isNaN ? isWarm ? "nan" : "" : "\(value)"
    }
}
