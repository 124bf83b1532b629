internal import GRDB

extension CatalogueDatabase {
    /// Every instrument, by symbol.
    public func instruments() throws(DatabaseError) -> [InstrumentRecord] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM instrument ORDER BY symbol").map {
                InstrumentRecord(
                    id: $0["id"], symbol: $0["symbol"], currency: $0["currency"],
                    calendar: $0["calendar"])
            }
        }
    }

    /// The instrument of a symbol; nil when there is none.
    public func instrument(symbol: String) throws(DatabaseError) -> InstrumentRecord? {
        try read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM instrument WHERE symbol = ?", arguments: [symbol]
            ).map {
                InstrumentRecord(
                    id: $0["id"], symbol: $0["symbol"], currency: $0["currency"],
                    calendar: $0["calendar"])
            }
        }
    }

    /// The series of an instrument, the longest interval first.
    public func series(instrumentID: Int64) throws(DatabaseError) -> [SeriesRecord] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM series WHERE instrumentId = ? ORDER BY interval DESC",
                arguments: [instrumentID]
            ).map(Self.series)
        }
    }

    /// Every series, by instrument and interval.
    public func series() throws(DatabaseError) -> [SeriesRecord] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM series ORDER BY instrumentId, interval DESC"
            ).map(Self.series)
        }
    }

    /// The starts of the bars of a series that a person put in the place of others.
    public func stated(symbol: String, interval: Int64) throws(DatabaseError) -> [Int64] {
        try read { database in
            try Int64.fetchAll(
                database,
                sql: "SELECT time FROM statedBar WHERE symbol = ? AND interval = ? ORDER BY time",
                arguments: [symbol, interval])
        }
    }

    /// The record of a stored file; nil when there is none.
    public func seriesFile(digest: String) throws(DatabaseError) -> SeriesFileRecord? {
        try read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM seriesFile WHERE digest = ?", arguments: [digest]
            ).map(Self.seriesFile)
        }
    }

    /// Every stored file that a series names.
    public func seriesFiles() throws(DatabaseError) -> [SeriesFileRecord] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM seriesFile WHERE digest IN (SELECT digest FROM series)
                    ORDER BY digest
                    """
            ).map(Self.seriesFile)
        }
    }

    /// The corporate actions of an instrument, in the order in which they were listed.
    public func actions(instrumentID: Int64) throws(DatabaseError) -> [ActionRecord] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM action WHERE instrumentId = ? ORDER BY exDate, rowid",
                arguments: [instrumentID]
            ).map {
                ActionRecord(
                    exDate: $0["exDate"], kind: $0["kind"], numerator: $0["numerator"],
                    denominator: $0["denominator"], amount: $0["amount"])
            }
        }
    }

    /// The findings on a symbol, in the order of the file.
    public func findings(symbol: String) throws(DatabaseError) -> [FindingRecord] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM finding WHERE symbol = ? ORDER BY id",
                arguments: [symbol]
            ).map {
                FindingRecord(
                    symbol: $0["symbol"], interval: $0["interval"], kind: $0["kind"],
                    date: $0["date"], file: $0["file"], line: $0["line"], column: $0["column"],
                    text: $0["text"], reason: $0["reason"])
            }
        }
    }

    /// A data set by name; nil when there is none.
    public func dataset(name: String) throws(DatabaseError) -> DatasetRecord? {
        try read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM dataset WHERE name = ?", arguments: [name]
            ).map(Self.dataset)
        }
    }

    /// Every data set, by name.
    public func datasets() throws(DatabaseError) -> [DatasetRecord] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM dataset ORDER BY name").map {
                Self.dataset($0)
            }
        }
    }

    private static func dataset(_ row: Row) -> DatasetRecord {
        DatasetRecord(
            name: row["name"], origin: row["origin"], licence: row["licence"],
            selection: row["selection"], calendar: row["calendar"],
            priceBasis: row["priceBasis"], metadataDigest: row["metadataDigest"])
    }

    private static func series(_ row: Row) -> SeriesRecord {
        SeriesRecord(
            instrumentID: row["instrumentId"], interval: row["interval"], source: row["source"],
            sourceDigest: row["sourceDigest"], dataset: row["dataset"], origin: row["origin"],
            licence: row["licence"], digest: row["digest"], basis: row["basis"],
            actionsDigest: row["actionsDigest"], firstTime: row["firstTime"],
            lastTime: row["lastTime"], rowCount: row["rowCount"])
    }

    /// The digests of every file that was ever published, also of those that no series points at
    /// any more.
    public func publishedDigests() throws(DatabaseError) -> Set<String> {
        try read { try String.fetchSet($0, sql: "SELECT digest FROM seriesFile") }
    }

    private static func seriesFile(_ row: Row) -> SeriesFileRecord {
        SeriesFileRecord(
            digest: row["digest"], byteCount: row["byteCount"], rowCount: row["rowCount"],
            verifiedSize: row["verifiedSize"], verifiedModified: row["verifiedModified"],
            verifiedInode: row["verifiedInode"])
    }
}
