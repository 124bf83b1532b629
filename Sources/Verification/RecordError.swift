/// Golden files are never written over others.
struct RecordError: Error, CustomStringConvertible {
    let folder: String

    var description: String {
        "\(folder) holds files already; name a new folder, or empty it first"
    }
}
