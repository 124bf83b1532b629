import Foundation
import FoundationXML
import Testing

/// The commands with which a quant looks into a strategy.
@Suite("Looking into a strategy")
struct AuthoringTests {
    private let program: Program

    init() throws { program = try Program() }

    private func json(_ words: String...) throws -> [String: Any] {
        let outcome = try program.run(words + ["--json"])
        #expect(outcome.status == 0, "\(outcome.complaint)")
        let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        return try #require(document as? [String: Any])
    }

    private func text(_ words: String...) throws -> String {
        let outcome = try program.run(words)
        #expect(outcome.status == 0, "\(outcome.complaint)")
        return outcome.output
    }

    /// Which orders of SmaCross on AAPL were filled, from its own table.
    private func fills() throws -> [[String]] {
        let run = try program.run("backtest", "SmaCross", "--symbol", "AAPL", "--output", "out")
        #expect(run.status == 0, "\(run.complaint)")
        let file = program.folder.appending(path: "out/SmaCross/AAPL/orders.csv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0.contains("filled") }
    }

    @Test("explains each bar of the orders: who decided, what filled, at which price")
    func explainOrders() throws {
        defer { program.discard() }
        let orders = try fills()
        #expect(orders.count > 20)
        for order in [orders[4], orders[5]] {
            let decided = String(order[0].prefix(10))
            let found = try json("explain", "SmaCross", "--symbol", "AAPL", "--at", decided)
            let told = try #require(found["orders"] as? [[String: Any]])
            let one = try #require(told.first { $0["role"] as? String == "decided" })
            let isBuy = order.contains("buy")
            #expect(one["side"] as? String == (isBuy ? "buy" : "sell"))
            let rule = try #require(one["rule"] as? String)
            #expect(rule.hasPrefix(isBuy ? "enter long: (sma(close, 10)" : "exit long: (sma("))
            let wish = isBuy ? "enter long" : "exit long"
            #expect(found["decision"] as? String == wish)
            let filled = try #require((one["filled"] as? String)?.prefix(10))
            let next = try json("explain", "SmaCross", "--symbol", "AAPL", "--at", String(filled))
            let fill = try #require(
                (next["orders"] as? [[String: Any]])?.first { $0["role"] as? String == "filled" })
            let price = try #require(fill["price"] as? Double)
            #expect(order.contains { Double($0) == price }, "\(order)")
        }
    }

    @Test("what is unknown says why, and a day without a bar names its neighbours")
    func explainUnknown() throws {
        defer { program.discard() }
        let early = try text("explain", "SmaCross", "--symbol", "AAPL", "--at", "2013-01-15")
        #expect(early.contains("sma(close, 50)") && early.contains("unknown"))
        #expect(early.contains("warm-up: known from bar 49 on"))
        #expect(early.contains("Decision: nothing") && early.contains("Position: none"))
        let words = ["explain", "SmaCross", "--symbol", "AAPL", "--at"]
        let holiday = try program.run(words + ["2020-07-04"])
        #expect(holiday.status == 1)
        #expect(holiday.complaint.contains("2020-07-02 and 2020-07-06"), "\(holiday.complaint)")
        #expect(try program.run(words + ["noon"]).status == 64)
        #expect(try program.run("explain", "SmaCross").complaint.contains("--symbol"))
    }

