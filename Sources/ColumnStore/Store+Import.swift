import Database
import Digests
import Foundation
import MarketData

extension Store {
    /// Imports one file of bars. Bytes that the store has already, with the same facts and
    /// without findings, are not read again.
    ///
    /// - Parameters:
    ///   - url: a delimited file whose header names the columns.
    ///   - symbol: the symbol of its instrument.
    ///   - calendar: the calendar of its instrument.
    ///   - interval: the length of a bar; nil when the spacing of the rows says it.
    ///   - basis: what the source has done to the prices.
    ///   - actions: the corporate actions of the instrument, dividends as they were paid; nil
    ///     keeps those that are stored.
    ///   - isLenient: sets bad rows aside instead of refusing the file.
    ///   - conflict: what holds where the store has a bar of the file with other values.
    ///   - isLocal: true when times without an offset are those of the exchange's clocks.
    ///   - column: the one column of numbers that are no prices; nil for bars.
    /// - Returns: what the store has now, and what was noticed.
    /// - Throws: an error that names file, line and column, or the other calendar under which the
    ///   symbol is stored; the store is then as it was.
    public func importFile(
        _ url: URL, symbol: String, calendar: MarketData.Calendar, interval: Interval? = nil,
        basis: BasisKind = .raw, actions: [CorporateAction]? = nil, isLenient: Bool = false,
        onConflict conflict: ImportConflict = .refuse, isLocal: Bool = false,
        column: String? = nil
    ) throws(StoreError) -> ImportOutcome {
        try Self.check(symbol: symbol)
        let bytes = try FileBytes.read(url.path)
        let source = Digest(hashing: bytes.span.bytes)
        let reader = DelimitedReader(
            isLenient: isLenient, interval: interval, calendar: calendar, isLocal: isLocal,
            column: column)
        let file = url.lastPathComponent
        let stored = try stored(symbol)
        let request = ImportRequest(
            file: file, symbol: symbol, calendar: calendar, basis: basis,
            actions: actions ?? stored.actions)
        if !isLocal, conflict != .fresh, stored.datasets == [""],
            let same = try unchanged(request, source: source, interval: interval, isAsked: true),
            try findings(symbol: symbol).isEmpty
        {
            return same
        }
        let given = try reader.read(bytes, named: file)
        // Another program may publish between what is read here and what is written.
        while true {
            guard let outcome = try add(given, request, conflict, source, isListed: actions != nil)
            else { continue }
            // What waits in the log is safe there; a reader of a full disk needs it in the file.
            try? catalogue.settle()
            return outcome
        }
    }

    /// Adds a table to what is stored of its series; nil when that changed at the same time.
    private func add(
        _ given: BarTable, _ base: ImportRequest, _ conflict: ImportConflict, _ source: Digest,
        isListed: Bool
    ) throws(StoreError) -> ImportOutcome? {
        let seen = try version(of: base.symbol, given.interval)
        let stored = try stored(base.symbol)
        if base.basis == .values,
            let other = try entries().first(where: {
                $0.symbol == base.symbol && $0.interval != given.interval
            })
        {
            let kinds = other.interval == .day ? ("dates", "times") : ("times", "dates")
            throw .conflict(
                file: base.file, symbol: base.symbol,
                problem: "is stored with \(kinds.0), and the file has \(kinds.1)",
                remedy: "Give all of it one way, or name the column otherwise.")
        }
        let dataset = stored.datasets.first { !$0.isEmpty }
        var request = base
        if !isListed {
            request.actions = stored.actions
        } else if dataset != nil, conflict != .fresh {
            // What is listed beside a data set's series adds to what the data set lists.
            request.actions =
                stored.actions.filter { !$0.isRestated(by: base.actions) }
                + base.actions
        }
        var joined = try joined(given, request, conflict, source)
        // A data set that comes again keeps what it did not list.
        if isListed, !joined.request.dataset.isEmpty {
            joined.sourceDigest = SeriesRecord.marked(
                joined.sourceDigest, through: joined.table.times.last?.microseconds ?? 0)
        }
        // What a data set lists is on the basis of its own prices.
        if conflict == .fresh, !isListed, !stored.actions.isEmpty,
            stored.interval == given.interval, let dataset
        {
            joined.request.actions = []
            joined.notes.append(
                "the \(stored.actions.count) actions of data set \(dataset) do not apply to it; "
                    + "list its own with --actions")
        }
        return try publish(joined, over: seen)
    }

