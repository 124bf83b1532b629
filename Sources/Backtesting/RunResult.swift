import Analysis
import MarketData

/// One strategy on one instrument: what every report shows. Nothing else computes.
///
/// Stored with the run and read back as it was. Every number that can be undefined is optional;
/// JSON shows it as `null` with its key present.
public struct RunResult: Codable, Sendable {
    /// `YYYYMMDD-HHMMSS-NAME-xxxx`.
    public let id: String
    /// The strategy's name.
    public let strategy: String
    /// The instrument's symbol.
    public let symbol: String
    /// What was asked for, with the values that hold.
    public let settings: RunSettings
    /// The data the run saw.
    public let passport: DataPassport
    /// The canonical text of the plan.
    public let plan: String
    /// The digest of the plan.
    public let planFingerprint: String
    /// The bars evaluated, on the basis that the ledger traded.
    public let bars: BarColumns
    /// The account's equity at each close.
    public let equity: [Double]
    /// What buying and holding from the first close would have made of the same cash.
    public let buyAndHold: [Double]
    /// The signed units held at each close.
    public let positions: [Double]
    /// What the plan computes from prices, for charts.
    public let drawn: [DrawnSeries]
    /// The plan's conditions in words.
    public let rules: [RuleText]
    /// The closed round trips, in order of their exit.
    public let trades: [TradeRecord]
    /// Every order that was sent, in order of its decision.
    public let orders: [OrderRecord]
    /// The position left at the end, marked at the last close; in no trade statistic.
    public let openPosition: OpenPositionRecord?
    /// The positions left of an account for several instruments; nil where it has one instrument.
    public let holdings: [OpenPositionRecord]?
    /// What such an account holds of each instrument, where it changes; nil likewise.
    public let unitChanges: [UnitRecord]?
    /// Orders that could not be placed or filled, with the reason.
    public let rejections: [RejectionRecord]
    /// The figures of the strategy.
    public let metrics: RunMetrics
    /// The figures of buying and holding.
    public let buyAndHoldMetrics: RunMetrics
    /// The tables behind charts and breakdowns.
    public let tables: RunTables
}

/// What a run was asked to do.
public struct RunSettings: Codable, Sendable, Hashable {
    /// The parameters by name, as text.
    public let parameters: [String: String]
    /// `splits`, `none` or `total`.
    public let adjusted: AdjustmentView
    /// The first and last session asked for; nil for all.
    public let from: String?
    /// The last session asked for; nil for all.
    public let to: String?
    /// The starting cash.
    public let cash: Double
    /// The size of an entry, as on the command line.
    public let size: String
    /// True when quantities are whole units.
    public let wholeShares: Bool
    /// The commission, as on the command line.
    public let commission: String
    /// The slippage of market and stop fills, as a fraction of the price.
    public let slippage: Double
    /// `next-open` or `same-close`.
    public let fill: String
    /// The engine whose rules were reproduced; nil for Finstage's own.
    public let preset: String?
    /// The command that repeats the run.
    public var command: String
    /// What the run is compared with; nil for buying and holding the instrument itself.
    public let benchmark: String?
    /// The risk-free rate a year, as a fraction.
    public let riskFree: Double
    /// Whose formulas the metrics follow: a `MetricConvention`.
    public let convention: String
    /// The text of the strategy's source file when the run was made; nil where there was none.
    public let source: String?

    /// Settings from their parts.
    public init(
        parameters: [String: String], adjusted: AdjustmentView, from: String?, to: String?,
        cash: Double, size: String, wholeShares: Bool, commission: String, slippage: Double,
        fill: String, preset: String?, command: String, benchmark: String? = nil,
        riskFree: Double = 0, convention: String = MetricConvention.finstage.rawValue,
        source: String? = nil
    ) {
        self.source = source
        (self.parameters, self.adjusted, self.from, self.to) = (parameters, adjusted, from, to)
        (self.cash, self.size, self.wholeShares) = (cash, size, wholeShares)
        (self.commission, self.slippage, self.fill) = (commission, slippage, fill)
        (self.preset, self.command) = (preset, command)
        (self.benchmark, self.riskFree, self.convention) = (benchmark, riskFree, convention)
    }

    /// Settings as they were stored; those of older runs have no measures of their own.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            parameters: try stored.decode([String: String].self, forKey: .parameters),
            adjusted: try stored.decode(AdjustmentView.self, forKey: .adjusted),
            from: try stored.decodeIfPresent(String.self, forKey: .from),
            to: try stored.decodeIfPresent(String.self, forKey: .to),
            cash: try stored.decode(Double.self, forKey: .cash),
            size: try stored.decode(String.self, forKey: .size),
            wholeShares: try stored.decode(Bool.self, forKey: .wholeShares),
            commission: try stored.decode(String.self, forKey: .commission),
            slippage: try stored.decode(Double.self, forKey: .slippage),
            fill: try stored.decode(String.self, forKey: .fill),
            preset: try stored.decodeIfPresent(String.self, forKey: .preset),
            command: try stored.decode(String.self, forKey: .command),
            benchmark: try stored.decodeIfPresent(String.self, forKey: .benchmark),
            riskFree: try stored.decodeIfPresent(Double.self, forKey: .riskFree) ?? 0,
            convention: try stored.decodeIfPresent(String.self, forKey: .convention)
                ?? MetricConvention.finstage.rawValue,
            source: try stored.decodeIfPresent(String.self, forKey: .source))
    }
}

