import Foundation

/// A file in memory by mapping, read only.
final class MappedFile: @unchecked Sendable {
    /// The number of bytes.
    let count: Int
    /// The path, for messages.
    let path: String
    private let start: UnsafeMutableRawPointer

    /// Maps a file.
    init(path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unreadable(path: path, reason: SystemFailure.last)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable(path: path, reason: SystemFailure.last)
        }
        guard status.st_size > 0 else { throw .damaged(path: path, problem: "it is empty") }
        let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let address, address != MAP_FAILED else {
            throw .unreadable(path: path, reason: SystemFailure.last)
        }
        (start, count, self.path) = (address, Int(status.st_size), path)
    }

    deinit { munmap(start, count) }

    /// Every byte of the file.
    var bytes: RawSpan {
        @_lifetime(borrow self)
        get {
            let span = RawSpan(_unsafeStart: start, byteCount: count)
            return _overrideLifetime(span, borrowing: self)
        }
    }

    /// A copy of some bytes; nil when they lie outside the file.
    func copy(_ offset: Int, _ length: Int) -> [UInt8]? {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
            return nil
        }
        return [UInt8](UnsafeRawBufferPointer(start: start + offset, count: length))
    }

    /// Where numbers of eight bytes lie, which the caller has checked against the file. Valid as
    /// long as this object is.
    func numbers<Number: BitwiseCopyable>(
        at offset: Int, count rows: Int, as type: Number.Type
    ) -> UnsafePointer<Number> {
        precondition(offset >= 0 && offset % 8 == 0 && rows <= (count - offset) / 8)
        return UnsafePointer((start + offset).assumingMemoryBound(to: Number.self))
    }
}
