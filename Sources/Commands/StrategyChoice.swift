import Foundation
import Kernels
import MarketData
import Signals
import StrategyFiles
import Synchronization
import Trading

/// Finds strategies of the catalogue by the names that people type.
package enum StrategyChoice {
    private static let installed = Mutex<[any Strategy.Type]>([])
    /// The files that were opened; nil where none may be: what serves or promotes runs what was
    /// compiled in.
    private static let opened = Mutex<[StrategyLibrary]?>(nil)
    /// The strategy that is being made: whose mistake it is when a rule makes no sense.
    private static let considered = Mutex<(any Strategy.Type)?>(nil)

    /// Every strategy of the catalogue.
    package static var all: [any Strategy.Type] { installed.withLock { $0 } }

    /// Takes the catalogue over, once, before a command runs.
    ///
    /// - Parameters:
    ///   - catalogue: every strategy that is compiled in.
    ///   - opensFiles: true for interactive research, which runs a file's strategy too.
    package static func install(_ catalogue: [any Strategy.Type], opensFiles: Bool = false) {
        installed.withLock { $0 = catalogue }
        opened.withLock { $0 = opensFiles ? [] : nil }
        guard opensFiles else { return }
        senselessRule.withLock { $0 = { tellAndExit($0) } }
    }

    /// Says that a rule makes no sense, with the place of the strategy that is being made.
    private static func tellAndExit(_ message: String) -> Never {
        let type = considered.withLock { $0 }
        let place = type.flatMap { Self.place(of: $0) }.map { "\($0): " } ?? ""
        Terminal.note("\(place)error: \(message)")
        exit(1)
    }

    /// How a strategy is named again: by its file, where it came from one.
    static func reference(to type: any Strategy.Type) -> String {
        library(of: type)?.url.path ?? type.name
    }

    /// The text of a strategy's file; nil where it is not there.
    static func source(of type: any Strategy.Type) -> String? {
        if let library = library(of: type) { return library.text }
        let url = Installation.current.folder.appending(path: "Strategies/\(type.name).swift")
        return try? String(contentsOf: url, encoding: .utf8)
    }

    /// The file and the line at which a strategy begins, as a compiler says it: `Mine.swift:4`; nil
    /// where the file is not there.
    static func place(of type: any Strategy.Type) -> String? {
        guard let text = source(of: type),
            let line = StrategySource(text, path: "").line
        else { return nil }
        let path = library(of: type)?.path ?? "Strategies/\(type.name).swift"
        return "\(path):\(line)"
    }

    /// The same for a strategy by its name.
    static func place(named name: String) -> String? {
        let libraries = opened.withLock { $0?.map(\.type) } ?? []
        return (libraries + all).first { $0.name == name }.flatMap { place(of: $0) }
    }

    private static func library(of type: any Strategy.Type) -> StrategyLibrary? {
        opened.withLock { $0?.first { $0.type == type } }
    }

    /// The strategy of a file.
    private static func strategy(inFile path: String) throws -> any Strategy.Type {
        guard opened.withLock({ $0 != nil }) else {
            throw wrongWords(
                "'\(path)' is a file, and only what is compiled in is promoted or run live: put "
                    + "it into Strategies/ and name its strategy")
        }
        let library = try reportingFailure { try StrategyLibrary(path) }
        opened.withLock { $0?.append(library) }
        return library.type
    }

    /// The strategies named; all of the catalogue when none is.
    ///
    /// `SmaCross`, any case, and `sma-cross` are the same; `path/to/Mine.swift` is a file's. One
    /// that is named twice is one.
    ///
    /// - Throws: where nothing is called so, or where two strategies of one name would be mixed up.
    package static func strategies(named names: [String]) throws -> [any Strategy.Type] {
        let all = self.all
        if names.isEmpty { return all }
        let found = try names.map { name in
            if name.hasSuffix(".swift") { return try strategy(inFile: name) }
            let wanted = key(name)
            if let found = all.first(where: { key($0.name) == wanted }) { return found }
            let near = nearest(name, in: all.map { $0.name })
            let hint = near.map { "; did you mean '\($0)'?" } ?? ""
            throw wrongWords(
                "no strategy is called '\(name)'\(hint); 'finstage strategies list' shows all")
        }
        var kept: [any Strategy.Type] = []
        for (place, type) in found.enumerated() where !kept.contains(where: { $0 == type }) {
            if let other = found[..<place].firstIndex(where: { $0.name == type.name }) {
                throw wrongWords(
                    "'\(names[other])' and '\(names[place])' both hold a strategy \(type.name), "
                        + "and results go by that name; rename one of the two")
            }
            kept.append(type)
        }
        return kept
    }

    /// A strategy with the parameters of `--param name=value`.
    package static func instance(
        of type: any Strategy.Type, setting pairs: [String]
    ) throws -> any Strategy {
        var values: [String: String] = [:]
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw wrongWords("--param takes NAME=VALUE, such as fast=20; '\(pair)' is neither")
            }
            let name = String(parts[0])
            guard values.updateValue(String(parts[1]), forKey: name) == nil else {
                throw wrongWords("--param \(name) is given twice; give it once")
            }
        }
        considered.withLock { $0 = type }
        let strategy: any Strategy
        do {
            strategy = try type.init(setting: values)
        } catch {
            // The other mistake, a name that is none, names the strategy itself.
            if case .badValue = error { throw wrongWords("\(type.name): \(error)") }
            throw wrongWords("\(error)")
        }
        try refuseImpossibleKernels(of: strategy)
        return strategy
    }

    /// The most values that a kernel keeps: ten thousand years of days, and a second's memory.
    private static let longest = 10_000_000

    /// A built-in kernel that no identity names, such as a mean of 0 bars, would stop the program
    /// where it starts.
    private static func refuseImpossibleKernels(of strategy: any Strategy) throws {
        let kernels = Plan(strategy).kernels
        let place = place(of: type(of: strategy)) ?? type(of: strategy).name
        if let long = kernels.first(where: { max($0.lookback, $0.windowLength) > Self.longest }) {
            throw CommandFailure(
                "\(place): \(long.identity) looks back \(parted(long.lookback)) bars; "
                    + "\(parted(Self.longest)) are the most")
        }
        let impossible = kernels.first { kernel in
            KernelCatalog.names.contains(kernel.name)
                && KernelCatalog.kernel(identity: kernel.identity) == nil
        }
        guard let impossible else { return }
        throw CommandFailure(
            "\(place): \(impossible.identity) cannot be computed: a parameter is out of range; "
                + "'finstage indicators show \(impossible.name)' tells what it takes")
    }

    private static func key(_ name: String) -> String {
        name.lowercased().filter { $0 != "-" && $0 != "_" }
    }
}
