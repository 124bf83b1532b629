import MarketData

extension ParameterAxis {
    /// An axis from its text.
    ///
    /// - Parameter text: `fast=20`, `fast=5...50:5`, `share=0.5...2:0.25`, `kind=[a,b]` or
    ///   `filter=[true,false]`. A range of whole numbers without a step takes steps of 1.
    /// - Throws: an error that names the column and says what to write instead.
    public init(_ text: String) throws(SearchError) { self = try AxisText(text: text).axis() }

    /// The axes of several texts.
    ///
    /// - Parameters:
    ///   - texts: each as `init(_:)` takes it.
    ///   - known: the parameters that there are.
    /// - Returns: the axes in the order of the texts.
    /// - Throws: the first mistake, such as a parameter that there is not or that stands twice.
    public static func axes(
        _ texts: [String], known: [String]
    ) throws(SearchError) -> [ParameterAxis] {
        var axes: [ParameterAxis] = []
        for text in texts {
            let axis = try ParameterAxis(text)
            guard known.contains(axis.name) else {
                throw .unknownParameter(
                    axis.name, nearest: nearest(axis.name, in: known), known: known)
            }
            guard !axes.contains(where: { $0.name == axis.name }) else {
                throw .doubledAxis(axis.name)
            }
            axes.append(axis)
        }
        return axes
    }
}

/// Reads the text of an axis.
private struct AxisText {
    let text: String
    private static let forms = "write one value, lowest...highest:step, or a list such as [5,10]"

    func axis() throws(SearchError) -> ParameterAxis {
        guard let equals = text.firstIndex(of: "=") else {
            throw wrong(text[...], "there is no '='; write a name and its values: fast=5...50:5")
        }
        let name = trimmed(text[..<equals])
        guard Self.isName(name) else {
            throw wrong(text[...], "'\(name)' is no parameter's name; write fast=5...50:5")
        }
        let values = trimmed(text[text.index(after: equals)...])
        guard !values.isEmpty else { throw wrong(values, "'\(name)' has no values; \(Self.forms)") }
        if values.first == "[" { return try list(String(name), values) }
        if let dots = values.firstRange(of: "...") {
            return try range(String(name), values[..<dots.lowerBound], values[dots.upperBound...])
        }
        return try list(String(name), elements: [values])
    }

    // MARK: Ranges

