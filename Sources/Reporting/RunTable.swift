/// A table of a run that is written as comma-separated text.
protocol RunTable {
    /// An estimate of the bytes, to make room once.
    var byteEstimate: Int { get }
    /// Writes the head and the rows.
    func write(to writer: inout DelimitedWriter)
}

extension RunTable {
    var byteEstimate: Int { 4_096 }

    /// The bytes of the file.
    func bytes(isExcel: Bool = false) -> [UInt8] {
        var writer = DelimitedWriter(capacity: byteEstimate, isExcel: isExcel)
        write(to: &writer)
        return writer.bytes
    }

    /// The text with `\n` at the end of a row.
    var plainText: String { String(decoding: bytes(), as: UTF8.self) }
}
