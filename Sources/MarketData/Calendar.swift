/// When an exchange trades, and so when a bar is known.
///
/// Sessions, early closes and clock changes follow from rules and a short list of exceptions;
/// no zone file and no clock of the computer takes part.
public struct Calendar: Hashable, Sendable {
    /// The rules a calendar follows.
    enum Rules: Hashable, Sendable { case continuous, newYork, london }

    /// The name in files and on the command line.
    public let name: String
    let rules: Rules

    /// Trades around the clock: a bar closes where the next one begins.
    public static let continuous = Calendar(name: "24/7", rules: .continuous)
    /// The New York Stock Exchange, also for Nasdaq.
    public static let newYork = Calendar(name: "XNYS", rules: .newYork)
    /// The London Stock Exchange.
    public static let london = Calendar(name: "XLON", rules: .london)

    /// Every calendar.
    public static let all: [Calendar] = [.continuous, .newYork, .london]

    /// A calendar by its name or alias, in any case; nil when there is none.
    public static func named(_ name: String) -> Calendar? {
        switch name.uppercased() {
        case "24/7": .continuous
        case "XNYS", "NYSE": .newYork
        case "XLON", "LSE": .london
        default: nil
        }
    }

    /// True when the exchange trades on a date.
    public func isSession(_ date: CivilDate) -> Bool {
        switch rules {
        case .continuous: true
        case .newYork: isPlanned(date) && !NewYorkRules.isUnplannedClosure(date)
        case .london: isPlanned(date)
        }
    }

    /// The instant at which the session of a date opens. For a date without a session it is the
    /// regular opening.
    public func opensAt(_ date: CivilDate) -> Timestamp {
        switch rules {
        case .continuous: date.midnight
        case .newYork: date.at(minute: NewYorkRules.openingMinute(date) + NewYorkRules.shift(date))
        case .london: date.at(minute: LondonRules.openingMinute + LondonRules.shift(date))
        }
    }

    /// The instant at which the session of a date closes, early closes included. For a date
    /// without a session it is the regular close.
    public func closesAt(_ date: CivilDate) -> Timestamp {
        switch rules {
        case .continuous: date.midnight + .day
        case .newYork: date.at(minute: NewYorkRules.closingMinute(date) + NewYorkRules.shift(date))
        case .london: date.at(minute: LondonRules.closingMinute(date) + LondonRules.shift(date))
        }
    }

    /// True when the exchange plans to trade on a date: closures that nobody foresaw count.
    func isPlanned(_ date: CivilDate) -> Bool {
        switch rules {
        case .continuous: true
        case .newYork: date.weekday < 5 && !NewYorkRules.isHoliday(date)
        case .london: date.weekday < 5 && !LondonRules.isHoliday(date)
        }
    }
}

extension CivilDate {
    /// The instant some minutes after midnight UTC.
    func at(minute: Int) -> Timestamp {
        Timestamp(microseconds: midnight.microseconds + Int64(minute) * 60_000_000)
    }
}
