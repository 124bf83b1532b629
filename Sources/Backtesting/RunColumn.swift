/// A column of the Arrow file of a kept run, explained: in the file itself and in the dictionary.
package struct RunColumn: Sendable {
    /// The name; `drawn_*` for all series that pages draw.
    package let name: String
    /// What its numbers count.
    package let unit: String
    /// What it is.
    package let meaning: String

    /// Every column, in the order of the file.
    package static let all: [RunColumn] = [
        RunColumn(name: "time", unit: "microseconds since 1970 UTC", meaning: "start of the bar"),
        RunColumn(name: "equity", unit: "money", meaning: "cash and position, marked at the close"),
        RunColumn(
            name: "buy_and_hold", unit: "money",
            meaning: "the same cash, invested at the close before the first bar and held"),
        RunColumn(
            name: "position", unit: "units", meaning: "held at the close; negative when short"),
        RunColumn(name: "open", unit: price, meaning: "first price of the bar"),
        RunColumn(name: "high", unit: price, meaning: "highest price of the bar"),
        RunColumn(name: "low", unit: price, meaning: "lowest price of the bar"),
        RunColumn(name: "close", unit: price, meaning: "last price of the bar"),
        RunColumn(
            name: "factor", unit: "ratio",
            meaning: "a price times it is on the share basis of the last bar"),
        RunColumn(
            name: "underwater", unit: "fraction",
            meaning: "of the equity below its earlier peak, at least 0"),
        RunColumn(
            name: "held_underwater", unit: "fraction", meaning: "the same, of buying and holding"),
        RunColumn(
            name: "return", unit: "fraction", meaning: "of the equity from the bar before to this"),
        RunColumn(
            name: "rolling_sharpe", unit: "ratio",
            meaning: "annualised, over the bars of a year; NaN before"),
        RunColumn(
            name: "rolling_volatility", unit: "fraction",
            meaning: "annualised, over the bars of a year; NaN before"),
        RunColumn(
            name: "rolling_beta", unit: "ratio", meaning: "over the bars of a year; NaN before"),
        RunColumn(
            name: "benchmark", unit: "money",
            meaning: "the same cash in the benchmark; NaN where there is none"),
        RunColumn(
            name: "drawn_*", unit: "as the series",
            meaning: "a series of the rule that pages draw, counted from 0; the field's metadata "
                + "says its label and its panel"),
    ]

    private static let price = "money a unit"
}
