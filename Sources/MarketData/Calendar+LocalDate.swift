extension Calendar {
    /// The session date of a bar: its name where a bar is a day or longer, else the date that the
    /// exchange's clocks show at its start.
    public func sessionDate(ofBarAt time: Timestamp, interval: Interval) -> CivilDate {
        interval.microseconds >= Interval.day.microseconds ? CivilDate(time) : localDate(at: time)
    }

    /// The date that the exchange's clocks show at an instant.
    public func localDate(at time: Timestamp) -> CivilDate {
        CivilDate(Timestamp(microseconds: time.microseconds + offset(on: CivilDate(time))))
    }

    /// The instant at which the exchange's clocks show a time.
    ///
    /// - Parameter time: what the clocks show, as if it were UTC. At the hour of a change, when
    ///   every exchange is closed, the offset of the whole date holds.
    /// - Returns: the instant.
    public func instant(ofLocal time: Timestamp) -> Timestamp {
        Timestamp(microseconds: time.microseconds - offset(on: CivilDate(time)))
    }

    /// What the exchange's clocks are ahead of UTC on a date, in microseconds.
    private func offset(on date: CivilDate) -> Int64 {
        let hours: Int64 =
            switch rules {
            case .newYork: Daylight.isSummerInNewYork(date) ? -4 : -5
            case .london: Daylight.isSummerInLondon(date) ? 1 : 0
            case .continuous: 0
            }
        return hours * Interval.hour.microseconds
    }
}
