import Foundation

/// Whole files as bytes.
enum FileBytes {
    /// The bytes of a file.
    static func read(_ path: String) throws(StoreError) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .unreadable(path: path, reason: "there is no such file")
        }
        if isFolder.boolValue { throw .unreadable(path: path, reason: "it is a folder") }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .unreadable(path: path, reason: SystemFailure.text(of: error))
        }
    }
}

/// The words of the operating system for a failure.
enum SystemFailure {
    /// The words for the last failed call.
    static var last: String { String(cString: strerror(errno)) }

    /// The words within an error of Foundation.
    static func text(of error: any Error) -> String {
        let outer = error as NSError
        let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError ?? outer
        return inner.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(inner.code))) : outer.localizedDescription
    }
}
