extension Gate {
    /// The instruments are those that somebody would have chosen at the time.
    ///
    /// A list of members applied to the years before they joined it is hindsight too, and where
    /// nobody says how a series was chosen, nobody can say that it was not.
    static let hindsight = Gate(
        name: "hindsight",
        question: "Were the instruments chosen as somebody could have at the time?",
        comparison: .atMost, unit: .count
    ) { examination, _ in
        let choices = examination.subjects.map { ($0.symbol, $0.passport.selection) }
        let known = choices.count { $0.1 == "hindsight" }
        let listed = choices.count { $0.1 == "index" }
        let unknown = choices.count { !["hindsight", "index", "pointInTime"].contains($0.1) }
        let faults = [
            (known, "were chosen with today's knowledge"),
            (listed, "are members of a list also in the years before they joined it"),
            (unknown, "are of unknown choice"),
        ].filter { $0.0 > 0 }.map { "\($0.0) of \(choices.count) series \($0.1)" }
        return Finding(
            value: Double(known + listed + unknown),
            why: faults.isEmpty
                ? "every series was chosen with the knowledge of its time"
                : faults.joined(separator: ", ")
                    + "; that a portfolio of the first day would have held them is not shown",
            evidence: [
                GateTable(
                    "Choice of the instruments", label: "Series", columns: [],
                    rows: choices.map { .init("\($0): \($1)", []) })
            ])
    }
}
