import Database
import Digests
import Foundation
import MarketData

/// Runs of which only what repeats them is kept: `run.yaml`, and their figures to be held against.
///
/// A whole run takes half a megabyte an instrument and most of a backtest's time; of hundreds at
/// once, few are ever looked at.
extension RunHistory {
    static let figures = "figures.json"

    /// Keeps some runs without their columns.
    ///
    /// - Parameters:
    ///   - runs: the results of one strategy, sharing an id, and the text of its `run.yaml`, each.
    ///   - created: when they were started.
    ///   - reports: the folder of their reports; empty without one.
    /// - Throws: when a folder or the catalogue cannot be written.
    public func note(
        _ runs: [(results: [RunResult], file: String)], created: Timestamp, reports: String
    ) throws(RunHistoryError) {
        var records: [RunRecord] = []
        for (results, file) in runs where !results.isEmpty {
            let folder = folder(of: results[0].id)
            do {
                let record = try record(results, created: created, reports: reports)
                let figures = try JSONEncoder().encode(record)
                try keep(
                    [("run.yaml", Data(file.utf8)), (Self.figures, figures)], in: folder)
                records.append(record)
            } catch {
                throw .unwritable(path: folder.path, reason: "\(error)")
            }
        }
        do { try store.catalogue.save(records) } catch {
            throw .unwritable(path: store.folder.path, reason: "\(error)")
        }
    }

    /// True for a run whose results have to be computed again.
    public func isNoted(_ run: RunRecord) -> Bool {
        FileManager.default.fileExists(
            atPath: folder(of: run.id).appending(path: Self.figures).path)
    }

    /// The row of the catalogue that such a run had, from its folder.
    func notedRecord(in folder: URL) throws -> RunRecord {
        try JSONDecoder().decode(
            RunRecord.self, from: Data(contentsOf: folder.appending(path: Self.figures)))
    }

    /// Writes the files of a folder and their digests, all or none.
    private func keep(_ files: [(name: String, bytes: Data)], in folder: URL) throws {
        let temporary = folder.appendingPathExtension(
            "tmp-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        var sums = ""
        for (name, bytes) in files {
            try bytes.write(to: temporary.appending(path: name))
            if name != "run.yaml" { sums += "\(Digest(of: bytes))  \(name)\n" }
        }
        try Data(sums.utf8).write(to: temporary.appending(path: Self.sums))
        try publish(temporary, as: folder)
    }
}
