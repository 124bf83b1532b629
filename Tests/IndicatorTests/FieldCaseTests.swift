import MarketData
import Oracle
import Signals
import Testing

/// Cases from public issue trackers, each named for what it protects.
@Suite("Field cases of indicators")
struct FieldCaseTests {
    private let unknown = Double.nan
    private let bars = Bars()

    private func closes(_ values: [Double]) -> BarColumns {
        [.open: values, .high: values, .low: values, .close: values]
    }

    private func agree(
        _ values: some Sequence<Double>, _ expected: [Double], within tolerance: Double = 1e-12
    ) -> Bool {
        let values = Array(values)
        return values.count == expected.count
            && zip(values, expected).allSatisfy { value, expected in
                expected.isNaN
                    ? value.isNaN
                    : (value - expected).magnitude <= tolerance * max(expected.magnitude, 1)
            }
    }

    @Test("FDI-31: volume adjusted for splits weighs the prices that it was traded at")
    func splitVolume() {
        let view: BarColumns = [
            .close: [8.5, 8.6, 8.4, 8.6, 8.4],
            .volume: [500_000, 400_000, 600_000, 480_000, 300_000],
        ]
        let values = IndicatorRun.values(of: [bars.vwma(period: 3), bars.obv], over: view)
        let means = [unknown, unknown, 8.48666666666667, 8.51891891891892, 8.4695652173913]
        #expect(agree(values[0], means, within: 1e-14 * 100))
        #expect(values[1] == [500_000, 900_000, 300_000, 780_000, 480_000])
    }

    @Test("FDI-41: the money flow index does not depend on the unit of volume")
    func volumeUnit() {
        var columns: BarColumns = [
            .high: [10.2, 10.5, 10.6, 10.4, 10.9, 10.7, 10.8],
            .low: [9.8, 10.0, 10.1, 9.9, 10.2, 10.3, 10.1],
            .close: [10.0, 10.4, 10.3, 10.2, 10.8, 10.4, 10.7],
            .volume: [120, 150, 90, 200, 170, 60, 110],
        ]
        let whole = IndicatorRun.values(of: [bars.mfi(period: 3)], over: columns)[0]
        let expected = [54.8983364140481, 57.3814015230909, 40.4490191690908, 82.5280534174163]
        #expect(agree(whole, [unknown, unknown, unknown] + expected))
        columns[.volume] = columns[.volume]?.map { $0 * 0x1p-30 }
        let scaled = IndicatorRun.values(of: [bars.mfi(period: 3)], over: columns)[0]
        #expect(Array(scaled[3...]) == Array(whole[3...]))
    }

    @Test("FDI-43: constants give the flat value, representable or not")
    func constants() {
        for price in [0.1, 0.7, 1.1, 3.3, 9.95, 100.1, 27654.3] {
            let flat = [Double](repeating: price, count: 40)
            var columns = closes(flat)
            columns[.volume] = [Double](repeating: 100, count: 40)
            for period in [14, 20] {
                let zero = IndicatorRun.values(
                    of: [
                        bars.cci(period: period), bars.close.cmo(period: period),
                        bars.williamsR(period: period), bars.mfi(period: period), bars.bop,
                        bars.stochasticFast(k: period, d: 3).k,
                        bars.ultimateOscillator(short: 3, middle: 7, long: period),
                        bars.adx(period: 7), bars.cmf(period: period),
                        bars.vortex(period: period).plus, bars.choppiness(period: period),
                        bars.close.tsi(long: 9, short: 4), bars.yangZhang(period: period),
                    ], over: columns)
                #expect(zero.allSatisfy { $0.drop { $0.isNaN }.allSatisfy { $0 == 0 } })
                #expect(zero.allSatisfy { $0[39] == 0 })
                let same = IndicatorRun.values(
                    of: AverageKind.allCases.filter { $0 != .mama }.map {
                        bars.close.average($0, period: 4)
                    } + [
                        bars.close.alma(period: period), bars.close.zlema(period: period),
                        bars.vwma(period: period), bars.vwap, bars.close.midpoint(period: period),
                        bars.sar(), bars.keltner(period: 9, rangePeriod: 9, multiple: 2).upper,
                    ], over: columns)
                for (index, values) in same.enumerated() {
                    let typical = (price + price + price) / 3
                    #expect(values[39] == price || values[39] == typical, "\(index) of \(price)")
                }
            }
        }
    }

