import Charts

/// The figures of a comparison as cells of a page's table.
enum ComparisonCells {
    static func heads(_ language: Language) -> [Hypertext.Head] {
        ComparisonColumn.allCases.map {
            Hypertext.Head(title($0, language), isSortable: true)
        }
    }

    static func cells(_ row: ComparisonRow) -> String {
        ComparisonColumn.allCases.map { column in
            let value = row.values[column]
            let isGain = [.totalReturn, .cagr, .buyAndHoldReturn].contains(column)
            return Hypertext.sorted(
                column.text(of: value), by: value, tone: isGain ? value : nil)
        }.joined()
    }

    static func title(_ column: ComparisonColumn, _ language: Language) -> String {
        guard language == .korean else { return column.title }
        return switch column {
        case .totalReturn: "총수익률"
        case .cagr: "연평균"
        case .sharpe: "샤프"
        case .drawdown: "최대 낙폭"
        case .trades: "거래"
        case .winRate: "승률"
        case .exposure: "노출도"
        case .buyAndHoldReturn: "보유 시"
        }
    }
}