    private func range(
        _ name: String, _ lower: Substring, _ rest: Substring
    ) throws(SearchError) -> ParameterAxis {
        if rest.first == "<" {
            throw wrong(rest, "both ends of a range belong to it; leave out the '<'")
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { throw wrong(parts[2], "a range has one step; \(Self.forms)") }
        let ends = [try number(lower), try number(parts[0])]
        let isWhole = ends.allSatisfy(\.isWhole)
        guard parts.count == 2 || isWhole else {
            let end = ends[1].text
            throw wrong(
                rest, "a range of decimals needs a step: \(ends[0].text)...\(end):0.1, say")
        }
        let one = ExactDecimal(coefficient: 1, scale: 0, isWhole: true)
        let step = parts.count == 2 ? try number(parts[1]) : one
        let place = parts.count == 2 ? parts[1] : rest
        let scale = max(ends[0].scale, ends[1].scale, step.scale)
        guard let first = ends[0].coefficient(at: scale), let last = ends[1].coefficient(at: scale),
            let stride = step.coefficient(at: scale)
        else { throw wrong(lower, "these numbers have more than 15 digits together; use fewer") }
        guard stride > 0 else {
            throw wrong(place, "the step must be above 0, was \(step.text)")
        }
        guard first <= last else {
            throw wrong(
                lower,
                "the range is reversed; write \(ends[1].text)...\(ends[0].text):\(step.text)")
        }
        let isInteger = isWhole && step.isWhole
        guard (last - first).isMultiple(of: stride) else {
            let remedy = UnevenStep(first: first, last: last, step: stride)
                .remedy(scale: scale, isWhole: isInteger)
            throw wrong(place, remedy)
        }
        return ParameterAxis(
            name, isInteger ? .integer : .decimal, scale: scale, first: first,
            step: first == last ? 1 : stride,
            count: (last - first) / stride + 1)
    }

    // MARK: Lists

    private func list(_ name: String, _ values: Substring) throws(SearchError) -> ParameterAxis {
        guard values.last == "]" else {
            throw wrong(values, "the list has no ']' at its end; write [5,10,20]")
        }
        let inside = values.dropFirst().dropLast()
        let elements = inside.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
        guard !trimmed(inside).isEmpty else {
            throw wrong(values, "the list is empty; write at least one value, such as [5,10]")
        }
        return try list(name, elements: elements)
    }

    private func list(
        _ name: String, elements: [Substring]
    ) throws(SearchError) -> ParameterAxis {
        if let gap = elements.first(where: \.isEmpty) {
            throw wrong(gap, "a value of the list is missing; write [5,10,20]")
        }
        if elements.allSatisfy({ $0 == "true" || $0 == "false" }) {
            try demandDistinct(elements, elements.map(String.init))
            return ParameterAxis(
                name, .boolean, scale: 0, listed: elements.map { $0 == "true" ? 1 : 0 })
        }
        if elements.allSatisfy(isWord) {
            try demandDistinct(elements, elements.map(String.init))
            return ParameterAxis(name, words: elements.map(String.init))
        }
        var numbers: [ExactDecimal] = []
        for element in elements { numbers.append(try number(element)) }
        let scale = numbers.map(\.scale).max() ?? 0
        var coefficients: [Int] = []
        for (element, number) in zip(elements, numbers) {
            guard let coefficient = number.coefficient(at: scale) else {
                throw wrong(element, "these numbers have more than 15 digits together; use fewer")
            }
            coefficients.append(coefficient)
        }
        try demandDistinct(elements, coefficients)
        let kind: ParameterAxis.Kind = numbers.allSatisfy(\.isWhole) ? .integer : .decimal
        guard coefficients.count > 1 else {
            return ParameterAxis(
                name, kind, scale: scale, first: coefficients[0], step: 1, count: 1)
        }
        return ParameterAxis(name, kind, scale: scale, listed: coefficients)
    }

    private func demandDistinct(
        _ elements: [Substring], _ values: [some Hashable]
    ) throws(SearchError) {
        var seen: Set<AnyHashable> = []
        for (element, value) in zip(elements, values) where !seen.insert(value).inserted {
            throw wrong(element, "\(element) stands twice in the list; leave one out")
        }
    }

    // MARK: Numbers and words

    private func number(_ text: Substring) throws(SearchError) -> ExactDecimal {
        let text = trimmed(text)
        do { return try ExactDecimal(text) } catch {
            switch error {
            case .notFinite: throw wrong(text, "'\(text)' is no finite number; write one")
            case .tooManyDigits:
                throw wrong(text, "'\(text)' has more digits than are kept exactly; use 15")
            case .noNumber: throw wrong(text, "'\(text)' is no number; \(Self.forms)")
            }
        }
    }

    /// Numbers that are none are refused, not taken for words.
    private func isWord(_ text: Substring) -> Bool {
        guard Self.isName(text) else { return false }
        do {
            _ = try ExactDecimal(text)
            return false
        } catch { return error == .noNumber }
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.first, first.isLetter || first == "_" else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }

    private func trimmed(_ part: Substring) -> Substring {
        var part = part.drop { $0 == " " }
        while part.last == " " { part.removeLast() }
        return part
    }

    /// An error at the place where a part of the text begins.
    private func wrong(_ part: Substring, _ problem: String) -> SearchError {
        .badAxis(
            text, column: text.distance(from: text.startIndex, to: part.startIndex) + 1,
            problem: problem)
    }
}
