/// The style sheet of a page; the colours come from `ChartStyle`.
enum PageStyle {
    static let css = """
        *{box-sizing:border-box}html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
        body{margin:0 auto;max-width:1040px;padding:40px 28px 64px;background:var(--paper);\
        color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;\
        font-variant-numeric:tabular-nums}
        p{margin:0 0 8px}a{color:var(--primary)}
        header{margin-bottom:28px}
        .kicker{color:var(--muted);font-size:13px;letter-spacing:.02em}
        h1{font-size:34px;line-height:1.15;font-weight:650;letter-spacing:-.015em;\
        margin:0 0 6px;overflow-wrap:anywhere}
        .subtitle{font-size:17px}.data{color:var(--muted);font-size:13px;\
        overflow-wrap:anywhere}
        nav{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:4px 18px;\
        padding:10px 0;margin-bottom:12px;background:var(--paper);\
        border-bottom:1px solid var(--rule)}
        nav a{text-decoration:none;font-weight:550}nav a:hover{text-decoration:underline}
        section{margin-top:44px;padding-top:20px;border-top:1px solid var(--rule);\
        scroll-margin-top:48px}
        header+main>section:first-child{margin-top:0}
        h2{font-size:22px;font-weight:650;letter-spacing:-.01em;margin:0 0 8px;\
        overflow-wrap:anywhere}
        .headline{max-width:46em;font-size:16px;margin-bottom:22px;overflow-wrap:anywhere}
        .tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:1px;margin:0 0 28px;\
        background:var(--rule);border:1px solid var(--rule)}
        .tiles>div{background:var(--paper);padding:12px 14px}
        .tiles dt,.tiles .note{color:var(--muted);font-size:12.5px}
        .tiles dd{margin:0}.tiles .figure{font-size:21px;line-height:1.4;font-weight:600}
        .tiles .words{font-size:16px;line-height:1.84;font-weight:500;color:var(--muted)}
        .gain{color:var(--positive)}.loss{color:var(--negative)}
        figure{margin:0 0 26px}figcaption{font-weight:600;margin-bottom:4px}
        .scroll{overflow-x:auto}.scroll .chart{min-width:640px}
        table{border-collapse:collapse;width:100%;font-size:13.5px}
        th,td{padding:5px 0 5px 18px;text-align:right;white-space:nowrap;\
        border-bottom:1px solid var(--grid)}
        th{color:var(--muted);font-weight:500;border-bottom-color:var(--rule)}
        th:first-child,td:first-child{text-align:left;padding-left:0}
        .trades th:last-child,.trades td:last-child,.rejections th:last-child,\
        .rejections td:last-child{text-align:left;white-space:normal}
        .overview{margin-top:16px}.median td{font-weight:600;border-bottom:0}
        .open td{font-style:italic}
        details{border-top:1px solid var(--rule);padding:9px 0}
        details[open]{padding-bottom:18px}
        .facts>div{min-width:0}
        summary{cursor:pointer;font-weight:600}details>:not(summary){margin-top:10px}
        .facts{display:grid;grid-template-columns:repeat(2,1fr);gap:8px 28px}
        details>.facts{margin:10px 0 14px}
        .facts dt{color:var(--muted);font-size:12.5px}
        .facts dd{margin:0;overflow-wrap:anywhere}
        pre{margin:8px 0 0;padding:12px 14px;overflow-x:auto;border:1px solid var(--rule);\
        font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;\
        white-space:pre-wrap;overflow-wrap:anywhere}
        footer{margin-top:44px;padding-top:14px;border-top:1px solid var(--rule);\
        color:var(--muted);font-size:13px;max-width:60em}
        @media(max-width:720px){body{padding:24px 16px 48px}\
        .tiles{grid-template-columns:repeat(2,1fr)}.facts{grid-template-columns:1fr}\
        h1{font-size:28px}}
        @media print{nav{display:none}body{max-width:none}}
        """
}
