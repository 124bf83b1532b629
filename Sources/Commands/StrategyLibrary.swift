import Digests
import Foundation
import Signals
import StrategyFiles

#if canImport(Glibc)
    import Glibc
#endif

/// One strategy file, made into a library and opened: the quant's short way from an edit to a
/// result.
///
/// The library is kept under the digest of everything that it depends on: the source, the modules
/// it is compiled against, the compiler and its options. A file that did not change is opened as it
/// is.
struct StrategyLibrary {
    /// The file as it was named.
    let path: String
    /// The file.
    let url: URL
    /// Its text.
    let text: String
    /// Its strategy.
    let type: any Strategy.Type

    /// Compiles a file where that is needed, and opens it.
    ///
    /// - Throws: where the file cannot be read, holds what no strategy file may, does not compile,
    ///   or where there is no compiler.
    init(_ path: String) throws {
        self.path = path
        url = URL(filePath: path).standardizedFileURL
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            let isThere = FileManager.default.fileExists(atPath: url.path)
            throw CommandFailure(
                isThere
                    ? "\(path) cannot be read: it is no UTF-8 text, or not yours to read"
                    : "there is no file \(path); 'finstage new strategy NAME' writes one")
        }
        let source = StrategySource(text, path: path)
        guard let name = source.name, source.problems.isEmpty else {
            for problem in source.problems { Terminal.note("\(problem)") }
            throw CommandFailure("\(path) is no strategy file as it is; mend the lines above")
        }
        let compiler = try StrategyCompiler()
        let library = try compiler.library(of: text, strategy: name, path: path)
        type = try Self.open(library)
    }

    /// Opens a library and asks it for its strategy.
    private static func open(_ library: URL) throws -> any Strategy.Type {
        guard let handle = dlopen(library.path, RTLD_NOW | RTLD_LOCAL) else {
            let why = dlerror().map { String(cString: $0) } ?? "for no reason that it tells"
            throw CommandFailure(
                "\(library.path) cannot be opened (\(why)); remove it, and it is made again")
        }
        guard let symbol = dlsym(handle, StrategyCompiler.entry) else {
            throw CommandFailure(
                "\(library.path) is no strategy's library; remove it, and it is made again")
        }
        typealias Entry = @convention(c) () -> UnsafeMutableRawPointer
        return StrategyExport.type(at: unsafeBitCast(symbol, to: Entry.self)())
    }
}
