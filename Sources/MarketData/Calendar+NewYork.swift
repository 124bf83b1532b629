/// The New York Stock Exchange from 1970 on. Source: NYSE rule 7.2 and its notices.
enum NewYorkRules {
    /// The minutes from New York's local time to UTC.
    static func shift(_ date: CivilDate) -> Int {
        Daylight.isSummerInNewYork(date) ? 240 : 300
    }

    /// The local minute at which trading begins.
    static func openingMinute(_ date: CivilDate) -> Int {
        (date.year, date.month, date.day) < (1985, 9, 30) ? 600 : 570
    }

    /// The local minute at which trading ends.
    static func closingMinute(_ date: CivilDate) -> Int {
        if closesEarly(date) { return 780 }
        if closesAtTwo(date) { return 840 }
        return (date.year, date.month, date.day) < (1974, 10, 1) ? 930 : 960
    }

    /// True on a weekday without trading that everybody knew in advance.
    static func isHoliday(_ date: CivilDate) -> Bool {
        let (year, day, weekday) = (date.year, date.day, date.weekday)
        switch date.month {
        case 1:
            let isKing = weekday == 0 && (15...21).contains(day) && year >= 1998
            return day == 1 || day == 2 && weekday == 0 || isKing
        case 2:
            return year >= 1971
                ? weekday == 0 && (15...21).contains(day) : isObserved(22, date)
        case 3, 4: return weekday == 4 && date == CivilDate.easter(year).adding(days: -2)
        case 5: return year >= 1971 ? weekday == 0 && day >= 25 : isObserved(30, date)
        case 6: return year >= 2022 && isObserved(19, date)
        case 7: return isObserved(4, date)
        case 9: return weekday == 0 && day <= 7
        case 11: return weekday == 3 && (22...28).contains(day) || isElection(date)
        case 12: return isObserved(25, date)
        default: return false
        }
    }

    /// True on a day of mourning, of an attack, of a storm or of a blackout.
    static func isUnplannedClosure(_ date: CivilDate) -> Bool {
        switch (date.year, date.month, date.day) {
        case (1972, 12, 28), (1973, 1, 25), (1977, 7, 14), (1985, 9, 27), (1994, 4, 27),
            (2001, 9, 11...14), (2004, 6, 11), (2007, 1, 2), (2012, 10, 29...30),
            (2018, 12, 5), (2025, 1, 9):
            true
        default: false
        }
    }

    /// True when trading ends at 13:00: the day after Thanksgiving, Christmas Eve and the eve of
    /// Independence Day, from Monday to Thursday. A Saturday holiday is kept on the Friday, and
    /// the day before that one is a full day.
    private static func closesEarly(_ date: CivilDate) -> Bool {
        let (year, day, weekday) = (date.year, date.day, date.weekday)
        switch date.month {
        case 7 where year >= 1995:
            let isWednesdayOfOld = weekday == 2 && year < 2013
            return day == 3 && weekday < 4 && !isWednesdayOfOld
                || day == 5 && weekday == 4 && year < 2013
        case 11 where year >= 1993: return weekday == 4 && (23...29).contains(day)
        case 12 where year >= 1993: return day == 24 && weekday < 4 || isSingleEarlyClose(date)
        default: return false
        }
    }

    /// True on the last days that ended at 14:00, before 13:00 became the rule.
    private static func closesAtTwo(_ date: CivilDate) -> Bool {
        switch (date.year, date.month, date.day) {
        case (1990...1992, 12, 24), (1992, 11, 27): true
        default: false
        }
    }

    private static func isSingleEarlyClose(_ date: CivilDate) -> Bool {
        switch (date.year, date.month, date.day) {
        case (1997, 12, 26), (1999, 12, 31), (2003, 12, 26): true
        default: false
        }
    }

    /// True when a holiday of this month's `day` is kept on a date: on the Friday before a
    /// Saturday, on the Monday after a Sunday.
    private static func isObserved(_ day: Int, _ date: CivilDate) -> Bool {
        switch date.day - day {
        case 0: date.weekday < 5
        case -1: date.weekday == 4
        case 1: date.weekday == 0
        default: false
        }
    }

    private static func isElection(_ date: CivilDate) -> Bool {
        date.year <= 1980 && date.year % 4 == 0 && date.weekday == 1 && (2...8).contains(date.day)
    }
}
