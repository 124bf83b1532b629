import MarketData

/// What holds where a file and the stored series have the same bar with other values.
public enum ImportConflict: String, CaseIterable, Sendable {
    /// Neither: the file is refused, and the store stays as it is.
    case refuse
    /// The stored bar; the file adds the bars that the store lacks.
    case keep
    /// The bar of the file; the stored bars that the file lacks stay.
    case replace
    /// The file alone: the stored series is forgotten.
    case fresh
}

extension Store {
    /// The bars that an import leaves in the store: those of a file beside those that are stored.
    ///
    /// A series of a data set gives way to a person's own file as a whole, and so does one whose
    /// file is damaged.
    ///
    /// - Parameters:
    ///   - table: the bars of the file.
    ///   - request: what its owner says of it.
    ///   - conflict: what holds where both have a bar.
    /// - Returns: the bars, and what the importer should hear.
    /// - Throws: when both have a bar with other values, or are not of one kind.
    func merged(
        _ table: BarTable, _ request: ImportRequest, _ conflict: ImportConflict
    ) throws(StoreError) -> (table: BarTable, notes: [String]) {
        let entry: SeriesEntry
        do throws(StoreError) {
            entry = try self.entry(symbol: request.symbol, interval: table.interval)
        } catch {
            switch error {
            case .unknownSymbol, .unreadableSeries: return (table, [])
            default: throw error
            }
        }
        let count = "\(entry.rowCount) \(entry.rowCount == 1 ? "bar" : "bars")"
        if conflict == .fresh { return (table, ["takes the place of the \(count) stored before"]) }
        guard entry.dataset == request.dataset else {
            return (table, ["takes the place of the \(count) of data set \(entry.dataset)"])
        }
        let stored: StoredSeries
        do throws(StoreError) {
            stored = try series(symbol: request.symbol, interval: table.interval)
        } catch {
            switch error {
            case .damaged, .damagedSeries: return (table, ["takes the place of a damaged file"])
            default: throw error
            }
        }
        guard entry.calendar == request.calendar, entry.basis.kind == request.basis else {
            throw .conflict(
                file: request.file, symbol: request.symbol,
                problem: "is stored under \(entry.calendar.name) with \(entry.basis.kind.rawValue) "
                    + "prices, the file is given as \(request.calendar.name) with "
                    + "\(request.basis.rawValue) ones")
        }
        let before = BarTable(stored)
        if conflict == .refuse, let problem = before.conflict(with: table) {
            throw .conflict(file: request.file, symbol: request.symbol, problem: problem)
        }
        let whole = before.merging(table, givenHolds: conflict != .keep)
        let added = whole.count - before.count
        let overlap = table.count - added
        return (
            whole, ["\(added) new, \(overlap) stored before, \(before.count - overlap) kept beside"]
        )
    }
}
