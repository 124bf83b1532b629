/// Records of one instrument as they stand in an account for several: with their symbol, in the
/// account's rows.

extension TradeRecord {
    func placed(_ symbol: String, _ row: (Int) -> Int) -> TradeRecord {
        var record = self
        record.symbol = symbol
        (record.entryRow, record.exitRow) = (row(entryRow), row(exitRow))
        return record
    }
}

extension OpenPositionRecord {
    func placed(_ symbol: String, _ row: (Int) -> Int) -> OpenPositionRecord {
        var record = self
        (record.symbol, record.entryRow) = (symbol, row(entryRow))
        return record
    }
}

extension OrderRecord {
    func placed(_ symbol: String, _ row: (Int) -> Int) -> OrderRecord {
        var record = self
        (record.symbol, record.row) = (symbol, row(self.row))
        record.fillRow = fillRow.map(row)
        return record
    }
}

extension RejectionRecord {
    func placed(_ symbol: String, _ row: (Int) -> Int) -> RejectionRecord {
        var record = self
        (record.symbol, record.row) = (symbol, row(self.row))
        return record
    }
}
