import Charts

/// The style sheet of a page; the colours come from `ChartStyle`.
enum PageStyle {
    /// The whole style sheet, with the colours of gains and losses asked for.
    static func all(_ colors: TrendColors) -> String {
        let own =
            colors == .western
            ? ""
            : ":root{\(colors.light)}@media screen and (prefers-color-scheme:dark){"
                + ":root:not([data-theme=light]){\(colors.dark)}}"
                + "@media screen{:root[data-theme=dark]{\(colors.dark)}}"
        return ChartStyle.colours + own + ChartStyle.css + frame + parts + workspace + tables
            + rest
    }

    private static let frame = """
        *{box-sizing:border-box}\
        html{-webkit-text-size-adjust:100%;background:var(--paper);color-scheme:light dark}
        :root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
        body{margin:0 auto;max-width:1200px;padding:32px 32px 64px;background:var(--paper);\
        color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,\
        "Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","NanumGothic",sans-serif;\
        font-variant-numeric:tabular-nums}
        html[lang=ko] body{word-break:keep-all}
        p{margin:0 0 8px}a{color:var(--primary);text-underline-offset:2px}
        :focus-visible{outline:2px solid var(--primary);outline-offset:2px;border-radius:3px}
        main:focus{outline:none}
        .skip{position:absolute;left:-999em}.skip:focus{left:16px;top:8px;padding:8px 12px;\
        background:var(--paper);z-index:9}
        header{display:flex;justify-content:space-between;gap:24px;align-items:flex-start;\
        margin-bottom:20px}header>div{min-width:0}
        .kicker{color:var(--muted);font-size:13px;margin-bottom:2px}
        h1{font-size:32px;line-height:1.15;font-weight:680;letter-spacing:-.018em;margin:0 0 6px;\
        overflow-wrap:anywhere}
        .subtitle{font-size:16px;margin-bottom:4px}
        .data{color:var(--muted);font-size:13px;overflow-wrap:anywhere}
        button{font:inherit;font-size:13px;color:var(--ink);background:var(--paper);cursor:pointer;\
        border:1px solid var(--rule);border-radius:6px;padding:3px 10px;white-space:nowrap}
        button:hover:not(:disabled){border-color:var(--muted)}\
        button:disabled{color:var(--muted);cursor:default;opacity:.6}
        button[aria-pressed=true]{background:var(--ink);color:var(--paper);\
        border-color:var(--ink)}
        nav.instruments{display:flex;flex-wrap:wrap;gap:4px;padding:0 0 10px;\
        border-bottom:1px solid var(--rule);margin-bottom:20px}
        nav a{text-decoration:none;padding:4px 11px;border-radius:6px;color:var(--ink);\
        max-width:100%;overflow:hidden;text-overflow:ellipsis}nav a:hover{background:var(--raised)}
        nav a[aria-current]{background:var(--ink);color:var(--paper)}
        """

