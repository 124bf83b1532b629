import Database
import Digests
import Foundation
import MarketData

extension RunHistory {
    /// Enters into the catalogue the runs that only their folders know, as after it was lost.
    ///
    /// A folder is a run when `run.yaml` is there and every file that `SHA256SUMS` names is what
    /// was written. Where its reports were written is not known any more.
    ///
    /// - Parameter name: a file name for a symbol.
    /// - Returns: the runs, and what is wrong with the other folders; nothing is removed.
    /// - Throws: when the folders cannot be listed or the catalogue cannot be written.
    public func takeBack(
        naming name: (String) -> String
    ) throws(RunHistoryError) -> ReturnedRuns {
        var (ids, problems): ([String], [String]) = ([], [])
        for id in try forgottenFolders() {
            do {
                let record = try wholeRecord(in: folder(of: id), id: id, naming: name)
                try store.catalogue.save([record])
                ids.append(id)
            } catch let error as DatabaseError {
                throw .unwritable(path: store.folder.path, reason: "\(error)")
            } catch {
                problems.append("\(folder(of: id).path): \(error)")
            }
        }
        return ReturnedRuns(ids: ids, problems: problems)
    }

    /// The row of a folder whose files are as they were written.
    private func wholeRecord(
        in folder: URL, id: String, naming name: (String) -> String
    ) throws -> RunRecord {
        let sums = try sums(in: folder)
        guard sums.count == 1, sums[0].file == Self.figures else {
            let results = try wholeResults(in: folder, id: id, naming: name)
            return try record(results, created: Self.started(id), reports: "")
        }
        let url = folder.appending(path: Self.figures)
        guard try Digest(of: Data(contentsOf: url)) == sums[0].digest else {
            throw RunHistoryError.damaged(path: url.path)
        }
        let record = try notedRecord(in: folder)
        guard record.id == id else {
            throw RunHistoryError.misplaced(path: url.path, id: record.id)
        }
        return record
    }

    /// The results of a folder, each of its files as it was written, in their order there.
    private func wholeResults(
        in folder: URL, id: String, naming name: (String) -> String
    ) throws -> [RunResult] {
        guard FileManager.default.fileExists(atPath: folder.appending(path: "run.yaml").path)
        else { throw RunHistoryError.incomplete(missing: "run.yaml") }
        let sums = try sums(in: folder)
        guard !sums.isEmpty else { throw RunHistoryError.incomplete(missing: Self.sums) }
        return try sums.map { file, digest in
            let url = folder.appending(path: file)
            guard FileManager.default.fileExists(atPath: url.path) else {
                throw RunHistoryError.incomplete(missing: file)
            }
            guard try Digest(of: Data(contentsOf: url)) == digest else {
                throw RunHistoryError.damaged(path: url.path)
            }
            let result = try RunResult(contentsOf: url)
            guard result.id == id, name(result.symbol) + ".arrow" == file else {
                throw RunHistoryError.misplaced(path: url.path, id: result.id)
            }
            return result
        }
    }

    /// When a run was started: `20261130-093000` at the beginning of its id.
    private static func started(_ id: String) -> Timestamp {
        let digits = id.prefix(15).filter(\.isNumber)
        let text = Array(digits)
        let part = { (range: Range<Int>) in String(text[range]) }
        guard text.count == 14,
            let time = Timestamp(
                iso8601: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T"
                    + "\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
        else { return Timestamp(microseconds: 0) }
        return time
    }
}
