/// The London Stock Exchange from 1980 on. Source: bank holidays of England and Wales, LSE notices.
enum LondonRules {
    /// The local minute at which trading begins.
    static let openingMinute = 480

    /// The minutes from London's local time to UTC.
    static func shift(_ date: CivilDate) -> Int {
        Daylight.isSummerInLondon(date) ? -60 : 0
    }

    /// The local minute at which trading ends.
    static func closingMinute(_ date: CivilDate) -> Int { closesEarly(date) ? 750 : 990 }

    /// True on a weekday without trading.
    static func isHoliday(_ date: CivilDate) -> Bool {
        isSingleHoliday(date) || isRegularHoliday(date)
    }

    private static func isRegularHoliday(_ date: CivilDate) -> Bool {
        let (year, day, weekday) = (date.year, date.day, date.weekday)
        switch date.month {
        case 1: return day == 1 || weekday == 0 && day <= 3
        case 3, 4: return (weekday == 4 || weekday == 0) && isEaster(date)
        case 5: return isMayHoliday(date)
        case 8: return weekday == 0 && day >= 25
        case 12:
            let isMoved = (27...28).contains(day) && weekday <= 1
            return (25...26).contains(day) || isMoved && isAfterWeekend(day, weekday, year)
        default: return false
        }
    }

    /// True when 27 or 28 December stands for a Christmas or Boxing Day at a weekend.
    private static func isAfterWeekend(_ day: Int, _ weekday: Int, _ year: Int) -> Bool {
        let christmas = (weekday - (day - 25) + 7) % 7
        return christmas == 4 ? day == 28 : christmas == 5 || christmas == 6 && day == 27
    }

    private static func isEaster(_ date: CivilDate) -> Bool {
        let easter = CivilDate.easter(date.year)
        return date == easter.adding(days: -2) || date == easter.adding(days: 1)
    }

    private static func isMayHoliday(_ date: CivilDate) -> Bool {
        let (year, day) = (date.year, date.day)
        guard date.weekday == 0 else { return false }
        if day <= 7 { return year >= 1978 && year != 1995 && year != 2020 }
        return day >= 25 && year != 2002 && year != 2012 && year != 2022
    }

    /// Jubilees, weddings, a funeral, a coronation, and holidays that were moved for them.
    private static func isSingleHoliday(_ date: CivilDate) -> Bool {
        switch (date.year, date.month, date.day) {
        case (1981, 7, 29), (1995, 5, 8), (1999, 12, 31), (2002, 6, 3...4), (2011, 4, 29),
            (2012, 6, 4...5), (2020, 5, 8), (2022, 6, 2...3), (2022, 9, 19), (2023, 5, 8):
            true
        default: false
        }
    }

    /// The last trading days before Christmas and before New Year.
    private static func closesEarly(_ date: CivilDate) -> Bool {
        guard date.month == 12, date.weekday < 5 else { return false }
        return [24, 31].contains { eve in
            date.day == eve || date.weekday == 4 && (1...2).contains(eve - date.day)
        }
    }
}
