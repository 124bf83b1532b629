import Backtesting
import Foundation
import Reporting
import Testing

/// Opens pages in a browser, where one is installed.
@Suite(
    "Pages in a browser", .serialized,
    .enabled(if: Browser.path != nil, "no /usr/bin/chromium on this machine"))
struct BrowserTests {
    /// Writes a page, with a script of the test at its end, and opens it. A script that awaits a
    /// frame calls `until(done, then)`: a busy machine may draw long after any fixed time.
    func visit(
        _ html: String, script: String = "", query: String = "", width: Int = 1_280
    ) throws -> Browser.Visit {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("page-\(UUID().uuidString).html")
        defer { try? FileManager.default.removeItem(at: file) }
        let probe = """
            <script>const until = (done, then, looks = 80) => done() || looks === 0
            ? then() : setTimeout(() => until(done, then, looks - 1), 100);
            setTimeout(() => {\(script)}, 500)</script></body>
            """
        let text = script.isEmpty ? html : html.replacingOccurrences(of: "</body>", with: probe)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return try Browser.visit(file.path + query, width: width)
    }

    private func count(_ text: String, in visit: Browser.Visit) -> Int {
        visit.dom.components(separatedBy: text).count - 1
    }

    func expectQuiet(_ visit: Browser.Visit) {
        #expect(visit.complaints.isEmpty)
        #expect(visit.dom.contains("data-ready=\"yes\""))
        #expect(!visit.dom.contains("data-error"))
    }

    @Test("draw every chart, without a complaint", arguments: Language.allCases)
    func draws(language: Language) throws {
        let result = try MarketFixture(count: 600).result()
        let options = ReportOptions(language: language, colors: .korean)
        let html = RunPage([result], options: options).html
        let page = try visit(
            html,
            script: """
                document.querySelectorAll(".plot").forEach(plot => plot.scrollIntoView());
                setTimeout(() => { document.body.dataset.wide =
                document.documentElement.scrollWidth - innerWidth; }, 300)
                """, query: "?theme=dark", width: 500)
        expectQuiet(page)
        #expect(page.dom.contains("<html lang=\"\(language.rawValue)\""))
        #expect(page.dom.contains("data-theme=\"dark\""))
        let panels = count("class=\"panel\"", in: page)
        #expect(panels >= 8 && count("<canvas", in: page) == panels)
        #expect(page.dom.contains("data-wide=\"0\"") || page.dom.contains("data-wide=\"-"))
    }

    @Test("zoom to a trade that is chosen, and say why it happened")
    func choosesTrade() throws {
        let page = try visit(
            RunPage([try MarketFixture(count: 900).result()]).html,
            script: """
                const before = document.querySelector(".when").textContent;
                document.querySelectorAll(".trades tbody tr button")[1].click();
                const after = () => document.querySelector(".when").textContent;
                until(() => after() !== before, () => {
                document.body.dataset.zoomed = before !== after();
                const card = document.querySelector(".why");
                document.body.dataset.why = card.textContent;
                document.querySelector(".why button").dispatchEvent(
                new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
                document.body.dataset.closed = card.hidden; })
                """)
        #expect(page.dom.contains("data-closed=\"true\""))
        expectQuiet(page)
        #expect(page.dom.contains("data-zoomed=\"true\""))
        #expect(page.dom.contains("sma(close, 10) &gt; sma(close, 50), begins"))
        // The values that were compared, before the decision and at it, beside the close.
        let values = /close\d+\.\d{3} → \d+\.\d{3}sma\(close, 10\)\d+\.\d{3} → \d+\.\d{3}sma/
        #expect(page.dom.contains(values))
    }

