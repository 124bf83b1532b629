import Foundation
import MarketData

/// What `metadata.json` says about a data set.
struct DatasetMetadata: Decodable {
    /// How the instruments were chosen.
    enum Selection: String, CaseIterable {
        /// With today's knowledge.
        case hindsight
        /// As the members of one list, also in the years before they joined it.
        case index
        /// As those that were known on each date.
        case pointInTime
        /// Nobody says.
        case unknown
    }

    struct File: Decodable {
        let file: String
        let symbol: String
        let calendar: String
        let currency: String?
        let priceBasis: BasisKind
        let origin: String
        let licence: String
        let sha256: String
        let rows: Int?
        let first: String?
        let last: String?
    }

    let name: String
    let selection: String
    let files: [File]
    let actions: String?
    let actionsSha256: String?

    /// The metadata in the bytes of a file.
    init(_ bytes: [UInt8], file: String) throws(StoreError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw .metadata(file: file, line: nil, problem: Self.problem(error))
        } catch {
            throw .metadata(file: file, line: nil, problem: "\(error)")
        }
        guard Selection(rawValue: selection) != nil else {
            let names = Selection.allCases.map(\.rawValue)
            let remedy = nearest(selection, in: names).map { " Did you mean \($0)?" } ?? ""
            throw .metadata(
                file: file, line: nil,
                problem: "selection: \"\(selection)\" is none of "
                    + names.joined(separator: ", ") + "." + remedy)
        }
        for name in files.map(\.file) + [actions].compactMap({ $0 }) {
            guard !name.isEmpty, !name.contains("/"), name != ".." else {
                throw .metadata(
                    file: file, line: nil,
                    problem: "\"\(name)\" is no name of a file beside metadata.json")
            }
        }
    }

    private static func problem(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
            return path.isEmpty ? "the top level" : path.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "\(place(context)) has no key \"\(key.stringValue)\"; add it"
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            return "\(place(context)): \(context.debugDescription)"
        @unknown default: return "\(error)"
        }
    }
}
