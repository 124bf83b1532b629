/// The names of months.
enum MonthName {
    /// A month, 1…12, as the head of a column.
    static func short(_ month: Int, _ language: Language) -> String {
        if language == .korean { return "\(month)월" }
        let names = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : "?"
    }
}