    @Test("every node is a column, a row a bar, the same in CSV and Arrow")
    func nodes() throws {
        defer { program.discard() }
        let words = ["nodes", "AdxTrend", "--symbol", "AAPL"]
        let rows = try program.run(words).output.split(separator: "\n")
        #expect(rows.count == 2_700 && rows[0].hasPrefix("time,") && rows[0].hasSuffix(",equity"))
        let file = program.folder.appending(path: "nodes.arrow").path
        let arrow = try program.run(words + ["--arrow", "--output", file])
        #expect(arrow.status == 0 && arrow.output == file + "\n", "\(arrow.complaint)")
        let bytes = try Data(contentsOf: URL(filePath: file))
        #expect(bytes.prefix(6) == Data("ARROW1".utf8) && bytes.count > 8 * rows.count * 10)
        let found = try json("nodes", "AdxTrend", "--symbol", "AAPL", "--from", "2020-01-01")
        let columns = try #require(found["columns"] as? [String: [Any]])
        let times = try #require(found["time"] as? [String])
        #expect(columns.values.allSatisfy { $0.count == times.count } && times.count > 500)
        #expect(columns.keys.contains { $0.hasPrefix("directional") })
        #expect(try program.run(words + ["--arrow"]).complaint.contains("--output"))
        #expect(try program.run("nodes", "AdxTrend").status == 64)
    }

    @Test("a strategy is shown, drawn and listed in words")
    func strategies() throws {
        defer { program.discard() }
        let shown = try text("strategies", "show", "SmaCross", "--param", "fast=20")
        for words in [
            "Holds while the fast average", "fast = 20  (2...400)",
            "enter long: (sma(close, 20) > sma(close, 50)) begins", "size: all-in",
            "known from bar 50",
        ] {
            #expect(shown.contains(words), "\(words)")
        }
        let source = try String(
            contentsOf: Program.root.appending(path: "Strategies/SmaCross.swift"), encoding: .utf8)
        #expect(try text("strategies", "show", "SmaCross", "--source") == source)
        let tree = try text("strategies", "graph", "SmaCross")
        #expect(tree.contains("└─ ") && tree.contains("sma(close, 50)  [from bar 49, "))
        #expect(tree.contains("ns a bar") && tree.contains("(as above)"))
        let file = program.folder.appending(path: "plan.svg").path
        #expect(try text("strategies", "graph", "IchimokuCloud", "--svg", file) == file + "\n")
        let parser = XMLParser(data: try Data(contentsOf: URL(filePath: file)))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        let all = try json("strategies", "list")["strategies"] as? [[String: Any]]
        #expect((all?.count ?? 0) > 40 && all?.allSatisfy { $0["idea"] is String } == true)
        let plan = try json("strategies", "show", "SmaCross")
        #expect((plan["nodes"] as? [Any])?.count ?? 0 > 4)
    }

    @Test("two strategies: what they share, where they part, on which bar first")
    func difference() throws {
        defer { program.discard() }
        let same = try text("diff", "SmaCross", "sma-cross", "--symbol", "AAPL")
        #expect(same.contains("Both ask for the same."))
        #expect(same.contains("AAPL: the same decisions on all"))
        let other = try json(
            "diff", "SmaCross", "SmaCross", "--param-b", "fast=20", "--symbol", "AAPL")
        let (one, two) = (other["only_a"] as? [String] ?? [], other["only_b"] as? [String] ?? [])
        #expect(one.contains("sma(close, 10)") && two.contains("sma(close, 20)"))
        let decisions = try #require((other["decisions"] as? [[String: Any]])?.first)
        let first = try #require(decisions["first_session"] as? String)
        let differing = try #require(decisions["differing_bar_count"] as? Int)
        #expect(differing > 10)
        let bars = try [("fast=10", "a"), ("fast=20", "b")].map { value, side in
            let words = ["explain", "SmaCross", "--symbol", "AAPL", "--at", first]
            let told = try program.run(words + ["--param", value]).output
            let wish = try #require(decisions[side] as? String)
            return told.contains("Decision: \(wish)")
        }
        #expect(bars == [true, true])
    }