    private static let parts = """
        section{margin-top:36px}section.run{scroll-margin-top:12px}\
        main>section:first-child{margin-top:0}.nb{white-space:nowrap}.block{margin:0 0 26px}
        h2{font-size:24px;line-height:1.25;font-weight:670;letter-spacing:-.012em;margin:0 0 6px;\
        overflow-wrap:anywhere}
        h3{font-size:17px;font-weight:650;letter-spacing:-.005em;margin:40px 0 10px}
        h4{font-size:13.5px;font-weight:650;margin:0 0 4px}
        .headline{max-width:54em;font-size:16.5px;line-height:1.55;margin-bottom:20px;\
        overflow-wrap:anywhere}
        .warning{border-left:3px solid var(--negative);padding:6px 12px;background:var(--raised)}
        .tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:0 28px;margin:0 0 26px}
        .tiles>div{padding:10px 0 9px;border-top:1px solid var(--rule);min-width:0}
        .tiles dt{color:var(--muted);font-size:12.5px}
        .tiles dd{margin:0}.tiles .figure{font-size:22px;line-height:1.35;font-weight:640;\
        letter-spacing:-.01em}
        .tiles .words{font-size:15px;line-height:1.98;font-weight:500;color:var(--muted)}
        .tiles .note{color:var(--muted);font-size:12.5px}
        .gain{color:var(--positive)}.loss{color:var(--negative)}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:8px 40px}.pair>*{min-width:0}
        .stack>*+*{margin-top:18px}
        figure{margin:0}.block figcaption,.caption{font-size:13.5px;font-weight:650;\
        margin-bottom:4px}
        .note{color:var(--muted);font-size:13px;margin:4px 0 0}
        details{border-top:1px solid var(--rule);padding:10px 0}
        details[open]{padding-bottom:20px}
        summary{cursor:pointer;font-weight:620}details>:not(summary){margin-top:10px}
        .facts{display:grid;grid-template-columns:repeat(3,1fr);gap:8px 32px;margin:0}
        .facts>div{min-width:0}.facts dt{color:var(--muted);font-size:12.5px}
        .facts dd{margin:0;overflow-wrap:anywhere}
        pre{margin:8px 0 0;padding:12px 14px;background:var(--raised);border-radius:6px;\
        font:12.5px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;\
        white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}
        footer{margin-top:48px;padding-top:14px;border-top:1px solid var(--rule);\
        color:var(--muted);font-size:13px;max-width:66em}
        """

    private static let rest = """
        .graph{overflow-x:auto}.graph svg{display:block;max-width:none;height:auto}
        .graph rect{fill:var(--raised);stroke:var(--rule)}\
        .graph .end rect{fill:var(--paper);stroke:var(--primary);stroke-width:1.5}\
        .graph .start rect{fill:var(--paper)}\
        .graph path{fill:none;stroke:var(--neutral);stroke-width:1.2}\
        .graph text{fill:var(--ink);font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,\
        "DejaVu Sans Mono",monospace}
        .term{border:0;padding:0;background:none;font-size:inherit;text-align:left;\
        text-decoration:underline dotted var(--muted);text-underline-offset:3px;cursor:help;\
        white-space:normal}
        .tip{position:relative;display:inline-block}
        .tip [role=tooltip]{display:none;position:absolute;left:0;top:calc(100% + 6px);z-index:5;\
        width:min(340px,70vw);padding:8px 12px;border-radius:6px;background:var(--ink);\
        color:var(--paper);font-size:13px;line-height:1.45;font-weight:400;white-space:normal;\
        text-align:left}
        .tip:hover [role=tooltip],.term:focus+[role=tooltip]{display:block}
        @media(max-width:860px){.pair{grid-template-columns:1fr}\
        .facts{grid-template-columns:1fr 1fr}.tiles{grid-template-columns:repeat(2,1fr)}}
        @media(max-width:560px){body{padding:20px 16px 48px}h1{font-size:26px}\
        .tiles{gap:0 18px}.tiles .figure{font-size:19px}.facts{grid-template-columns:1fr}\
        header{gap:12px}.toolbar .grow{flex-basis:100%}\
        .pair figure{overflow-x:auto}.pair svg{min-width:500px}}
        @media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
        @media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}\
        body{max-width:none;padding:0;font-size:11px}.scroll,.graph{overflow:visible}\
        table{font-size:9px}td,th{padding:2px 4px!important}.graph svg{max-width:100%}\
        .pair{grid-template-columns:1fr 1fr}.tiles{grid-template-columns:repeat(4,1fr)}\
        nav,.toolbar,.why,.pager button,.skip,\
        #theme,.help,input{display:none!important}.live .plot canvas,.plot i{display:none}\
        .live .plot>svg{display:block!important}.live .plot{height:auto}\
        figure,tr,.tiles>div{break-inside:avoid}a{color:inherit;text-decoration:none}}
        """
}
