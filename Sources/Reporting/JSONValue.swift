/// A value of strict JSON: keys in the order given, undefined numbers as `null`.
public enum JSONValue: Sendable, Hashable {
    /// One key with its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value.
        public let value: JSONValue

        /// A member from its parts.
        public init(_ key: String, _ value: JSONValue) { (self.key, self.value) = (key, value) }
    }

    /// Keys and values, in the order written.
    case object([Member])
    /// A list.
    case array([JSONValue])
    /// Text; nil is `null`.
    case text(String?)
    /// A number; nil and what is not finite are `null`.
    case number(Double?)
    /// A whole number.
    case integer(Int)
    /// True or false.
    case boolean(Bool)

    /// The text with two spaces a level and a line feed at the end.
    public var document: String {
        var result = ""
        append(to: &result, indent: "\n", isEmbedded: false)
        return result + "\n"
    }

    /// The text on one line for a script element of a page: `<` is written `\u003c`.
    public var embedded: String {
        var result = ""
        append(to: &result, indent: "", isEmbedded: true)
        return result
    }

    private func append(to result: inout String, indent: String, isEmbedded: Bool) {
        switch self {
        case .object(let members):
            Self.appendList(members, "{", "}", to: &result, indent: indent) { member, text, inner in
                text += Self.quoted(member.key, isEmbedded: isEmbedded) + ": "
                member.value.append(to: &text, indent: inner, isEmbedded: isEmbedded)
            }
        case .array(let values):
            Self.appendList(values, "[", "]", to: &result, indent: indent) { value, text, inner in
                value.append(to: &text, indent: inner, isEmbedded: isEmbedded)
            }
        case .text(let text):
            result += text.map { Self.quoted($0, isEmbedded: isEmbedded) } ?? "null"
        case .number(let value): result += value.flatMap(DelimitedText.shortest) ?? "null"
        case .integer(let value): result += "\(value)"
        case .boolean(let value): result += value ? "true" : "false"
        }
    }

    private static func appendList<Element>(
        _ elements: [Element], _ opening: String, _ closing: String, to result: inout String,
        indent: String, each: (Element, inout String, String) -> Void
    ) {
        result += opening
        let inner = indent.isEmpty ? "" : indent + "  "
        for (index, element) in elements.enumerated() {
            result += (index == 0 ? "" : ",") + inner
            each(element, &result, inner)
        }
        result += (elements.isEmpty ? "" : indent) + closing
    }

    private static func quoted(_ text: String, isEmbedded: Bool) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x0A: result += "\\n"
            case 0x3C where isEmbedded: result += "\\u003c"
            case 0x00...0x1F, 0x7F, 0x2028...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
