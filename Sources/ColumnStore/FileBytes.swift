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

    /// The words within an error of Foundation, without the full stop at their end.
    static func text(of error: any Error) -> String {
        let outer = error as NSError
        let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError ?? outer
        if inner.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(inner.code)))
        }
        var text = Substring(outer.localizedDescription)
        while text.hasSuffix(".") { text.removeLast() }
        return String(text)
    }
}

/// Folders made without Foundation, whose errors hide the reason.
enum Folders {
    /// Makes a folder and those above it, where they are not there yet.
    static func make(_ path: String) throws(StoreError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else {
                throw .unwritable(path: path, reason: "a file has that name, not a folder")
            }
            return
        }
        let above = NSString(string: path).deletingLastPathComponent
        if above != path { try make(above) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw .unwritable(path: path, reason: SystemFailure.last)
        }
    }
}
