/// The numbers of Arrow's file format that this store uses.
///
/// Source: Arrow columnar format 1.5, Schema.fbs, Message.fbs and File.fbs.
enum ArrowLayout {
    /// What a file begins with, padded, and ends with.
    static let magic = Array("ARROW1".utf8)
    /// Metadata version 5.
    static let version: Int16 = 4
    /// The marker before the length of a message.
    static let continuation: UInt32 = 0xFFFF_FFFF

    /// The kinds of a message.
    enum Header { static let (schema, recordBatch): (UInt8, UInt8) = (1, 3) }
    /// The kinds of a column.
    enum Kind { static let (floatingPoint, timestamp): (UInt8, UInt8) = (3, 10) }
    /// Double precision, and microseconds.
    static let (doublePrecision, microseconds): (Int16, Int16) = (2, 2)

    /// The next multiple of 64.
    static func aligned(_ size: Int) -> Int { (size + 63) / 64 * 64 }
}
