extension PageStyle {
    /// The charts that share a range, and their controls.
    static let workspace = """
        .toolbar{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;gap:6px;\
        align-items:center;padding:8px 0;background:var(--paper);\
        border-bottom:1px solid var(--rule);margin-bottom:10px}
        .toolbar .when{font-weight:620;font-size:13.5px;min-width:13em}
        .toolbar .grow{flex:1}.group{display:flex}.group button{border-radius:0;margin-left:-1px}\
        .group button:first-child{border-radius:6px 0 0 6px;margin-left:0}\
        .group button:last-child{border-radius:0 6px 6px 0}
        html:not(.live) .toolbar,html:not(.live) .help{display:none}
        .panel{margin:0 0 16px;scroll-margin-top:52px}
        .panel figcaption{display:flex;flex-wrap:wrap;gap:0 18px;align-items:baseline;\
        font-size:13px;margin-bottom:3px}
        .panel .name{font-weight:650;font-size:14px}
        .legend{display:flex;flex-wrap:wrap;gap:0 16px;color:var(--muted)}
        .key{white-space:nowrap;max-width:100%;overflow:hidden;text-overflow:ellipsis}
        .key b{color:var(--ink);font-weight:600;white-space:pre-wrap}
        .key i{display:inline-block;width:12px;height:3px;border-radius:2px;vertical-align:middle;\
        margin-right:6px;background:var(--tone)}
        .key.primary{--tone:var(--primary)}.key.secondary{--tone:var(--secondary)}\
        .key.neutral{--tone:var(--neutral)}.key.first{--tone:var(--first)}\
        .key.second{--tone:var(--second)}.key.third{--tone:var(--third)}\
        .key.fourth{--tone:var(--fourth)}.key.positive{--tone:var(--positive)}\
        .key.negative{--tone:var(--negative)}
        .plot{position:relative;overflow-x:auto}
        @media screen and (max-width:960px){html:not(.live) .plot>svg{min-width:900px}}
        .live .plot{height:var(--height);overflow:hidden;touch-action:pan-y;cursor:crosshair;\
        user-select:none;-webkit-user-select:none}
        .live .plot>svg{display:none}
        .live .plot:not([data-drawn])>svg{display:block;height:100%}
        .plot canvas{position:absolute;inset:0;width:100%;height:100%}
        .plot i{position:absolute;display:none;pointer-events:none}
        .cross{top:0;bottom:22px;left:0;width:1px;background:var(--muted)}
        .level{left:0;right:var(--gutter,66px);top:0;height:1px;\
        background:repeating-linear-gradient(90deg,var(--muted) 0 3px,transparent 3px 6px)}
        .level::after{content:attr(data-value);position:absolute;left:100%;top:-10px;\
        margin-left:3px;padding:0 5px;border-radius:3px;background:var(--ink);color:var(--paper);\
        font:600 11.5px/20px system-ui,sans-serif;font-style:normal}
        .plot i.chosen{top:0;bottom:22px;background:var(--primary);opacity:.18}
        .help{color:var(--muted);font-size:12.5px;margin:2px 0 0}
        .why{border:1px solid var(--rule);border-left:3px solid var(--primary);border-radius:6px;\
        padding:12px 16px;margin:0 0 18px;background:var(--raised)}
        .why-head{display:flex;flex-wrap:wrap;gap:6px 16px;justify-content:space-between;\
        align-items:center;margin-bottom:10px}.why-head .buttons{display:flex;gap:6px}
        .why-parts{display:grid;grid-template-columns:1fr 1fr minmax(180px,.6fr);gap:14px 28px}
        .why-parts>*{min-width:0}.why .facts{grid-template-columns:1fr 1fr;align-content:start}
        .why p{margin:0 0 4px}.rule-text{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,\
        Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        .values{margin:6px 0 0;font-size:13px}\
        .values>div{display:flex;justify-content:space-between;gap:16px}\
        .values dt{color:var(--muted);overflow-wrap:anywhere}\
        .values dd{margin:0;white-space:nowrap}
        @media(max-width:860px){.why-parts{grid-template-columns:1fr}}
        @media(max-width:560px){.live .plot{height:calc(var(--height)*.82)}}
        """

    /// Tables: numbers at the right, heads that sort, cells that are shaded by their value.
    static let tables = """
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:13.5px}
        th,td{padding:5px 0 5px 18px;text-align:right;white-space:nowrap;\
        border-bottom:1px solid var(--grid)}
        th{color:var(--muted);font-weight:500;vertical-align:bottom}
        thead th{border-bottom-color:var(--rule)}
        tbody th{color:var(--ink);font-weight:500;vertical-align:middle}
        th:first-child,td:first-child{text-align:left;padding-left:0}
        td.text,th.text{text-align:left}td.long,th.long{text-align:left;white-space:normal;\
        min-width:16em}
        th button{border:0;padding:0;background:none;color:inherit;font-size:inherit;\
        min-height:24px}
        th button:hover:not(:disabled){color:var(--ink);text-decoration:underline}
        th[aria-sort=ascending] button::after{content:" ↑"}
        th[aria-sort=descending] button::after{content:" ↓"}
        tr[data-trade]{cursor:pointer}tr[data-trade]:hover td{background:var(--raised)}
        tr.chosen td{background:var(--raised);box-shadow:inset 0 -1px var(--primary)}
        .trades td button{padding:0 8px;border-color:transparent;background:none;\
        text-decoration:underline dotted;min-width:2.6em;text-align:left;padding-left:0}
        .trades td:nth-child(2),.trades td:last-child,.trades th:last-child{text-align:left}
        .open td{font-style:italic}.median>*{font-weight:640}
        .pager{display:flex;gap:10px;align-items:center;margin-top:10px;font-size:13px}
        .heat{table-layout:fixed;min-width:760px}\
        .heat td,.heat th{padding:4px 2px;text-align:center;border:2px solid var(--paper);\
        font-size:12.5px}.heat th:first-child{text-align:left;padding-right:10px}
        .heat td:nth-last-child(2){border-left-width:10px;font-weight:640}
        .heat .up{background:color-mix(in srgb,var(--positive) var(--mix),var(--paper))}
        .heat .down{background:color-mix(in srgb,var(--negative) var(--mix),var(--paper))}
        .spark{width:120px;height:28px;display:inline-block}\
        .index td{vertical-align:middle}
        .filter{margin:0 0 10px}.filter input{font:inherit;padding:5px 10px;color:var(--ink);\
        background:var(--paper);border:1px solid var(--muted);border-radius:6px;width:16em;\
        max-width:100%}
        .name-cell{max-width:22em;overflow:hidden;text-overflow:ellipsis}
        """
}
