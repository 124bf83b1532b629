/// An indicator by the name under which it is typed and listed: parameters, outputs, and what it
/// makes of the bars.
///
/// Some are one kernel, some are several that work together; both are nodes of a plan, so one list
/// serves the command line, the laws, the golden files and the table in docs.
public struct Indicator: Sendable {
    /// What sort of indicator it is.
    public enum Group: String, CaseIterable, Sendable {
        /// Averages of prices.
        case average = "Averages"
        /// How fast and how surely prices move.
        case momentum = "Momentum"
        /// How far prices move, and bands around them.
        case volatility = "Volatility and bands"
        /// Prices weighed by what was traded.
        case volume = "Volume"
        /// Statistics of windows.
        case statistics = "Statistics"
        /// Transforms of price, and cycles.
        case price = "Price and cycle"
        /// Patterns of candles.
        case candles = "Candlestick patterns"
    }

    /// One parameter.
    public struct Parameter: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its usual value.
        public let usual: Double
        /// The values that make sense; whole ones alone where it is a count.
        public let range: ClosedRange<Double>
        /// True where only whole numbers make sense.
        public let isCount: Bool

        /// The values that are accepted, where not all within the range are.
        public private(set) var choices: [Double] = []

        /// The range in words: `1...1000000`, `0.01...0.99`, `≥ 0`, `0, 1 or 3`.
        public var rangeText: String {
            if let last = choices.last {
                let others = choices.dropLast().map { text(of: $0) }
                return "\(others.joined(separator: ", ")) or \(text(of: last))"
            }
            let (least, most) = (range.lowerBound, range.upperBound)
            func short(_ value: Double) -> String {
                Int(exactly: value).map { "\($0)" } ?? "\(value)"
            }
            if most < 1e300 { return "\(short(least))...\(short(most))" }
            return least > -1e300 ? "≥ \(short(least))" : "any number"
        }

        /// True for a value that makes sense.
        public func accepts(_ value: Double) -> Bool {
            range.contains(value) && (!isCount || value == value.rounded())
                && (choices.isEmpty || choices.contains(value))
        }

        /// A value as identities have it: counts without a point.
        public func text(of value: Double) -> String {
            isCount ? Int(exactly: value).map { "\($0)" } ?? "\(value)" : "\(value)"
        }

        /// A count of bars.
        public static func count(_ name: String, _ usual: Int, least: Int = 1) -> Self {
            Self(name: name, usual: Double(usual), range: Double(least)...1_000_000, isCount: true)
        }

        /// The number of bars of a window.
        public static func period(_ usual: Int, least: Int = 1) -> Self {
            count("period", usual, least: least)
        }

        /// A kind of average by TA-Lib's number.
        public static func kind(_ name: String, _ usual: AverageKind) -> Self {
            let numbers = AverageKind.allCases.map { Double($0.number) }
            return Self(
                name: name, usual: Double(usual.number), range: 0...(numbers.max() ?? 0),
                isCount: true, choices: numbers)
        }

        /// A number within a range; not negative where none is given.
        public static func number(
            _ name: String, _ usual: Double, _ range: ClosedRange<Double> = 0...1e300
        ) -> Self {
            Self(name: name, usual: usual, range: range, isCount: false)
        }

        /// A number of either sign.
        public static func signed(_ name: String, _ usual: Double) -> Self {
            Self(name: name, usual: usual, range: -1e300...1e300, isCount: false)
        }
    }

    /// The name as typed.
    public let name: String
    /// What it is called.
    public let title: String
    /// What sort of indicator it is.
    public let group: Group
    /// TA-Lib's name, where it has one.
    public let taLib: String?
    /// The name in golden files and of the independent definition: TA-Lib's, where it has one.
    public let reference: String?
    /// The parameters, in the order in which they are typed.
    public let parameters: [Parameter]
    /// The names of the outputs.
    public let outputNames: [String]
    /// True where the outputs are hundred times a ratio: its plan sees a plain number.
    private let isPercent: Bool
    private let make: @Sendable (Bars, [Double]) -> [Signal]

    init(
        _ name: String, _ title: String, _ group: Group, taLib: String? = nil,
        reference: String? = nil, _ parameters: [Parameter] = [], outputs: [String] = ["value"],
        isPercent: Bool = false, _ make: @escaping @Sendable (Bars, [Double]) -> [Signal]
    ) {
        (self.name, self.title, self.group, self.taLib) = (name, title, group, taLib)
        (self.parameters, outputNames, self.make) = (parameters, outputs, make)
        self.reference = reference ?? taLib
        self.isPercent = isPercent
    }

    /// The outputs in terms of the bars, with one value for each parameter, or the usual ones.
    ///
    /// - Precondition: as many as parameters, each in its range.
    public func signals(of bars: Bars, _ values: [Double] = []) -> [Signal] {
        let chosen = values.isEmpty ? parameters.map(\.usual) : values
        precondition(accepts(chosen), "\(name) does not take \(chosen)")
        return make(bars, chosen)
    }

    /// What each output counts in.
    ///
    /// - Parameter plan: that of the indicator.
    /// - Returns: one unit an output.
    public func units(in plan: Plan) -> [Plan.Unit] {
        plan.shownNodes.map { isPercent ? .percent : plan.unit(ofNode: $0) }
    }

    /// True for as many values as there are parameters, each in its range and all in accord.
    public func accepts(_ values: [Double]) -> Bool {
        values.count == parameters.count
            && zip(parameters, values).allSatisfy { $0.accepts($1) } && conflict(values) == nil
    }

    /// Why values that are each in their range do not go together.
    ///
    /// - Parameter values: one for each parameter.
    /// - Returns: what is wrong, with the remedy; nil where they go together.
    public func conflict(_ values: [Double]) -> String? {
        guard let (first, least) = zip(parameters, values).first(where: { $0.0.name == "least" }),
            let (last, most) = zip(parameters, values).first(where: { $0.0.name == "most" }),
            least > most
        else { return nil }
        return "least is \(first.text(of: least)), above most, \(last.text(of: most)); "
            + "exchange them"
    }

    /// The plan that shows the outputs and trades nothing.
    public func plan(_ values: [Double] = []) -> Plan {
        Plan(showing: signals(of: Bars(), values), name: name)
    }
}
