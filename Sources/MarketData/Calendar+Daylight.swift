/// The rules by which clocks change. Exchanges are closed at the hour of a change, so a date has
/// one offset.
enum Daylight {
    /// True while New York keeps summer time. Source: Uniform Time Act and its amendments.
    static func isSummerInNewYork(_ date: CivilDate) -> Bool {
        let year = date.year
        let first: CivilDate
        switch year {
        case 2007...: first = sunday(onOrAfter: 8, month: 3, year: year)
        case 1987...: first = sunday(onOrAfter: 1, month: 4, year: year)
        case 1975: first = sunday(onOrAfter: 23, month: 2, year: year)
        case 1974: first = sunday(onOrAfter: 6, month: 1, year: year)
        default: first = sunday(onOrAfter: 24, month: 4, year: year)
        }
        let last =
            year >= 2007
            ? sunday(onOrAfter: 1, month: 11, year: year)
            : sunday(onOrAfter: 25, month: 10, year: year)
        return first <= date && date < last
    }

    /// True while London keeps summer time. Source: Summer Time Act 1972 and its orders.
    static func isSummerInLondon(_ date: CivilDate) -> Bool {
        let year = date.year
        if year < 1972 { return isSummerInLondonBefore1972(date) }
        let first = sunday(onOrAfter: year >= 1981 ? 25 : 16, month: 3, year: year)
        let last: CivilDate
        switch year {
        case 1996...: last = sunday(onOrAfter: 25, month: 10, year: year)
        case 1990...: last = sunday(onOrAfter: 22, month: 10, year: year)
        default: last = sunday(onOrAfter: 23, month: 10, year: year)
        }
        return first <= date && date < last
    }

    /// British Standard Time held all year from February 1968 to October 1971.
    private static func isSummerInLondonBefore1972(_ date: CivilDate) -> Bool {
        let order = (date.year, date.month, date.day)
        return (1968, 2, 18) <= order && order < (1971, 10, 31)
    }

    private static func sunday(onOrAfter day: Int, month: Int, year: Int) -> CivilDate {
        CivilDate.on(weekday: 6, onOrAfter: day, month: month, year: year)
    }
}

extension CivilDate {
    /// The first date with a weekday (0 is Monday) from a day of a month on.
    static func on(weekday: Int, onOrAfter day: Int, month: Int, year: Int) -> CivilDate {
        let start = CivilDate(daysSince1970: first(ofMonth: month, year: year) + day - 1)
        return start.adding(days: (weekday - start.weekday + 7) % 7)
    }

    /// Easter Sunday of a year. Source: Meeus, Astronomical Algorithms, chapter 8.
    static func easter(_ year: Int) -> CivilDate {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let correction = (8 * century + 13) / 25
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let moon = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let late = (golden + 11 * epact + 22 * moon) / 451
        let days = epact + moon - 7 * late + 114
        return CivilDate(daysSince1970: first(ofMonth: days / 31, year: year) + days % 31)
    }

    private static func first(ofMonth month: Int, year: Int) -> Int {
        CivilDate(year: year, month: month, day: 1)?.daysSince1970 ?? 0
    }
}
