import ColumnStore
import Database
import Foundation
import MarketData

/// The runs that were kept: a folder for each in the store, and a row in its catalogue.
///
/// The folder holds `run.yaml`, from which the run can be repeated, and one Arrow file for each
/// instrument with equity, buying and holding, and position at each bar.
public struct RunHistory: Sendable {
    /// The store.
    private let store: Store

    /// The history of a store.
    public init(_ store: Store) { self.store = store }

    /// The folder of a run.
    public func folder(of id: String) -> URL {
        store.folder.appending(path: "runs").appending(path: id)
    }

    /// Keeps a run. A kill leaves the whole run or none of it.
    ///
    /// - Parameters:
    ///   - results: the results of one strategy, sharing an id.
    ///   - file: the text of `run.yaml`.
    ///   - created: when it was started.
    ///   - reports: the folder of its reports.
    ///   - name: a file name for a symbol.
    /// - Throws: when the folder or the catalogue cannot be written.
    public func save(
        _ results: [RunResult], file: String, created: Timestamp, reports: String,
        naming name: (String) -> String
    ) throws(RunHistoryError) {
        guard let first = results.first else { return }
        let folder = folder(of: first.id)
        let temporary = folder.appendingPathExtension(
            "tmp-\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try FileManager.default.createDirectory(
                at: temporary, withIntermediateDirectories: true)
            try Data(file.utf8).write(to: temporary.appending(path: "run.yaml"))
            for result in results {
                let path = temporary.appending(path: name(result.symbol) + ".arrow")
                try Data(result.arrow()).write(to: path)
            }
            try publish(temporary, as: folder)
            try store.catalogue.save(
                record(results, created: created, reports: reports))
        } catch {
            throw .unwritable(path: folder.path, reason: "\(error)")
        }
    }

    /// Puts a finished folder in its place. Equal ids are equal runs: where two programs finish
    /// the same run at once, the folder of the faster one stays.
    private func publish(_ temporary: URL, as folder: URL) throws {
        do {
            try FileManager.default.moveItem(at: temporary, to: folder)
        } catch {
            let isThere = FileManager.default.fileExists(
                atPath: folder.appending(path: "run.yaml").path)
            try? FileManager.default.removeItem(at: temporary)
            if !isThere { throw error }
        }
    }

    /// The latest runs, the newest first.
    public func latest(_ limit: Int) throws(RunHistoryError) -> [RunRecord] {
        do throws(DatabaseError) { return try store.catalogue.runs(limit: limit) } catch {
            throw .unreadable(reason: error.description)
        }
    }

    /// The run of an id, of the beginning of one, or of `last`.
    ///
    /// - Throws: when none or several are meant, with the nearest id.
    public func run(_ text: String) throws(RunHistoryError) -> RunRecord {
        let all = try latest(Int.max)
        if text == "last", let last = all.first { return last }
        let meant = all.filter { $0.id.hasPrefix(text) }
        if let exact = meant.first(where: { $0.id == text }) { return exact }
        guard let only = meant.first else {
            throw .unknown(text, nearest: nearest(text, in: all.map(\.id)))
        }
        guard meant.count == 1 else { throw .several(text, ids: meant.map(\.id)) }
        return only
    }

    /// The whole results of a run, in the order of its symbols.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - name: a file name for a symbol.
    /// - Returns: the results as they were when they were kept.
    /// - Throws: when a file is missing or damaged.
    public func results(
        of run: RunRecord, naming name: (String) -> String
    ) throws(RunHistoryError) -> [RunResult] {
        let folder = folder(of: run.id)
        do {
            return try run.symbol.split(separator: ",").map {
                try RunResult(contentsOf: folder.appending(path: name(String($0)) + ".arrow"))
            }
        } catch let error as RunHistoryError {
            throw error
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// Removes runs with their folders. Reports are not touched.
    public func remove(_ runs: [RunRecord]) throws(RunHistoryError) {
        for run in runs {
            let folder = folder(of: run.id)
            do {
                if FileManager.default.fileExists(atPath: folder.path) {
                    try FileManager.default.removeItem(at: folder)
                }
                try store.catalogue.removeRun(id: run.id)
            } catch {
                throw .unwritable(path: folder.path, reason: "\(error)")
            }
        }
    }

    private func record(
        _ results: [RunResult], created: Timestamp, reports: String
    ) throws -> RunRecord {
        let first = results[0]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let headline = try encoder.encode(results.map(RunHeadline.init))
        return RunRecord(
            id: first.id, created: created.microseconds, command: first.settings.command,
            strategy: first.strategy, symbol: results.map(\.symbol).joined(separator: ","),
            fingerprint: first.planFingerprint,
            datasetDigest: RunIdentity.digest(of: results.map(\.passport)).description,
            folder: reports, headline: String(decoding: headline, as: UTF8.self))
    }
}
