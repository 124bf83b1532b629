/// How the symbols of a dataset were chosen, in words.
enum SelectionText {
    /// `bundle (hindsight: today's winners; a real portfolio could not have known them)`.
    static func line(dataset: String, selection: String) -> String {
        "\(dataset) (\(words(selection)))"
    }

    static func words(_ selection: String) -> String {
        switch selection {
        case "hindsight":
            "hindsight: today's winners; a real portfolio could not have known them"
        case "index": "index: the members of one list, also in the years before they joined it"
        case "pointInTime": "point in time: the members known on each date"
        case "unknown": "how its symbols were chosen is not known"
        default: selection
        }
    }
}