    @Test("zoom by keys and come back; sort trades by a head")
    func keys() throws {
        let page = try visit(
            RunPage([try MarketFixture(count: 900).result()]).html,
            script: """
                const plot = document.querySelector(".plot"), note = document.body.dataset;
                const when = () => document.querySelector(".when").textContent;
                const press = key => plot.dispatchEvent(new KeyboardEvent("keydown", { key }));
                const steps = [];
                const next = keys => { if (!keys.length) { note.steps = steps.join("|"); return; }
                const before = when(); press(keys[0]); until(() => when() !== before, () => {
                steps.push(when()); next(keys.slice(1)); }, 20); };
                next(["+", "ArrowLeft", "+", "0"]);
                const head = document.querySelector(".trades th button[data-key=profit]");
                head.click();
                const cells = () => [...document.querySelectorAll(".trades tbody tr[data-trade]")]
                .map(row => row.cells[7].textContent.replace("−", "-").replace(",", ""))
                .map(parseFloat);
                const seen = cells();
                note.sorted = seen.every((value, at) => at === 0 || seen[at - 1] >= value);
                """)
        expectQuiet(page)
        let start = try #require(page.dom.range(of: "data-steps=\""))
        let steps = page.dom[start.upperBound...].prefix { $0 != "\"" }.split(separator: "|")
        #expect(steps.count == 4 && Set(steps).count == 4)
        #expect(steps.last?.contains("900 bars") == true)
        #expect(page.dom.contains("data-sorted=\"true\""))
    }

