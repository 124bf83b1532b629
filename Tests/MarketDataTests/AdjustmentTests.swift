import MarketData
import Testing

@Suite("Adjustment")
struct AdjustmentTests {
    private func series(_ rows: [(String, Double, Double)]) throws -> Series {
        let bars = try rows.map { text, close, volume in
            Bar(
                time: try time(text), open: close, high: close, low: close, close: close,
                volume: volume)
        }
        return Series(symbol: "TEST", interval: .day, calendar: .newYork, bars: bars)
    }

    private func time(_ text: String) throws -> Timestamp {
        try #require(Timestamp(iso8601: text))
    }

    private func split(_ text: String, _ new: Int, _ old: Int) throws -> CorporateAction {
        CorporateAction(exDate: try time(text), kind: .split(new: new, old: old))
    }

    private func dividend(_ text: String, _ amount: Double) throws -> CorporateAction {
        CorporateAction(exDate: try time(text), kind: .dividend(amount: amount))
    }

    private func expect(_ actual: [Double], _ expected: [Double]) {
        #expect(actual.count == expected.count)
        for (left, right) in zip(actual, expected) {
            #expect(abs(left - right) <= 1e-12 * abs(right), "\(left) is not \(right)")
        }
    }

    @Test("takes dividends as paid, on prices as traded (FDI-29)")
    func rawDividends() throws {
        let raw = try series([
            ("2024-03-04", 100, 1), ("2024-03-05", 101, 1), ("2024-03-06", 102, 1),
            ("2024-03-07", 20.6, 1), ("2024-03-08", 20.8, 1), ("2024-03-11", 20.5, 1),
        ])
        let actions = try [
            dividend("2024-03-05", 1.5), split("2024-03-07", 5, 1), dividend("2024-03-11", 0.3),
        ]
        #expect(Adjustment.validated(actions, for: raw).accepted == actions)
        func closes(_ view: AdjustmentView, _ asOf: String) throws -> [Double] {
            Adjustment.adjusted(raw, by: actions, view: view, asOf: try time(asOf)).close
        }
        let factor = 1 - 0.3 / 20.8
        expect(
            try closes(.total, "2024-03-11"),
            [
                20 * 0.985 * factor, 20.2 * factor, 20.4 * factor, 20.6 * factor,
                20.8 * factor, 20.5,
            ])
        expect(try closes(.splits, "2024-03-11"), [20, 20.2, 20.4, 20.6, 20.8, 20.5])
        expect(Array(try closes(.total, "2024-03-06").prefix(3)), [98.5, 101, 102])
        expect(try closes(.none, "2024-03-11"), raw.close)
    }

    @Test("scales volume by splits and never by dividends (FDI-31)")
    func volume() throws {
        let raw = try series([
            ("2024-05-03", 0.85, 5_000_000), ("2024-05-06", 0.86, 4_000_000),
            ("2024-05-07", 0.84, 6_000_000), ("2024-05-08", 8.6, 480_000),
            ("2024-05-09", 8.4, 300_000),
        ])
        let actions = try [split("2024-05-08", 1, 10), dividend("2024-05-09", 0.2)]
        let asOf = try time("2024-05-09")
        let adjusted = Adjustment.adjusted(raw, by: actions, view: .splits, asOf: asOf)
        expect(adjusted.close, [8.5, 8.6, 8.4, 8.6, 8.4])
        let volumes = [500_000.0, 400_000, 600_000, 480_000, 300_000]
        #expect(adjusted.volume == volumes)
        let total = Adjustment.adjusted(raw, by: actions, view: .total, asOf: asOf)
        #expect(total.volume == volumes)
    }

    @Test("leaves out dividends that are not below the close before (FDI-33)")
    func largeDividend() throws {
        let raw = try series([
            ("2024-06-03", 2.1, 1), ("2024-06-04", 2.1, 1), ("2024-06-05", 2.05, 1),
        ])
        let actions = try [dividend("2024-06-04", 15), dividend("2024-06-05", 2.1)]
        let (accepted, findings) = Adjustment.validated(actions, for: raw)
        #expect(accepted.isEmpty)
        let reason = ActionFinding.Reason.amountNotBelowClose(close: 2.1)
        #expect(findings.map(\.reason) == [reason, reason])
        #expect(findings[0].description.contains("amount is not below the previous close"))
        let total = Adjustment.adjusted(
            raw, by: actions, view: .total, asOf: try time("2024-06-05"))
        #expect(total.close == raw.close)
    }

    @Test("finds a split written upside down (FDI-35)")
    func invertedSplit() throws {
        let raw = try series([("2024-04-09", 80, 100), ("2024-04-10", 40.2, 210)])
        let right = try split("2024-04-10", 2, 1)
        let wrong = try split("2024-04-10", 1, 2)
        #expect(Adjustment.validated([right], for: raw).accepted == [right])
        let (accepted, findings) = Adjustment.validated([wrong], for: raw)
        #expect(accepted.isEmpty)
        #expect(findings.map(\.reason) == [.inverted(ratio: 40.2 / 80)])
        let adjusted = Adjustment.adjusted(
            raw, by: [right], view: .splits, asOf: try time("2024-04-10"))
        #expect(adjusted.close == [40, 40.2])
        #expect(adjusted.volume == [200, 210])
    }

    @Test("passes a reverse split and finds one that the prices contain already")
    func reverseSplit() throws {
        let reverse = try split("2024-04-10", 1, 10)
        let jumps = try series([("2024-04-09", 0.8, 1), ("2024-04-10", 8.1, 1)])
        #expect(Adjustment.validated([reverse], for: jumps).findings.isEmpty)
        let smooth = try series([("2024-04-09", 8.0, 1), ("2024-04-10", 8.1, 1)])
        let reasons = Adjustment.validated([reverse], for: smooth).findings.map(\.reason)
        #expect(reasons == [.notShown(ratio: 8.1 / 8)])
        let repeated = Adjustment.validated([reverse, reverse], for: jumps)
        #expect(repeated.accepted == [reverse])
        #expect(repeated.findings.map(\.reason) == [.repeated])
    }

    @Test("pays a dividend on the shares of a split of the same day")
    func sameDay() throws {
        let raw = try series([("2024-04-09", 80, 1), ("2024-04-10", 40, 1)])
        let actions = try [dividend("2024-04-10", 4), split("2024-04-10", 2, 1)]
        let total = Adjustment.adjusted(
            raw, by: actions, view: .total, asOf: try time("2024-04-10"))
        expect(total.close, [36, 40])
    }

    @Test("multiplies split ratios exactly before it divides")
    func exactRatios() throws {
        let raw = try series([
            ("2024-01-02", 42, 1), ("2024-01-03", 14, 1), ("2024-01-04", 98, 1),
        ])
        let actions = try [split("2024-01-03", 3, 1), split("2024-01-04", 1, 7)]
        let factors = Adjustment(
            of: raw, by: actions, view: .splits, asOf: try time("2024-01-04"))
        #expect(factors.priceFactors == [7.0 / 3, 7, 1])
        #expect(factors.volumeFactors == [3.0 / 7, 1.0 / 7, 1])
    }

    @Test("names the nearest name, or none")
    func nearestName() {
        let names = ["AAPL", "MSFT", "GOOG"]
        #expect(nearest("APPL", in: names) == "AAPL")
        #expect(nearest("msf", in: names) == "MSFT")
        #expect(nearest("TSLA", in: names) == nil)
    }
}
