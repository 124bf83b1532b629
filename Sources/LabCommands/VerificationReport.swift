import Charts
import Commands
import Reporting
import Verification

/// What came of a verification: as a table, as comma-separated text, as JSON, as a page.
struct VerificationReport {
    private let results: [VerificationResult]

    init(_ results: [VerificationResult]) { self.results = results }

    private static let head = [
        "Subject", "Against", "Verdict", "Values", "Absolute", "Relative", "ULP",
        "First difference",
    ]

    private func cells(_ result: VerificationResult) -> [String] {
        [
            result.subject, result.against, result.verdict.rawValue,
            "\(result.compared)", Self.short(result.absolute), Self.short(result.relative),
            Self.short(result.units), result.remark,
        ]
    }

    /// Two digits are enough for an error: `1.4e-12`.
    private static func short(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return value == 0 ? "0" : "\(value)" }
        var (digits, exponent) = (value, 0)
        while digits >= 10 { (digits, exponent) = (digits / 10, exponent + 1) }
        while digits < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
        let rounded = "\((digits * 10).rounded() / 10)"
        return exponent == 0 ? rounded : "\(rounded)e\(exponent)"
    }

    /// The last line: how many agree.
    private var verdict: String {
        "\(results.count { $0.agrees }) of \(results.count) agree"
    }

    /// A table, then a line for each difference and fault, then the verdict.
    var text: String {
        let rows = results.map { Array(cells($0).dropLast()) }
        let table = TextTable(head: Array(Self.head.dropLast()), rows: rows, textColumns: 3)
        let remarks = results.filter { !$0.agrees }.map { "\($0.subject): \($0.remark)\n" }
        return table.text + remarks.joined() + verdict
    }

    /// One row a subject.
    var csv: String {
        let head = [
            "subject", "against", "agrees", "values_compared", "max_absolute_error",
            "max_relative_error", "max_error_ulp", "first_difference", "verdict",
        ]
        return DelimitedText.row(head.map { .text($0) })
            + results.map { result in
                DelimitedText.row([
                    .text(result.subject), .text(result.against), .text("\(result.agrees)"),
                    .integer(result.compared), .number(result.absolute), .number(result.relative),
                    .number(result.units), .text(result.remark),
                    .text(result.verdict.rawValue),
                ])
            }.joined()
    }

    /// One document.
    var json: String {
        let subjects = results.map { result in
            JSONValue.object([
                .init("subject", .text(result.subject)), .init("against", .text(result.against)),
                .init("agrees", .boolean(result.agrees)),
                .init("verdict", .text(result.verdict.rawValue)),
                .init("values_compared", .integer(result.compared)),
                .init("max_absolute_error", .number(result.absolute)),
                .init("max_relative_error", .number(result.relative)),
                .init("max_error_ulp", .number(result.units)),
                .init("first_difference", .text(result.first)),
                .init("faults", .array(result.faults.map { .text($0) })),
            ])
        }
        let agree = results.allSatisfy(\.agrees)
        return JSONValue.object([
            .init("agrees", .boolean(agree)), .init("subjects", .array(subjects)),
        ]).document
    }

    /// A page of one table.
    var html: String {
        func row(_ cells: [String], _ element: String) -> String {
            "<tr>"
                + cells.map { "<\(element)>\(MarkupText.escaped($0))</\(element)>" }.joined()
                + "</tr>\n"
        }
        let rows = results.map { row(cells($0), "td") }.joined()
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Indicators: \(verdict)</title>
            <style>
            :root { color-scheme: light dark; font: 14px system-ui, sans-serif; }
            table { border-collapse: collapse; }
            td, th { border-bottom: 1px solid #8884; padding: 4px 10px; text-align: left; }
            td:nth-child(n+4):nth-child(-n+7) { text-align: right; }
            </style></head><body>
            <h1>Indicators: \(verdict)</h1>
            <table>\(row(Self.head, "th"))\(rows)</table>
            </body></html>
            """
    }
}
