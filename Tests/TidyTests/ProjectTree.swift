import Foundation

/// The files of the project, found from FINSTAGE_ROOT or by walking up from this file.
enum ProjectTree {
    static let root: URL = {
        if let stated = ProcessInfo.processInfo.environment["FINSTAGE_ROOT"] {
            return URL(filePath: stated)
        }
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        while folder.path.count > 1 {
            folder.deleteLastPathComponent()
            let launcher = folder.appending(path: "finstage").path
            let sources = folder.appending(path: "Sources").path
            if isFile(launcher), FileManager.default.fileExists(atPath: sources) { return folder }
        }
        return URL(filePath: FileManager.default.currentDirectoryPath)
    }()

    /// Every Swift file of what is shipped: modules, strategies, plugins.
    static let shipped: [SourceFile] = files(under: ["Sources", "Strategies", "Plugins"])

    /// Every Swift file of the project.
    static let all: [SourceFile] = shipped + files(under: ["Tests"])

    static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    /// The text of a file of the project, or nothing where it does not exist.
    static func text(of path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func files(under folders: [String]) -> [SourceFile] {
        folders.flatMap { folder in
            let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            let paths = (names?.compactMap { $0 as? String } ?? []).filter {
                $0.hasSuffix(".swift")
            }
            return paths.sorted().compactMap { name in
                text(of: "\(folder)/\(name)").map {
                    SourceFile(path: "\(folder)/\(name)", text: $0)
                }
            }
        }
    }
}