    /// Imports the data set in a folder: `metadata.json`, its files and its actions.
    ///
    /// Every file is checked against its digest and read in full before the first one is
    /// published. A file that the store has already, with the same facts, is not read again. Bars
    /// that the data set lacks stay, whoever added them.
    ///
    /// - Parameters:
    ///   - folder: the folder.
    ///   - sparesOthers: true leaves symbols alone that the store has from elsewhere, and those
    ///     that cannot be joined, which the outcome then says.
    ///   - conflict: what holds where the store has a bar of a file with other values; nil takes
    ///     the data set's where it has changed since its last import, and keeps the stored one
    ///     where it has not.
    /// - Returns: what the store has now of each file, but of those left alone.
    /// - Throws: when a file is missing, differs from its digest, holds a bad row, or cannot be
    ///   joined with what is stored.
    public func importDataset(
        folder: URL, sparesOthers: Bool = false, onConflict conflict: ImportConflict? = nil
    ) throws(StoreError) -> [ImportOutcome] {
        let bytes = try FileBytes.read(folder.appending(path: "metadata.json").path)
        let metadata = try DatasetMetadata(bytes, file: "metadata.json")
        let actions = try Self.actions(of: metadata, in: folder)
        var outcomes: [ImportOutcome?] = []
        var waiting: [(index: Int, given: GivenSeries)] = []
        let taken = sparesOthers ? try othersSymbols(than: metadata.name) : []
        for file in metadata.files {
            try Self.check(symbol: file.symbol)
            let request = try Self.request(file, metadata, actions[file.symbol] ?? [])
            if taken.contains(file.symbol), try !isRebuilt(request, in: folder) { continue }
            let (bytes, source) = try Self.verified(file.file, file.sha256, in: folder)
            let same =
                conflict == .fresh
                ? nil : try unchanged(request, source: source, isAsked: conflict != nil)
            outcomes.append(same)
            guard same == nil else { continue }
            let table = try DelimitedReader(calendar: request.calendar)
                .read(bytes, named: file.file)
            try Self.check(table, against: file)
            let given = GivenSeries(table: table, request: request, source: source)
            do throws(StoreError) {
                try checkMarket(of: table, request)
                _ = try joined(given, conflict)
                waiting.append((outcomes.count - 1, given))
            } catch {
                guard sparesOthers, case .conflict = error else { throw error }
                outcomes[outcomes.count - 1] = try leftAlone(given, error)
            }
        }
        for (index, given) in waiting {
            // Another program may publish between what is read here and what is written.
            while outcomes[index] == nil {
                let seen = try version(of: given.request.symbol, given.table.interval)
                outcomes[index] = try publish(try joined(given, conflict), over: seen)
            }
        }
        try save(metadata, digest: Digest(hashing: bytes.span.bytes))
        return outcomes.compactMap { $0 }
    }
}

extension Store {
    /// True when the store has imported the data set in a folder as it is now.
    public func hasImported(datasetIn folder: URL) throws(StoreError) -> Bool {
        let bytes = try FileBytes.read(folder.appending(path: "metadata.json").path)
        let metadata = try DatasetMetadata(bytes, file: "metadata.json")
        let record = try catalogued { () throws(DatabaseError) in
            try catalogue.dataset(name: metadata.name)
        }
        return record?.metadataDigest == Digest(hashing: bytes.span.bytes).description
    }

    /// What the store has of a symbol: its actions, the data sets of its series, and the interval
    /// of its only series.
    private func stored(
        _ symbol: String
    ) throws(StoreError) -> (actions: [CorporateAction], datasets: [String], interval: Interval?) {
        let series = try catalogued { () throws(DatabaseError) -> [SeriesRecord] in
            guard let instrument = try catalogue.instrument(symbol: symbol) else { return [] }
            return try catalogue.series(instrumentID: instrument.id)
        }
        let only = series.count == 1 ? Interval(microseconds: series[0].interval) : nil
        return (try actions(symbol: symbol), Set(series.map(\.dataset)).sorted(), only)
    }

    private func othersSymbols(than dataset: String) throws(StoreError) -> Set<String> {
        try catalogued { () throws(DatabaseError) in
            let others = try catalogue.series().filter { $0.dataset != dataset }
            let ids = Set(others.map(\.instrumentID))
            return Set(try catalogue.instruments().filter { ids.contains($0.id) }.map(\.symbol))
        }
    }

