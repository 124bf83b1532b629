extension Calendar {
    /// The session date of a bar: its name where a bar is a day or longer, else the date that the
    /// exchange's clocks show at its start.
    public func sessionDate(ofBarAt time: Timestamp, interval: Interval) -> CivilDate {
        interval.microseconds >= Interval.day.microseconds ? CivilDate(time) : localDate(at: time)
    }

    /// The date that the exchange's clocks show at an instant.
    public func localDate(at time: Timestamp) -> CivilDate {
        let date = CivilDate(time)
        let hours: Int64 =
            switch rules {
            case .newYork: Daylight.isSummerInNewYork(date) ? -4 : -5
            case .london: Daylight.isSummerInLondon(date) ? 1 : 0
            case .continuous: 0
            }
        return CivilDate(
            Timestamp(microseconds: time.microseconds + hours * Interval.hour.microseconds))
    }
}
