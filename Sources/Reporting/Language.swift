/// The language in which a page speaks to people; files for machines are the same in all.
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// English.
    case english = "en"
    /// Korean.
    case korean = "ko"
}