    @Test("rules that differ in the weight of an entry alone decide differently, and it is told")
    func weights() throws {
        defer { program.discard() }
        for (name, weight) in [("Whole", "1.0"), ("Half", "0.5")] {
            let rule = """
                import Signals

                /// Buys strength with a weight.
                struct \(name): Strategy {
                    func target(_ bars: Bars) -> TargetExposure {
                        let isStrong = bars.close > bars.close.sma(period: 50)
                        return .long(
                            enter: isStrong, exit: !isStrong,
                            size: .weight(Signal(\(weight)) * (bars.close / bars.close)))
                    }
                }
                """
            let file = program.folder.appending(path: "\(name).swift")
            try rule.write(to: file, atomically: true, encoding: .utf8)
        }
        let told = try text("diff", "Whole.swift", "Half.swift", "--symbol", "AAPL")
        let both = "A enter long with weight 1, B enter long with weight 0.5"
        #expect(told.contains(both), "\(told)")
        #expect(told.contains("Nodes only in B: 2\n  0.5\n  0.5 × (close ÷ close)"), "\(told)")
    }

    @Test("a scan of a day finds the change that the orders know, and none on another day")
    func scan() throws {
        defer { program.discard() }
        let order = try fills()[4]
        let day = String(order[0].prefix(10))
        let found = try json("scan", "SmaCross", "--symbol", "AAPL", "--date", day)
        let change = try #require((found["changes"] as? [[String: Any]])?.first)
        #expect(change["session"] as? String == day && change["strategy"] as? String == "SmaCross")
        #expect(change["to"] as? String == (order.contains("buy") ? "long" : "flat"))
        let values = try #require(change["values"] as? [String: Any])
        #expect(values.keys.contains("sma(close, 10)") && values.count <= 8)
        let last = try text("scan")
        #expect(last.contains(" strategies, 8 instruments") && last.contains(" → "))
        let holiday = try program.run("scan", "--date", "2020-07-04")
        #expect(holiday.status == 1 && holiday.complaint.contains("2020-07-04"))
        let none = try text("scan", "SmaCross", "--symbol", "AAPL", "--date", "2013-01-15")
        #expect(none.hasPrefix("0 changes of target: 1 strategy, 1 instrument"))
    }

    @Test("parameters come from a file, typed ones go first, mistakes have its line")
    func parameterFile() throws {
        defer { program.discard() }
        let file = program.folder.appending(path: "mine.yaml")
        func write(_ text: String) throws {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        try write("fast: 20\nslow: 100\n")
        let words = ["strategies", "show", "SmaCross", "--params", file.path]
        #expect(try program.run(words).output.contains("sma(close, 20) > sma(close, 100)"))
        #expect(
            try program.run(words + ["--param", "fast=30"]).output
                .contains("sma(close, 30) > sma(close, 100)"))
        for (content, complaint) in [
            ("slow: 100\nfast: 1\n", "mine.yaml:2: "), ("slow: 100\nquick: 3\n", "mine.yaml:2: "),
            ("fast: [1, 2]\n", "needs one value"), ("nothing", "holds no values"),
        ] {
            try write(content)
            for command in ["backtest", "replay", "validate"] {
                let refused = try program.run(command, "SmaCross", "--params", file.path)
                #expect(refused.status == 64, "\(content)")
                #expect(refused.complaint.contains(complaint), "\(refused.complaint)")
            }
        }
        let gone = try program.run("backtest", "SmaCross", "--params", "nowhere.yaml")
        #expect(gone.status == 64 && gone.complaint.contains("nowhere.yaml"))
    }

