/// Writes one table as an Arrow IPC file: one record batch, 64-byte aligned, uncompressed,
/// without a bitmap of nulls.
public struct ArrowWriter: Sendable {
    /// The instants, in microseconds since 1970.
    private let times: [Int64]
    private let columns: [(name: String, values: [Double])]
    private let metadata: [(key: String, value: String)]
    private let notes: [String: [(key: String, value: String)]]

    /// A writer of a table.
    ///
    /// - Parameters:
    ///   - times: microseconds since 1970, the column `time`.
    ///   - columns: the other columns, each as long as `times`.
    ///   - metadata: what the schema says about the table, in this order.
    ///   - notes: what it says about columns, by their names.
    public init(
        times: [Int64], columns: [(name: String, values: [Double])],
        metadata: [(key: String, value: String)],
        notes: [String: [(key: String, value: String)]] = [:]
    ) {
        precondition(
            columns.allSatisfy { $0.values.count == times.count },
            "columns must have \(times.count) rows")
        (self.times, self.columns) = (times, columns)
        (self.metadata, self.notes) = (metadata, notes)
    }

    /// The bytes of the file.
    public func bytes() -> [UInt8] {
        let column = ArrowLayout.aligned(8 * times.count)
        let bodyLength = column * (columns.count + 1)
        var file: [UInt8] = []
        file.reserveCapacity(bodyLength + 4_096)
        file.append(contentsOf: ArrowLayout.magic + [0, 0])
        append(schemaMessage(), to: &file)
        let start = file.count
        append(batchMessage(bodyLength: bodyLength, column: column), to: &file)
        let metadataLength = file.count - start
        append(times, to: &file)
        for column in columns { append(column.values, to: &file) }
        append(ArrowLayout.continuation, to: &file)
        append(UInt32(0), to: &file)
        let footer = footer(batch: [Int64(start), Int64(metadataLength), Int64(bodyLength)])
        file.append(contentsOf: footer)
        append(UInt32(footer.count), to: &file)
        file.append(contentsOf: ArrowLayout.magic)
        return file
    }
}

extension ArrowWriter {
    private func schema(_ builder: inout FlatBuilder) -> Int {
        var fields = [field("time", timestampType: true, &builder)]
        for column in columns { fields.append(field(column.name, timestampType: false, &builder)) }
        let facts = pairs(metadata, &builder)
        let columns = builder.references(fields)
        return builder.table([.short(0), .reference(columns), .reference(facts)])
    }

    private func pairs(
        _ pairs: [(key: String, value: String)], _ builder: inout FlatBuilder
    ) -> Int {
        let tables = pairs.map { key, value in
            let (key, value) = (builder.string(key), builder.string(value))
            return builder.table([.reference(key), .reference(value)])
        }
        return builder.references(tables)
    }

    private func field(_ name: String, timestampType: Bool, _ builder: inout FlatBuilder) -> Int {
        let type: Int
        if timestampType {
            let zone = builder.string("UTC")
            type = builder.table([.short(ArrowLayout.microseconds), .reference(zone)])
        } else {
            type = builder.table([.short(ArrowLayout.doublePrecision)])
        }
        // A column without notes has no slot for them: the bytes of bars stay as they were.
        let facts = notes[name].map { [FlatBuilder.Slot.reference(pairs($0, &builder))] } ?? []
        let (name, children) = (builder.string(name), builder.references([]))
        let kind =
            timestampType ? ArrowLayout.Kind.timestamp : ArrowLayout.Kind.floatingPoint
        let slots: [FlatBuilder.Slot?] = [
            .reference(name), .byte(0), .byte(kind), .reference(type), nil, .reference(children),
        ]
        return builder.table(slots + facts)
    }

    private func schemaMessage() -> [UInt8] {
        var builder = FlatBuilder()
        let schema = schema(&builder)
        let message = builder.table([
            .short(ArrowLayout.version), .byte(ArrowLayout.Header.schema), .reference(schema),
            .long(0),
        ])
        return builder.finished(root: message)
    }

    private func batchMessage(bodyLength: Int, column: Int) -> [UInt8] {
        var builder = FlatBuilder()
        let (count, length) = (Int64(times.count), Int64(8 * times.count))
        let indices = 0...columns.count
        let buffers = builder.structures(
            indices.flatMap { index in
                let start = Int64(index * column)
                return [[start, 0], [start, length]]
            })
        let nodes = builder.structures(indices.map { _ in [count, 0] })
        let batch = builder.table([.long(count), .reference(nodes), .reference(buffers)])
        let message = builder.table([
            .short(ArrowLayout.version), .byte(ArrowLayout.Header.recordBatch),
            .reference(batch), .long(Int64(bodyLength)),
        ])
        return builder.finished(root: message)
    }

    private func footer(batch: [Int64]) -> [UInt8] {
        var builder = FlatBuilder()
        let batches = builder.structures([batch])
        let dictionaries = builder.structures([])
        let schema = schema(&builder)
        let footer = builder.table([
            .short(ArrowLayout.version), .reference(schema), .reference(dictionaries),
            .reference(batches),
        ])
        return builder.finished(root: footer)
    }

    /// Appends a message such that what follows it begins at a multiple of 64.
    private func append(_ message: [UInt8], to file: inout [UInt8]) {
        let end = ArrowLayout.aligned(file.count + 8 + message.count)
        append(ArrowLayout.continuation, to: &file)
        append(UInt32(end - file.count - 4), to: &file)
        file.append(contentsOf: message)
        file.append(contentsOf: repeatElement(0, count: end - file.count))
    }

    private func append<Number: FixedWidthInteger>(_ number: Number, to file: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { file.append(contentsOf: $0) }
    }

    private func append<Number: BitwiseCopyable>(_ column: [Number], to file: inout [UInt8]) {
        column.withUnsafeBytes { file.append(contentsOf: $0) }
        let end = ArrowLayout.aligned(file.count)
        file.append(contentsOf: repeatElement(0, count: end - file.count))
    }
}
