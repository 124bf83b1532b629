import Foundation
import MarketData
import Trading

/// The annual figures of backtesting.py, which compounds the mean and the deviation of sessions.
///
/// The first session has no predecessor there and counts in nothing. Source: its module `_stats`,
/// version 0.6.6.
struct GeometricYear {
    let annualReturn: Double
    let volatility: Double
    /// The downside deviation a year; nil without a losing session.
    let downside: Double?

    init?(_ measurement: Measurement) {
        let days = measurement.days.values
        let later = Returns(Array(days.dropFirst()))
        guard later.values.count >= 2, let mean = later.mean else { return nil }
        let year = Self.sessionsPerYear(measurement.account)
        let isRuined = later.values.contains { $0 <= -1 }
        let logs = isRuined ? 0 : later.values.lazy.map { log(1 + $0) }.compensatedSum()
        let geometric = exp(logs / Double(later.values.count)) - 1
        let squares = later.values.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
        let variance = squares / Double(later.values.count - 1)
        let square = (1 + geometric) * (1 + geometric)
        annualReturn = pow(1 + geometric, year) - 1
        volatility = max(0, pow(variance + square, year) - pow(square, year)).squareRoot()
        downside = later.downsideDeviation.map { $0 * year.squareRoot() }
        guard annualReturn.isFinite, volatility.isFinite else { return nil }
    }

    /// 52 weeks, 365 days where weekends are traded, else 252.
    private static func sessionsPerYear(_ account: MeasuredAccount) -> Double {
        if account.interval == .week { return 52 }
        let weekend = account.dates.count { $0.weekday >= 5 }
        return Double(weekend) / Double(account.dates.count) > 2.0 / 7 * 0.6 ? 365 : 252
    }
}

/// (1 + x)ⁿ − 1.
func compound(_ fraction: Double, _ count: Double) -> Double { pow(1 + fraction, count) - 1 }