    @Test("poison and warm-up print their evidence")
    func evidence() throws {
        defer { program.discard() }
        let poison = try text("lookahead", "PairsSpread", "--symbol", "META", "--cuts", "3")
        #expect(poison.hasPrefix("PairsSpread META: ") && poison.contains("3 cuts × 2 poisons"))
        #expect(poison.contains("equal to the bit"))
        let outcome = try program.run(
            "lookahead", "SmaCross", "--symbol", "AAPL,MSFT", "--cuts", "2", "--json")
        let all = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let found = try #require(all as? [[String: Any]])
        #expect(found.count == 2 && found.allSatisfy { $0["difference"] is NSNull })
        #expect(found.allSatisfy { ($0["cuts"] as? [String])?.count == 2 })
        let warm = try text("warmup", "MacdCross", "--symbol", "AAPL")
        #expect(warm.hasPrefix("MacdCross on AAPL: known from bar "))
        #expect(warm.contains("settling, ") && warm.contains("Same bits after"))
        let trial = try program.run("warmup", "AdxTrend", "--symbol", "AAPL", "--json")
        let runs = try JSONSerialization.jsonObject(with: Data(trial.output.utf8))
        let rows = try #require((runs as? [[String: Any]])?.first?["nodes"] as? [[String: Any]])
        #expect(rows.count > 10 && rows.allSatisfy { $0["complaint"] is NSNull })
        for row in rows where !(row["last_relative_distance"] is NSNull) {
            #expect(row["first_known_bar"] as? Int == row["lookback_bars"] as? Int, "\(row)")
            let distance = try #require(row["last_relative_distance"] as? Double)
            #expect(distance < 1e-9, "\(row)")
        }
        let close = try #require(rows.first { $0["words"] as? String == "close" })
        #expect(close["kind"] as? String == "windowed")
        #expect(close["same_bits_after_bars"] as? Int == 0)
        #expect(try program.run("lookahead", "SmaCross", "--cuts", "0").status == 64)
    }

    @Test("watched, a run comes again after each save, and Ctrl-C ends it")
    func watch() throws {
        defer { program.discard() }
        let file = program.folder.appending(path: "mine.yaml")
        try "fast: 20\n".write(to: file, atomically: true, encoding: .utf8)
        #expect(try program.run("data", "list").status == 0)
        let script = """
            "$@" > out.txt 2> err.txt & pid=$!
            count() { grep -c "^SmaCross" out.txt; }
            wait_for() {
                for i in $(seq 200); do [ "$(count)" -ge "$1" ] && break; sleep 0.1; done
            }
            wait_for 1; sleep 0.3; echo "fast: 25" > mine.yaml; wait_for 2
            kill -INT $pid; wait $pid; echo "$? $(count)"
            """
        let ended = try program.run(
            under: ["sh", "-c", script, "sh"],
            [
                "backtest", "SmaCross", "--symbol", "MSFT", "--params", "mine.yaml", "--reports",
                "none", "--watch",
            ], environment: ["FINSTAGE_BINARY": "this one"])
        #expect(ended.output == "130 2\n", "\(ended.complaint)")
        let nothing = try program.run("backtest", "--watch")
        #expect(nothing.status == 64 && nothing.complaint.contains("--watch needs a strategy"))
    }

    @Test("a rule that is never known is told, with what is missing")
    func neverKnown() throws {
        defer { program.discard() }
        var lines = ["date,open,high,low,close,volume"]
        for month in 10...19 {
            for day in 10...28 {
                let price = 100 + (month * 7 + day * 3) % 11
                lines.append("20\(month)-03-\(day),\(price),\(price + 1),\(price - 1),\(price),")
            }
        }
        let file = program.folder.appending(path: "silent.csv")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        #expect(try program.run("data", "import", file.path, "--symbol", "NOV").status == 0)
        let told = try program.run("backtest", "ObvTrend", "--symbol", "NOV", "--reports", "none")
        #expect(told.status == 0, "\(told.complaint)")
        let place = #/Strategies\/ObvTrend\.swift:\d+: warning: ObvTrend on NOV: enter long/#
        #expect(told.complaint.contains(place), "\(told.complaint)")
        #expect(told.complaint.contains("as volume is never known"), "\(told.complaint)")
        let long = try program.run(
            "backtest", "SmaCross", "--symbol", "NOV", "--param", "slow=900", "--reports", "none")
        #expect(long.output.contains("it looks back 900 bars, and there are 190"))
        #expect(!long.complaint.contains("never known"))
        let range = try program.run("backtest", "SmaCross", "--param", "fast=1")
        #expect(range.status == 64 && range.complaint.contains("SmaCross: '1' is not a value"))
    }
}
