import Foundation

/// What `metadata.json` says about a data set.
struct DatasetMetadata: Decodable {
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
