/// What the metadata of an Arrow file says, checked against the size of the file.
struct ArrowContents {
    /// Why a file cannot be used.
    enum Problem: Error {
        case position
        case meaning(String)
    }

    let rowCount: Int
    let metadata: [String: String]
    let columns: [ArrowFile.Column]

    init(of file: MappedFile) throws(Problem) {
        let footer = try Self.footer(of: file)
        let schema = try Self.schema(in: footer)
        let blocks = try Self.checked { () throws(FlatTable.Damage) in
            try footer.structures(3, width: 3)
        }
        guard blocks.count == 1, let block = blocks.first else {
            throw .meaning("it has \(blocks.count) record batches instead of one")
        }
        let batch = try Self.batch(at: block, of: file)
        rowCount = batch.rowCount
        metadata = schema.metadata
        guard batch.buffers.count == 2 * schema.fields.count else {
            throw .meaning("its columns and its buffers do not match")
        }
        var columns: [ArrowFile.Column] = []
        for (index, field) in schema.fields.enumerated() {
            let offset = try Self.offset(
                of: batch.buffers[2 * index + 1], rowCount: batch.rowCount, body: batch.body)
            columns.append(
                .init(name: field.name, isTime: field.isTime, notes: field.notes, offset: offset))
        }
        self.columns = columns
    }
}

extension ArrowContents {
    private struct Batch {
        let rowCount: Int
        let buffers: [[Int64]]
        let body: Range<Int>
    }

    private static func checked<Result>(
        _ body: () throws(FlatTable.Damage) -> Result
    ) throws(Problem) -> Result {
        do { return try body() } catch { throw .position }
    }

    private static func footer(of file: MappedFile) throws(Problem) -> FlatTable {
        let magic = ArrowLayout.magic
        guard file.count >= 40, file.copy(0, 6) == magic, file.copy(file.count - 6, 6) == magic
        else { throw .meaning("it is no complete Arrow file") }
        let length = try number(file.copy(file.count - 10, 4))
        guard length > 0, length <= file.count - 18,
            let bytes = file.copy(file.count - 10 - length, length)
        else { throw .position }
        return try checked { () throws(FlatTable.Damage) in try FlatTable(root: bytes) }
    }

    private static func number(_ bytes: [UInt8]?) throws(Problem) -> Int {
        guard let bytes, bytes.count == 4 else { throw .position }
        return bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private typealias Field = (name: String, isTime: Bool, notes: [String: String])

    private static func schema(
        in footer: FlatTable
    ) throws(Problem) -> (fields: [Field], metadata: [String: String]) {
        let found = try checked { () throws(FlatTable.Damage) in try footer.table(1) }
        guard let schema = found else { throw .meaning("it has no schema") }
        let tables = try checked { () throws(FlatTable.Damage) in try schema.tables(1) }
        var fields: [Field] = []
        for table in tables { fields.append(try field(table)) }
        return (fields, try pairs(of: schema, slot: 2))
    }

    /// The keys and values in a slot of a table.
    private static func pairs(
        of table: FlatTable, slot: Int
    ) throws(Problem) -> [String: String] {
        var pairs: [String: String] = [:]
        let tables = try checked { () throws(FlatTable.Damage) in try table.tables(slot) }
        for pair in tables {
            let (key, value) = try checked { () throws(FlatTable.Damage) in
                (try pair.string(0), try pair.string(1))
            }
            pairs[key] = value
        }
        return pairs
    }

    private static func field(_ table: FlatTable) throws(Problem) -> Field {
        let (name, kind, type, dictionary) = try checked { () throws(FlatTable.Damage) in
            (
                try table.string(0), try table.number(2, default: UInt8(0)), try table.table(3),
                try table.table(4)
            )
        }
        let unit = try checked { () throws(FlatTable.Damage) in
            try type?.number(0, default: Int16(0)) ?? 0
        }
        let isTime = kind == ArrowLayout.Kind.timestamp && unit == ArrowLayout.microseconds
        let isDouble =
            kind == ArrowLayout.Kind.floatingPoint && unit == ArrowLayout.doublePrecision
        guard dictionary == nil, isTime || isDouble else {
            throw .meaning("its column \(name) holds neither doubles nor microseconds")
        }
        return (name, isTime, try pairs(of: table, slot: 6))
    }

    private static func batch(at block: [Int64], of file: MappedFile) throws(Problem) -> Batch {
        let metadataLength = Int(Int32(truncatingIfNeeded: block[1]))
        guard let start = Int(exactly: block[0]), let bodyLength = Int(exactly: block[2]),
            start >= 8, metadataLength > 8, bodyLength >= 0,
            start < file.count, metadataLength <= file.count - start,
            bodyLength <= file.count - start - metadataLength,
            let bytes = file.copy(start + 8, metadataLength - 8)
        else { throw .position }
        let bodyStart = start + metadataLength
        let (kind, batch) = try checked { () throws(FlatTable.Damage) in
            let message = try FlatTable(root: bytes)
            return (try message.number(1, default: UInt8(0)), try message.table(2))
        }
        guard kind == ArrowLayout.Header.recordBatch, let batch else {
            throw .meaning("its record batch is none")
        }
        let (count, nodes, buffers, compression) = try checked { () throws(FlatTable.Damage) in
            (
                try batch.number(0, default: Int64(0)), try batch.structures(1, width: 2),
                try batch.structures(2, width: 2), try batch.table(3)
            )
        }
        guard compression == nil else { throw .meaning("it is compressed") }
        guard nodes.allSatisfy({ $0 == [count, 0] }) else {
            throw .meaning("it has nulls, or columns of different lengths")
        }
        guard count >= 0, count <= Int64(bodyLength / 8) else { throw .position }
        return Batch(
            rowCount: Int(count), buffers: buffers, body: bodyStart..<bodyStart + bodyLength)
    }

    private static func offset(
        of buffer: [Int64], rowCount: Int, body: Range<Int>
    ) throws(Problem) -> Int {
        guard buffer[0] >= 0, buffer[0] <= Int64(body.count), buffer[1] >= Int64(8 * rowCount),
            buffer[1] <= Int64(body.count) - buffer[0],
            (body.lowerBound + Int(buffer[0])) % 8 == 0
        else { throw .position }
        return body.lowerBound + Int(buffer[0])
    }
}
