import Database
import Digests
import Foundation
import MarketData

extension Store {
    /// Makes a new catalogue of the series files of a store, whatever state the catalogue is in.
    ///
    /// Every Arrow file says its symbol, interval, calendar and basis. Of several files for one
    /// series the one that the catalogue named holds, else the one published last. The new
    /// catalogue is made beside the old one and takes its place in the end; the old one is kept.
    ///
    /// - Parameter folder: the folder of the store.
    /// - Returns: what the new catalogue has, and what was not taken.
    /// - Throws: when there are no series files, or nothing can be written; the store is then as
    ///   it was.
    public static func rebuild(folder: URL) throws(StoreError) -> RebuiltCatalogue {
        let seriesFolder = folder.appending(path: "series").path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: seriesFolder) else {
            throw .noStore(path: folder.path)
        }
        let remains = CatalogueRemains(of: CatalogueDatabase.path(in: folder))
        var problems: [String] = []
        var files: [StoredFile] = []
        for name in names.sorted() where name.hasSuffix(".arrow") {
            do throws(StoreError) {
                files.append(try StoredFile.read("\(seriesFolder)/\(name)"))
            } catch {
                problems.append(error.description)
            }
        }
        let latest = StoredFile.latest(of: files, remains)
        let workshop = folder.appending(path: ".rebuild.\(getpid())")
        try Folders.make(workshop.path)
        defer { try? FileManager.default.removeItem(at: workshop) }
        let series = try make(in: workshop, latest, remains, &problems)
        return RebuiltCatalogue(
            series: series.sorted(), keptAside: try exchange(folder, workshop),
            unknownActions: Set(latest.map(\.symbol)).filter { !remains.knows($0) }.sorted(),
            supersededCount: files.count - latest.count,
            problems: problems)
    }

    /// Fills a new catalogue; gives the names of its series.
    private static func make(
        in workshop: URL, _ files: [StoredFile], _ remains: CatalogueRemains,
        _ problems: inout [String]
    ) throws(StoreError) -> [String] {
        var series: [String] = []
        do throws(DatabaseError) {
            let catalogue = try CatalogueDatabase(folder: workshop)
            for file in files {
                do throws(DatabaseError) {
                    _ = try catalogue.publish(file.changes(remains))
                    series.append("\(file.symbol) \(StoreText.name(of: file.interval))")
                } catch {
                    guard case .otherMarket = error else { throw error }
                    problems.append("\(file.path): \(error)")
                }
            }
            for dataset in remains.datasets { try catalogue.save(dataset) }
            for run in remains.runs { try catalogue.save(run) }
            try catalogue.enter(remains.trials)
            try catalogue.close()
        } catch {
            throw .catalogue(error.description)
        }
        return series
    }

    /// Puts the new catalogue in the place of the old one; gives the path of the old one.
    private static func exchange(_ folder: URL, _ workshop: URL) throws(StoreError) -> String? {
        let path = CatalogueDatabase.path(in: folder)
        func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
        // A log that belongs to another catalogue would be read into the new one.
        let present = ["", "-wal", "-shm"].filter { isThere(path + $0) }
        var aside: String?
        if !present.isEmpty {
            let numbers = (1...).lazy.map { "\(folder.path)/catalogue.aside-\($0).sqlite" }
            aside = numbers.first { !isThere($0) && !isThere($0 + "-wal") }
        }
        if let aside {
            for end in present { try move(path + end, aside + end) }
        }
        try move(CatalogueDatabase.path(in: workshop), path)
        return present.contains("") ? aside : nil
    }

    private static func move(_ source: String, _ target: String) throws(StoreError) {
        guard rename(source, target) == 0 else {
            throw .unwritable(path: target, reason: SystemFailure.last)
        }
    }
}
