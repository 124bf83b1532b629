/// A text of a page in every language; `%1`, `%2` stand for what is filled in.
struct Phrase: Sendable {
    let english: String
    let korean: String

    init(_ english: String, _ korean: String) {
        (self.english, self.korean) = (english, korean)
    }

    /// The text in one language.
    func text(_ language: Language) -> String {
        language == .korean ? korean : english
    }

    /// The text with its places filled, in order.
    func text(_ language: Language, _ values: String...) -> String {
        var (result, isPlace) = ("", false)
        for letter in text(language) {
            if isPlace, let index = letter.wholeNumberValue, values.indices.contains(index - 1) {
                result += values[index - 1]
            } else if letter != "%" {
                result += (isPlace ? "%" : "") + String(letter)
            }
            isPlace = letter == "%"
        }
        return isPlace ? result + "%" : result
    }
}