    @Test("FDI-45: the shape of a window does not depend on its level; a flat one has none")
    func shape() {
        let digits = [3.0, 1, 4, 1, 5, 9, 2, 6]
        let skewness = [0.03515625, 0.551618069288107, 0.626177940402687, 0.200902626451078]
        let kurtosis = [
            -1.5810546875, -0.964876033057851, -0.809490912955681, -1.25520784239796,
        ]
        let signals = [bars.close.skewness(period: 5), bars.close.kurtosis(period: 5)]
        for level in [0.0, 100_000_000] {
            let values = IndicatorRun.values(
                of: signals, over: closes(digits.map { level + $0 / 8 }))
            let before = [Double](repeating: unknown, count: 4)
            #expect(agree(values[0], before + skewness, within: 1e-11))
            #expect(agree(values[1], before + kurtosis, within: 1e-11))
        }
        let flat = [Double](repeating: 4.3, count: 15)
        for values in IndicatorRun.values(of: signals, over: closes(flat)) {
            #expect(values.allSatisfy { $0.isNaN })
        }
    }

    @Test("FDI-47: of two equal highs the most recent counts")
    func equalHighs() {
        let columns: BarColumns = [
            .high: [10, 12, 11, 12, 9, 12], .low: [3, 5, 4, 6, 5, 7],
        ]
        let aroon = bars.aroon(period: 4)
        let values = IndicatorRun.values(
            of: [aroon.up, aroon.down, bars.aroonOscillator(period: 4)], over: columns)
        #expect(Array(values[0][4...]) == [75, 100] && values[0][..<4].allSatisfy { $0.isNaN })
        #expect(Array(values[1][4...]) == [0, 25])
        #expect(Array(values[2][4...]) == [75, 75])
    }

    @Test("FDI-51: the smoothed oscillator of a long history")
    func longHistory() {
        let values = [
            0.5, 0.6, 0.8, 0.7, 0.7, 0.9, 1.0, 0.9, 0.8, 0.8, 0.7, 0.6, 0.7, 0.9, 1.1, 1.0, 0.9,
            0.9, 0.8, 0.7, 0.6, 0.6, 0.7, 0.8, 0.7, 0.9,
        ]
        let signals = [bars.close.cmo(period: 14), bars.close.rsi(period: 14)]
        let outputs = IndicatorRun.values(of: signals, over: closes(values))
        #expect(agree([outputs[0][14], outputs[0][25]], [37.5, 16.952165584844]))
        #expect(agree([outputs[1][14], outputs[1][25]], [68.75, 58.476082792422]))
    }

