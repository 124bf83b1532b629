import Foundation
import Reporting
import Testing
import Validation

@Suite("Verdicts")
struct VerdictTests {
    /// A verdict as it could have been stored: one gate passes, one refuses without a value, one
    /// is accepted; the strategy has a hostile name.
    private let verdict: Verdict

    init() throws {
        let gate = {
            (name: String, value: String, passed: Bool, unit: String, isOwn: Bool) in
            """
            {"name": "\(name)", "question": "Is it?", \(value) "threshold": 0.5,
            "usualThreshold": 0.6, "passedOnlyAtOwn": \(isOwn),
            "comparison": "at least", "unit": "\(unit)", "passed": \(passed),
            "why": "because of <i>it</i>", "evidence": [{"title": "Windows", "label": "Window",
            "columns": [{"head": "Return", "unit": "fraction"}], "rows": [
            {"label": "2001-01-01 to", "values": [0.25]},
            {"label": "2002-01-01 to", "values": [-0.5]},
            {"label": "2003-01-01 to", "values": [null]},
            {"label": "2004-01-01 to", "values": [0]}]}]}
            """
        }
        let text = """
            {"strategy": "=A<b>", "parameters": {"slow": "50", "fast": "10"}, "plan": "0123",
            "symbols": ["AAPL"], "interval": "1d", "firstSession": "2001-01-02",
            "lastSession": "2004-12-30", "accepted": ["third"],
            "ledger": {"trialCount": 7, "digest": "feed"},
            "growth": {"times": [0, 86400000000, 172800000000],
            "traded": [1, 1.5, 0.5], "held": [1, 2, 3]},
            "results": [\(gate("first", "\"value\": 0.75,", true, "fraction", true)),
            \(gate("second", "", false, "ratio", false)),
            \(gate("third", "\"value\": 3,", false, "count", false))]}
            """
        verdict = try JSONDecoder().decode(Verdict.self, from: Data(text.utf8))
    }

    @Test("a terminal: the table, then what refuses, then what was accepted")
    func text() {
        let lines = VerdictTable([verdict]).text().split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "=A<b> fast=10 slow=50 on AAPL 1d, 2001-01-02 to 2004-12-30",
                "Gate    Verdict        Value  Needed", "──────  ─────────────  ─────  ──────",
                "first   own threshold    75%   ≥ 50%", "second  refused            –  ≥ 0.50",
                "third   accepted           3   ≥ 0.5", "Refused by 1 of 3 gates.",
                "  second – (≥ 0.50): because of <i>it</i>",
                "  accepted although it fails: third 3 (≥ 0.5): because of <i>it</i>",
                "  first, passed only at own thresholds: ≥ 50%, default ≥ 60%",
                "  trials on this store so far: 7",
            ])
    }

    @Test("programs: undefined is null or empty, and no cell becomes a formula")
    func files() throws {
        let table = VerdictTable([verdict])
        let rows = DelimitedText.parse(table.csv)
        #expect(table.csv.contains("'=A<b>,second,false,false,,at least,0.5,ratio"))
        #expect(rows.count == 4 && rows[3][2...3] == ["false", "true"])
        let document = try JSONSerialization.jsonObject(with: Data(table.json.utf8))
        let all = (document as? [String: Any])?["validations"] as? [[String: Any]]
        let first = try #require(all?.first)
        #expect(first["refused_by"] as? [String] == ["second"])
        #expect(first["accepted"] as? [String] == ["third"] && first["trial_count"] as? Int == 7)
        #expect(first["passed_only_at_own_thresholds"] as? [String] == ["first"])
        let gates = try #require(first["gates"] as? [[String: Any]])
        #expect(gates[1]["value"] is NSNull && gates[0]["value"] as? Double == 0.75)
    }

    @Test("a page: every gate, both curves, the windows drawn, outside text escaped")
    func page() {
        let html = VerdictPage(verdict).html
        #expect(html.components(separatedBy: "<svg class=\"chart\"").count == 1 + 1 + 3)
        for text in [
            "=A&lt;b&gt;", "because of &lt;i&gt;", "Trials on this store so far: 7", "2002-01",
            "Refused by 1 of 3 gates.", "<td>−50%</td>", "default ≥ 60%",
        ] { #expect(html.contains(text), "\(text)") }
        #expect(!html.contains("<i>it"))
        let korean = VerdictPage(verdict, options: ReportOptions(language: .korean)).html
        #expect(korean.contains("판정") && korean.contains("예외 수용"))
    }
}