    /// A page that is hidden or slow gets no frames; here each is drawn at once.
    @Test("draw a marker of a thinned page at the fraction of its bar's number")
    func thinned() throws {
        // Two thirds of the bars have one extreme in each stretch, the others many.
        let close = (0..<60_000).map { (row: Int) -> Double in
            row < 40_000 ? 100 : 100 + Double(row * 7_919 % 101) / 10
        }
        var fixture = ResultFixture(close: close, equity: close.map { $0 * 100 })
        fixture.stepMicroseconds = 60_000_000
        fixture.trades = [
            fixture.trade(40_000, 40_300, entryPrice: 100, exitPrice: 105, quantity: 1)
        ]
        let html = RunPage([try fixture.result()]).html.replacing(
            "<head>",
            with: """
                <head><script>window.requestAnimationFrame = draw => setTimeout(draw, 1);
                window.IntersectionObserver = class { observe() {} };
                const pen = CanvasRenderingContext2D.prototype, tips = [];
                const move = pen.moveTo, close = pen.closePath; let last = 0;
                pen.moveTo = function(x, y) { last = x; move.call(this, x, y); };
                pen.closePath = function() { const plot = this.canvas.parentNode;
                tips.push([last, plot.clientWidth - parseFloat(getComputedStyle(plot.closest(
                "section")).getPropertyValue("--gutter") || "66")]); close.call(this); };</script>
                """)
        let page = try visit(
            html,
            script: """
                const note = document.body.dataset, when = document.querySelector(".when");
                note.all = when.textContent;
                until(() => tips.length > 1, () => {
                note.whole = tips.slice(-2).flat().join(" "); tips.length = 0;
                document.querySelector(".trades tbody tr button").click();
                until(() => tips.length > 1, () => {
                note.zoomed = tips.slice(-2).flat().join(" ");
                note.size = when.textContent; }); })
                """)
        expectQuiet(page)
        for (name, from, to) in [("whole", 0.0, 60_000.0), ("zoomed", 39_820, 40_480)] {
            let text = try #require(page.dom.firstRange(of: "data-\(name)=\""))
            let values = page.dom[text.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
                .compactMap { Double($0) }
            #expect(values.count == 4)
            for (index, bar) in [40_000.0, 40_300].enumerated() where values.count == 4 {
                let (x, width) = (values[2 * index], values[2 * index + 1])
                #expect(abs(x - (bar + 0.5 - from) / (to - from) * width) < 0.01, "\(name)")
            }
        }
        #expect(page.dom.contains("· 60,000 bars ("))
        #expect(page.dom.contains("· 660 bars\""))
    }

    /// What is drawn on a canvas leaves no text behind, so the test listens to the pen.
    @Test("label the same values before and after the script", arguments: ["", "flat", "millions"])
    func sharedTicks(kind: String) throws {
        let rise = (0..<50).map { 5 + Double($0 % 9) }
        let flat = [Double](repeating: 5, count: 50)
        let result =
            switch kind {
            case "flat": try ResultFixture(close: flat, equity: flat.map { $0 * 2_000 }).result()
            case "millions": try ResultFixture(close: rise, equity: rise.map { $0 * 2e6 }).result()
            default: try MarketFixture(count: 600).result()
            }
        let html = RunPage([result]).html.replacing(
            "<head>",
            with: """
                <head><script>const pen = CanvasRenderingContext2D.prototype, say = pen.fillText;
                const seen = new Map();
                pen.fillText = function(text, x, y) { if (this.textAlign === "start") {
                const id = this.canvas.closest(".panel").id;
                if (!seen.has(id)) seen.set(id, new Set());
                seen.get(id).add(text); } say.call(this, text, x, y); };</script>
                """)
        let page = try visit(
            html,
            script: """
                until(() => {
                const next = [...document.querySelectorAll(".panel")]
                .find(panel => !seen.has(panel.id));
                next?.scrollIntoView();
                return !next; }, () => {
                const wrong = [], note = document.body.dataset;
                for (const panel of document.querySelectorAll(".panel")) {
                const drawn = [...panel.querySelectorAll("svg .tick:not([text-anchor])")]
                .map(text => text.textContent).join("|");
                const live = [...(seen.get(panel.id) || [])].join("|");
                if (drawn !== live || drawn.split("|").length < 3)
                wrong.push(panel.id + ": " + drawn + " / " + live); }
                note.wrong = wrong.join("; "); note.panels = seen.size; })
                """, width: 900)
        expectQuiet(page)
        let start = try #require(page.dom.range(of: "data-wrong=\""))
        #expect(page.dom[start.upperBound...].prefix { $0 != "\"" } == "")
        #expect(!page.dom.contains("data-panels=\"0\""))
    }

    @Test("keep the keyboard's place: on the card, its buttons, the trade's row and the pager")
    func focus() throws {
        var fixture = MarketFixture(count: 900).fixture()
        let one = fixture.trades[0]
        while fixture.trades.count < 120 { fixture.trades.append(one) }
        let page = try visit(
            RunPage([try fixture.result()]).html,
            script: """
                const steps = [], say = () => { const one = document.activeElement;
                steps.push(one.className || one.textContent || one.tagName); };
                const press = selector => { const one = document.querySelector(selector);
                one.focus(); one.click(); say(); };
                press(".trades tbody tr:nth-child(2) button");
                press(".why .buttons button:nth-child(2)");
                press(".why .buttons button:nth-child(3)");
                press(".pager button:last-child");
                press(".pager button:last-child");
                document.body.dataset.steps = steps.join(",");
                document.querySelector(".trades tbody tr button").click();
                """)
        expectQuiet(page)
        #expect(page.dom.contains("data-steps=\"why,Next,3,Next,Previous\""))
    }

    @Test("of one of several instruments, beside a benchmark")
    func several() throws {
        var other = MarketFixture(symbol: "BBB", count: 300)
        other.hasBenchmark = true
        let results = [try MarketFixture(symbol: "AAA", count: 300).result(), try other.result()]
        let page = try visit(RunPage(results, showing: 1).html)
        expectQuiet(page)
        #expect(page.dom.contains("<bdi>SPX</bdi>"))
        #expect(count("class=\"panel\"", in: page) == count("<canvas", in: page))
    }

    @Test("compare, chart, and bear hostile names and empty runs")
    func others() throws {
        let hostile = "</script><img src=x onerror=alert(1)>\u{202E}"
        var fixture = ResultFixture.openWinner()
        (fixture.strategy, fixture.symbol) = (hostile, hostile)
        let bad = try fixture.result()
        let idle = try ResultFixture.idle().result()
        let none = try ResultFixture(close: [], equity: [], buyAndHold: [1]).result()
        let one = try ResultFixture(close: [1], equity: [10_000]).result()
        let bars = try MarketFixture(count: 200).result().bars
        let columns = ChartColumns(
            times: bars.times, open: bars.open, high: bars.high, low: bars.low,
            close: bars.close, volume: bars.close.map { $0 * 1_000 })
        let chart = ChartPage(
            symbol: hostile, columns: columns,
            drawn: [DrawnSeries(label: "rsi(14)", panel: "rsi", values: bars.close)],
            events: [ChartEvent(row: 3, kind: .action, text: hostile)])
        let pages = [
            RunPage([bad]).html, RunPage([idle]).html, RunPage([none]).html, RunPage([one]).html,
            IndexPage([bad, idle, one]).html, IndexPage([]).html, chart.html,
        ]
        for html in pages {
            let page = try visit(html)
            expectQuiet(page)
            #expect(!page.dom.contains("<img"))
        }
    }
}
