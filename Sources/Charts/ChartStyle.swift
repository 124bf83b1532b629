/// The style sheet of charts: classes and custom properties, for light and dark pages.
public enum ChartStyle {
    /// The colours; a page may set others under the same names.
    public static let colours = """
        :root{--paper:#fcfcfa;--ink:#1d1f21;--muted:#6a6d70;--rule:#d9d9d4;--grid:#ecece7;\
        --primary:#1d5fa8;--secondary:#a3805a;--neutral:#a2a5a8;--positive:#1f7a4a;\
        --negative:#b0382f}\
        @media(prefers-color-scheme:dark){:root{--paper:#16181a;--ink:#e6e6e2;\
        --muted:#989b9e;--rule:#3a3d40;--grid:#26292b;--primary:#6fb0f2;\
        --secondary:#c9a377;--neutral:#6c7074;--positive:#5cc08a;\
        --negative:#ee7f74}}
        """

    /// The rules for the elements of a chart.
    public static let css = """
        .chart{display:block;width:100%;height:auto}\
        .chart text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;\
        font-variant-numeric:tabular-nums}\
        .chart .tick{fill:var(--muted)}.chart .legend{fill:var(--ink)}\
        .chart .grid{stroke:var(--grid);fill:none}.chart .axis{stroke:var(--rule);fill:none}\
        .chart path{vector-effect:non-scaling-stroke}\
        .chart .line{fill:none;stroke-width:1.5;stroke-linejoin:round}\
        .chart .rule{fill:none;stroke-dasharray:3 4;stroke-width:1}\
        .chart .line.primary,.chart .rule.primary{stroke:var(--primary)}\
        .chart .line.secondary,.chart .rule.secondary{stroke:var(--secondary)}\
        .chart .line.positive,.chart .rule.positive{stroke:var(--positive)}\
        .chart .line.negative,.chart .rule.negative{stroke:var(--negative)}\
        .chart .line.neutral,.chart .rule.neutral{stroke:var(--neutral)}\
        .chart .area{fill-opacity:.16}\
        .chart .area.primary{fill:var(--primary)}\
        .chart .area.secondary{fill:var(--secondary)}\
        .chart .area.neutral{fill:var(--neutral)}\
        .chart .area.positive{fill:var(--positive)}\
        .chart .area.negative{fill:var(--negative)}\
        .chart .candle{stroke-width:1}\
        .chart .candle.positive{fill:var(--paper);stroke:var(--positive)}\
        .chart .candle.negative{fill:var(--negative);stroke:var(--negative)}\
        .chart .marker{stroke:var(--paper);stroke-width:1}\
        .chart .marker.primary{fill:var(--primary)}\
        .chart .marker.secondary{fill:var(--secondary)}\
        .chart .marker.neutral{fill:var(--neutral)}\
        .chart .marker.positive{fill:var(--positive)}\
        .chart .marker.negative{fill:var(--negative)}
        """
}