    /// True when a rebuilt catalogue has forgotten that the one series of a symbol is this file of
    /// a data set, to the bit.
    private func isRebuilt(_ request: ImportRequest, in folder: URL) throws(StoreError) -> Bool {
        let records = try catalogued { () throws(DatabaseError) -> [SeriesRecord] in
            guard let instrument = try catalogue.instrument(symbol: request.symbol) else {
                return []
            }
            return try catalogue.series(instrumentID: instrument.id)
        }
        guard let record = records.first, records.count == 1, record.sourceDigest.isEmpty,
            record.source == request.file,
            let table = try? DelimitedReader(calendar: request.calendar)
                .read(contentsOf: folder.appending(path: request.file))
        else { return false }
        guard let last = table.times.last else { return false }
        let bytes = Self.bytes(of: table, request, request.basis.basis(asOf: last))
        return Digest(of: bytes).description == record.digest
    }

    /// The outcome of a file that an import by itself does not join with what is stored.
    private func leftAlone(
        _ given: GivenSeries, _ reason: StoreError
    ) throws(StoreError) -> ImportOutcome {
        let entry = try entry(symbol: given.request.symbol, interval: given.table.interval)
        return ImportOutcome(
            symbol: entry.symbol, source: given.request.file, rowCount: entry.rowCount,
            digest: entry.digest, isUnchanged: true, findings: [], actionFindings: [],
            notes: ["left as it is stored: \(reason)"])
    }

    /// A symbol can be typed, listed and selected: no blanks, commas or control characters.
    static func check(symbol: String) throws(StoreError) {
        let isUsable = symbol.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && scalar != "," && scalar != "\u{FEFF}"
                && scalar.properties.generalCategory != .control
                && scalar.properties.generalCategory != .format
        }
        guard !symbol.isEmpty, symbol.utf8.count <= 64, isUsable else {
            throw .badSymbol(symbol)
        }
    }

    private static func actions(
        of metadata: DatasetMetadata, in folder: URL
    ) throws(StoreError) -> [String: [CorporateAction]] {
        guard let file = metadata.actions else { return [:] }
        guard let digest = metadata.actionsSha256 else {
            return try ActionsFile.read(contentsOf: folder.appending(path: file))
        }
        return try ActionsFile.read(try verified(file, digest, in: folder).bytes, named: file)
    }

    private static func verified(
        _ file: String, _ expected: String, in folder: URL
    ) throws(StoreError) -> (bytes: [UInt8], digest: Digest) {
        let bytes = try FileBytes.read(folder.appending(path: file).path)
        let actual = Digest(hashing: bytes.span.bytes)
        guard actual.description == expected.lowercased() else {
            throw .digestMismatch(file: file, expected: expected, actual: actual.description)
        }
        return (bytes, actual)
    }

    private static func request(
        _ file: DatasetMetadata.File, _ metadata: DatasetMetadata, _ actions: [CorporateAction]
    ) throws(StoreError) -> ImportRequest {
        guard let calendar = MarketData.Calendar.named(file.calendar) else {
            throw .unknownCalendar(name: file.calendar, known: MarketData.Calendar.all.map(\.name))
        }
        return ImportRequest(
            file: file.file, symbol: file.symbol, calendar: calendar,
            currency: file.currency ?? "", dataset: metadata.name, origin: file.origin,
            licence: file.licence, basis: file.priceBasis, actions: actions)
    }

    private static func check(
        _ table: BarTable, against file: DatasetMetadata.File
    ) throws(StoreError) {
        let facts = [
            ("rows", file.rows.map(String.init), "\(table.count)"),
            ("first", file.first, table.times.first?.text ?? ""),
            ("last", file.last, table.times.last?.text ?? ""),
        ]
        for (name, stated, actual) in facts where stated != nil && stated != actual {
            throw .metadata(
                file: "metadata.json", line: nil,
                problem: "\(file.file): \(name) is \(stated ?? ""), the file has \(actual)")
        }
    }

    private func save(_ metadata: DatasetMetadata, digest: Digest) throws(StoreError) {
        func joined(_ values: [String]) -> String { Set(values).sorted().joined(separator: ", ") }
        let record = DatasetRecord(
            name: metadata.name, origin: joined(metadata.files.map(\.origin)),
            licence: joined(metadata.files.map(\.licence)), selection: metadata.selection,
            calendar: joined(metadata.files.map(\.calendar)),
            priceBasis: joined(metadata.files.map(\.priceBasis.rawValue)),
            metadataDigest: digest.description)
        try catalogued { () throws(DatabaseError) in try catalogue.save(record) }
        try? catalogue.settle()
    }
}

extension CorporateAction {
    /// True when others list one of its kind on its day, which holds instead.
    func isRestated(by others: [Self]) -> Bool {
        others.contains { $0.exDate == exDate && $0.isSplit == isSplit }
    }
}
