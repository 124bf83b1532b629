import Analysis
import Backtesting
import Reporting
import Testing

@Suite("Texts of metrics")
struct MetricTextTests {
    @Test("every name, convention and word of an undefined value has Korean of its own")
    func korean() {
        for convention in MetricConvention.allCases {
            for key in MetricCatalog.definitions.map(\.key) {
                guard let definition = MetricCatalog.definition(of: key, under: convention) else {
                    continue
                }
                let texts = [definition.name, definition.convention, definition.undefined]
                for text in texts + [definition.formula] where !Self.isSymbols(text) {
                    #expect(MetricTexts.korean[text] != nil, "\(key): \(text)")
                }
            }
        }
        let english = Set(MetricTexts.korean.keys)
        let used = Set(
            MetricConvention.allCases.flatMap { convention in
                MetricCatalog.definitions.compactMap {
                    MetricCatalog.definition(of: $0.key, under: convention)
                }.flatMap { [$0.name, $0.convention, $0.undefined, $0.formula] }
            } + [
                "undefined", "no trades", "too few returns", "one bar", "no variation",
                "too few common bars",
            ])
        #expect(english.subtracting(used).isEmpty)
    }

    /// True for a formula that needs no translation: every word in it is the name of a quantity.
    private static func isSymbols(_ text: String) -> Bool {
        let names: Set<String> = [
            "mean", "deviation", "periods", "rf", "max", "min", "cov", "var", "log", "sd", "days",
            "SR", "year", "CAGR", "VaR", "CVaR",
        ]
        let words = text.split { !$0.isLetter || !$0.isASCII }.map(String.init)
        return words.allSatisfy { $0.count < 2 || names.contains($0) }
    }
}