/// The data behind a result.
public struct DataPassport: Codable, Sendable, Hashable {
    /// The dataset's name.
    public let dataset: String
    /// Where the prices come from.
    public let origin: String
    /// The licence of the data.
    public let licence: String
    /// The SHA-256 of the stored series.
    public let seriesDigest: String
    /// The SHA-256 of the actions applied.
    public let actionsDigest: String
    /// `hindsight`, `index` or `pointInTime`.
    public let selection: String
    /// The basis of the stored prices, in words.
    public let priceBasis: String
    /// The calendar's name.
    public let calendar: String
    /// The first and the last session of the evaluated range, `YYYY-MM-DD`.
    public let firstSession: String
    /// The last session of the evaluated range.
    public let lastSession: String
    /// The number of bars evaluated.
    public let barCount: Int
    /// The other instruments that the rule reads, members of its universe among them.
    public internal(set) var reads: [ReadSeries]
    /// The symbols that the rule compares with one another; nil where it compares none.
    public internal(set) var universe: [String]?
    /// What the result is compared with; nil for buying and holding the instrument.
    public internal(set) var benchmark: ReadSeries?
    /// What a reader must know before the figures are believed, a sentence each.
    public internal(set) var remarks: [DataRemark]
    /// The instruments that share one account; nil where each has its own.
    public internal(set) var members: [String]?
}

/// Another instrument that a run reads.
public struct ReadSeries: Codable, Sendable, Hashable {
    /// Its symbol.
    public let symbol: String
    /// The SHA-256 of its stored series.
    public let seriesDigest: String
    /// The SHA-256 of its actions.
    public let actionsDigest: String
}

/// The columns that a chart needs.
public struct BarColumns: Codable, Sendable {
    /// The start of each bar, in microseconds since 1970 UTC.
    public let times: [Timestamp]
    /// The first prices.
    public let open: [Double]
    /// The highest prices.
    public let high: [Double]
    /// The lowest prices.
    public let low: [Double]
    /// The last prices.
    public let close: [Double]
    /// What brings each bar's prices to the share basis of the last bar: 1 without later splits.
    public let factor: [Double]
}

/// A closed round trip.
public struct TradeRecord: Codable, Sendable, Hashable {
    /// `long` or `short`.
    public let side: String
    /// The row of the entry's bar within `BarColumns`.
    public internal(set) var entryRow: Int
    /// The row of the exit's bar.
    public internal(set) var exitRow: Int
    /// The start of the entry's bar.
    public let entryTime: Timestamp
    /// The start of the exit's bar.
    public let exitTime: Timestamp
    /// The fill price of the entry, slippage included, on the share basis of the exit.
    public let entryPrice: Double
    /// The fill price of the exit, slippage included.
    public let exitPrice: Double
    /// Units, always positive.
    public let quantity: Double
    /// Commission of both sides.
    public let fees: Double
    /// Dividends received less dividends paid, and cash in lieu of fractions, in money.
    public let distributions: Double
    /// Net of both sides' costs, dividends included, in money.
    public let profit: Double
    /// The profit over the amount committed at the entry.
    public let returnFraction: Double
    /// `signal`, `stop`, `target`, `ruin`.
    public let exitReason: String
    /// The stop's level at the exit; nil without one.
    public let stopPrice: Double?
    /// The target's level; nil without one.
    public let targetPrice: Double?
    /// Bars from the entry's to the exit's.
    public let barCount: Int
    /// The worst point of the way, as a fraction of the amount committed, ≤ 0.
    public let adverseExcursion: Double
    /// The best point of the way, as a fraction of the amount committed, ≥ 0.
    public let favorableExcursion: Double
    /// The profit over the risk to the first stop; nil without a stop.
    public let riskMultiple: Double?
    /// The instrument, in an account for several; nil where the run has one.
    public internal(set) var symbol: String?
}

/// A position that is still held after the last bar.
public struct OpenPositionRecord: Codable, Sendable, Hashable {
    /// `long` or `short`.
    public let side: String
    /// The row of the entry's bar.
    public internal(set) var entryRow: Int
    /// The start of the entry's bar.
    public let entryTime: Timestamp
    /// The fill price of the entry.
    public let entryPrice: Double
    /// Units, always positive.
    public let quantity: Double
    /// Commission of the entry.
    public let fees: Double
    /// Dividends received less dividends paid, and cash in lieu of fractions, in money.
    public let distributions: Double
    /// The mark at the last close, distributions included, less the entry's fee.
    public let unrealizedProfit: Double
    /// The instrument, in an account for several; nil where the run has one.
    public internal(set) var symbol: String?
}

/// An order that did not become a position.
public struct RejectionRecord: Codable, Sendable, Hashable {
    /// The row of the bar at which it was refused.
    public internal(set) var row: Int
    /// The start of that bar.
    public let time: Timestamp
    /// The kind of reason, for counting: `unaffordable`, `unknown-level`, …
    public let kind: String
    /// What was needed, what was there.
    public let reason: String
    /// The instrument, in an account for several; nil where the run has one.
    public internal(set) var symbol: String?
}