    @Test("FDI-53: Hull cuts both numbers; a triangle of an even period has a flat top")
    func cutNumbers() {
        let squares = (1...16).map { Double($0 * $0) }
        let x = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
        let long = IndicatorRun.values(
            of: [
                bars.close.hma(period: 13), bars.close.trima(period: 4),
                bars.close.trima(period: 5),
            ], over: closes(squares))
        #expect(agree(long[0][14...], [209.111111111111, 240.111111111111], within: 1e-11))
        #expect(long[0][13].isNaN)
        #expect(
            agree([long[1][3], long[2][4]], [7.16666666666667, 10.3333333333333], within: 1e-13))
        let short = IndicatorRun.values(of: [bars.close.hma(period: 7)], over: closes(x))[0]
        let expected = [
            5.63492063492063, 5.04365079365079, 4.11111111111111, 3.92460317460317,
            5.93253968253968,
        ]
        #expect(agree(short[7...], expected, within: 1e-14 * 100))
    }

    @Test("FDI-55: the bands of a SuperTrend begin where the range does, and turn")
    func superTrend() {
        let columns: BarColumns = [
            .high: [10.4, 10.8, 11.2, 11.6, 12.1, 12.4, 12.0, 11.2, 10.6, 10.1, 10.9, 11.8],
            .low: [9.8, 10.2, 10.6, 11.1, 11.5, 11.7, 10.9, 10.3, 9.7, 9.4, 9.9, 10.8],
            .close: [10.2, 10.7, 11.1, 11.5, 12.0, 11.8, 11.0, 10.4, 9.8, 10.0, 10.8, 11.7],
        ]
        let lines = bars.superTrend(period: 3, multiple: 1)
        let values = IndicatorRun.values(of: [lines.value, lines.trend], over: columns)
        let expected = [
            10.7833333333333, 11.2222222222222, 11.4314814814815, 12.229012345679,
            11.569341563786, 10.9962277091907, 10.5474851394604, 9.53500990702637,
            10.3900066046842,
        ]
        #expect(values[0][..<3].allSatisfy { $0.isNaN })
        #expect(agree(values[0][3...], expected, within: 1e-12))
        #expect(Array(values[1][3...]) == [1, 1, 1, -1, -1, -1, -1, 1, 1])
        let short = IndicatorRun.values(
            of: [lines.value], over: columns.mapValues { Array($0.prefix(2)) })[0]
        #expect(short.allSatisfy { $0.isNaN })
    }

    @Test("FDI-57: Yang and Zhang's weight has 1.34, and lies on the open-to-close part")
    func yangZhang() {
        let columns: BarColumns = [
            .open: [100.0, 103.2, 101.5, 105.1, 102.8, 106.6],
            .high: [102.1, 103.3, 104.9, 105.3, 106.2, 106.9],
            .low: [99.9, 101.3, 101.4, 102.5, 102.7, 103.4],
            .close: [102.0, 101.4, 104.8, 102.6, 106.1, 103.5],
        ]
        let values = IndicatorRun.values(of: [bars.yangZhang(period: 5)], over: columns)[0]
        #expect(agree([values[5]], [0.0139282298107188], within: 1e-14))
        #expect(values[4].isNaN)
    }

    @Test("FDI-59: Connors' rank counts the returns before today's, and no ties")
    func connorsRank() {
        let values = [
            20.0, 20.4, 20.4, 20.1, 20.7, 21.0, 20.8, 20.8, 21.3, 21.0, 21.4, 21.9, 22.1,
        ]
        let rank = bars.close.roc(period: 1).percentRank(period: 5)
        let outputs = IndicatorRun.values(
            of: [
                bars.close.connorsRSI(period: 3, streak: 2, rank: 5), rank, bars.close.streak,
            ], over: closes(values))
        let expected = [
            37.316384180791, 51.9830508474577, 78.1504347465893, 27.8972829203421,
            73.740437963653, 81.3357002739668, 71.9495886527869,
        ]
        #expect(agree(outputs[0][6...], expected))
        #expect(outputs[0][5].isNaN)
        #expect(agree(outputs[1][6...], [20, 40, 80, 0, 80, 80, 40]))
        #expect(outputs[2] == [0, 1, 0, -1, 1, 2, -1, 0, 1, -1, 1, 2, 3])
    }

    @Test("FDI-61: a session ends with the exchange's own date, not at midnight elsewhere")
    func sessions() {
        let texts = [
            "2024-01-16T20:30:00Z", "2024-01-17T00:30:00Z", "2024-01-17T00:59:00Z",
            "2024-01-17T14:30:00Z", "2024-01-17T14:31:00Z",
        ]
        let times = texts.compactMap { Timestamp(iso8601: $0) }
        let rows: [(high: Double, low: Double, close: Double, volume: Double)] = [
            (100.0, 99.0, 99.8, 1_000), (100.6, 100.0, 100.3, 200), (100.9, 100.4, 100.5, 100),
            (101.5, 100.9, 101.2, 800), (101.3, 101.0, 101.1, 0),
        ]
        let series = Series(
            symbol: "S", interval: .minute, calendar: .newYork,
            bars: zip(times, rows).map { time, row in
                Bar(
                    time: time, open: row.close, high: row.high, low: row.low, close: row.close,
                    volume: row.volume)
            })
        let values = IndicatorRun.values(of: [bars.vwap(since: .day)], over: series)[0]
        #expect(agree(values, [99.6, 99.7166666666667, 99.7846153846154, 101.2, 101.2]))
    }

    @Test("weeks begin on Monday, months on the first, before 1970 as after")
    func sessionUnits() {
        func number(_ unit: SessionUnit, _ text: String) -> Int {
            CivilDate(text).map { unit.number(of: $0) } ?? .min
        }
        for monday in ["1969-12-22", "1969-12-29", "1970-01-05", "2024-12-30"] {
            guard let date = CivilDate(monday) else { return }
            let week = SessionUnit.week.number(of: date)
            #expect(SessionUnit.week.number(of: date.adding(days: 6)) == week)
            #expect(SessionUnit.week.number(of: date.adding(days: 7)) == week + 1)
            #expect(SessionUnit.week.number(of: date.adding(days: -1)) == week - 1)
        }
        #expect(number(.month, "2024-12-31") + 1 == number(.month, "2025-01-01"))
        #expect(number(.day, "1969-12-31") == -1 && number(.day, "1970-01-01") == 0)
    }

    @Test("a variable average takes as many bars as it is told, within its bounds")
    func variablePeriod() {
        let columns: BarColumns = [
            .close: [1, 2, 3, 4, 5, 6], .volume: [2, 2, 9, 1, 3.9, 2],
        ]
        let values = IndicatorRun.values(
            of: [bars.close.mavp(periods: bars.volume, least: 2, most: 4)], over: columns)[0]
        #expect(values[..<3].allSatisfy { $0.isNaN })
        #expect(Array(values[3...]) == [3.5, 4, 5.5])
    }
}
