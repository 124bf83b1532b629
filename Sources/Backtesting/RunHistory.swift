import ColumnStore
import Database
import Digests
import Foundation
import MarketData

/// The runs that were kept: a folder for each in the store, and a row in its catalogue.
///
/// The folder holds `run.yaml`, from which the run can be repeated, one Arrow file with the whole
/// result of each instrument (what has a value a bar as columns, all else as JSON in the file's
/// metadata), and `SHA256SUMS` with the digests of those files, as `sha256sum` writes it.
public struct RunHistory: Sendable {
    /// The store.
    let store: Store

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
            var sums = ""
            for result in results {
                let (file, bytes) = (name(result.symbol) + ".arrow", try result.arrow())
                try Data(bytes).write(to: temporary.appending(path: file))
                sums += "\(Digest(of: bytes))  \(file)\n"
            }
            try Data(sums.utf8).write(to: temporary.appending(path: Self.sums))
            try publish(temporary, as: folder)
        } catch {
            throw .unwritable(path: folder.path, reason: "\(error)")
        }
        try enter(results, created: created, reports: reports)
    }

    /// Enters a run into the catalogue.
    func enter(
        _ results: [RunResult], created: Timestamp, reports: String
    ) throws(RunHistoryError) {
        do {
            try store.catalogue.save(record(results, created: created, reports: reports))
        } catch {
            throw .unwritable(path: store.folder.path, reason: "\(error)")
        }
    }

    static let sums = "SHA256SUMS"

    /// Puts a finished folder in its place. Equal ids are equal runs: where two programs finish
    /// the same run at once, the folder of the faster one stays.
    func publish(_ temporary: URL, as folder: URL) throws {
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
    /// - Throws: when there is none, or none or several are meant, with the nearest id.
    public func run(_ text: String) throws(RunHistoryError) -> RunRecord {
        let all = try latest(Int.max)
        guard let last = all.first else { throw .none(asked: text) }
        if text == "last" { return last }
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
    /// - Throws: when a file is missing or damaged; of a run that was only noted there is none.
    public func results(
        of run: RunRecord, naming name: (String) -> String
    ) throws(RunHistoryError) -> [RunResult] {
        let folder = folder(of: run.id)
        do {
            let sums = try sums(in: folder)
            let digests = Dictionary(sums.map { ($0.file, $0.digest) }) { $1 }
            return try run.symbol.split(separator: ",").map { symbol in
                let file = name(String(symbol)) + ".arrow"
                let url = folder.appending(path: file)
                guard FileManager.default.fileExists(atPath: url.path) else {
                    throw RunHistoryError.incomplete(missing: url.path)
                }
                guard try digests.isEmpty || digests[file] == Digest(of: Data(contentsOf: url))
                else { throw RunHistoryError.damaged(path: url.path) }
                return try RunResult(contentsOf: url)
            }
        } catch let error as RunHistoryError {
            throw error
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// The digests of a run's files with their names, in the order of its symbols; none for a run
    /// that was kept before there were any.
    func sums(in folder: URL) throws -> [(file: String, digest: Digest)] {
        let url = folder.appending(path: Self.sums)
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        var digests: [(file: String, digest: Digest)] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            guard let digest = Digest(hexadecimal: String(line.prefix(64))) else {
                throw RunHistoryError.damaged(path: url.path)
            }
            digests.append((String(line.dropFirst(66)), digest))
        }
        guard !digests.isEmpty else { throw RunHistoryError.damaged(path: url.path) }
        return digests
    }

    /// The folders that belong to no run: what a kill has left behind, or an older catalogue. One
    /// that holds a whole run, which the catalogue alone has forgotten, is none of them.
    ///
    /// - Parameter time: a folder changed since then may be one that is just being written.
    /// - Returns: their names, sorted.
    /// - Throws: when the catalogue or the folder cannot be read.
    public func leftovers(before time: Timestamp) throws(RunHistoryError) -> [String] {
        do {
            return try forgottenFolders().filter { name in
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: folder(of: name).path)
                let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970
                return !isWhole(name) && (changed ?? 0) * 1e6 < Double(time.microseconds)
            }
        } catch let error as RunHistoryError {
            throw error
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// The runs that the catalogue has forgotten though their folders look whole, sorted.
    public func forgotten() throws(RunHistoryError) -> [String] {
        try forgottenFolders().filter(isWhole)
    }

    /// The names of the folders that the catalogue knows nothing of, sorted.
    func forgottenFolders() throws(RunHistoryError) -> [String] {
        let known = Set(try latest(Int.max).map(\.id))
        let runs = store.folder.appending(path: "runs")
        guard FileManager.default.fileExists(atPath: runs.path) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: runs.path)
                .filter { !known.contains($0) }.sorted()
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// True for a folder with the files that are written last.
    private func isWhole(_ name: String) -> Bool {
        ["run.yaml", Self.sums].allSatisfy {
            FileManager.default.fileExists(atPath: folder(of: name).appending(path: $0).path)
        }
    }

    /// Removes folders that belong to no run.
    public func remove(leftovers names: [String]) throws(RunHistoryError) {
        for name in names {
            let folder = folder(of: name)
            do { try FileManager.default.removeItem(at: folder) } catch {
                throw .unwritable(path: folder.path, reason: "\(error)")
            }
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

    func record(
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
