/// The style sheet of charts: classes and custom properties, for light and dark pages.
public enum ChartStyle {
    /// The colours of a light page, as declarations of custom properties.
    public static let light = """
        --paper:#fdfdfc;--raised:#f5f5f2;--ink:#1b1d20;--muted:#5f6368;--rule:#d8d8d3;\
        --grid:#ebebe6;--primary:#4038b0;--secondary:#8a6a45;--neutral:#84888d;\
        --positive:#00705e;--negative:#b5410b;--first:#0067a8;--second:#9a3d86;\
        --third:#8a6100;--fourth:#4d7c0f;
        """

    /// The colours of a dark page.
    public static let dark = """
        --paper:#14161a;--raised:#1c1f24;--ink:#e8e8e4;--muted:#a0a4a9;--rule:#363a40;\
        --grid:#24282d;--primary:#a7a1ff;--secondary:#cfa878;--neutral:#7b8087;\
        --positive:#3fc2a4;--negative:#f5935c;--first:#5fb7f2;--second:#e38dcf;\
        --third:#dcb04a;--fourth:#a3cf5d;
        """

    /// The colours; a page may set others under the same names. An attribute `data-theme` of the
    /// root, `light` or `dark`, goes before the preference of the reader's system.
    public static let colours = """
        :root{\(light)}\
        @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){\(dark)}}\
        @media screen{:root[data-theme=dark]{\(dark)}}
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
        .chart .area{fill-opacity:.16}.chart .column{fill-opacity:.75}\
        .chart .dots{fill:none;stroke-width:6;stroke-linecap:round;stroke-opacity:.6}\
        .chart .candle{stroke-width:1}\
        .chart .candle.positive{fill:var(--paper);stroke:var(--positive)}\
        .chart .candle.negative{fill:var(--negative);stroke:var(--negative)}\
        .chart .marker{stroke:var(--paper);stroke-width:1}\
        .chart .crowd{stroke:none;fill-opacity:.6}\(tones)
        """

    /// The colours of lines and areas, one rule for each tone.
    private static let tones = Tone.allCases.map { tone in
        let name = tone.rawValue
        return ".chart .line.\(name),.chart .rule.\(name),.chart .dots.\(name)"
            + "{stroke:var(--\(name))}"
            + ".chart .area.\(name),.chart .column.\(name),.chart .marker.\(name)"
            + "{fill:var(--\(name))}"
    }.joined()
}
