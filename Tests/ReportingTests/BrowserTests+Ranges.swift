import Backtesting
import Foundation
import Reporting
import Testing

/// What a page shows of another range than the whole.
extension BrowserTests {
    /// A page that is hidden or slow gets no frames; here each is drawn at once.
    private static let frames = """
        window.requestAnimationFrame = draw => setTimeout(draw, 1);
        window.IntersectionObserver = class { observe() {} };
        """

    private func value(_ name: String, in visit: Browser.Visit) throws -> Substring {
        let start = try #require(visit.dom.range(of: "data-\(name)=\""), "\(name)")
        return visit.dom[start.upperBound...].prefix { $0 != "\"" }
    }

    /// After each way to another range: what the pointer shows, and what it shows when it is moved
    /// to where it is.
    @Test("keep crosshair and level true under a still pointer, by wheel, key and button")
    func stillPointer() throws {
        let page = try visit(
            RunPage([try MarketFixture(count: 900).result()]).html.replacing(
                "<head>", with: "<head><script>\(Self.frames)</script>"),
            script: """
                const plot = document.querySelector(".plot"), steps = [];
                const send = (Kind, type, more) => { const box = plot.getBoundingClientRect();
                plot.dispatchEvent(new Kind(type, { clientX: box.left + 240, pointerId: 1,
                clientY: box.top + 90, bubbles: true, cancelable: true, ...more })); };
                const move = () => send(PointerEvent, "pointermove", {});
                const key = key => plot.dispatchEvent(new KeyboardEvent("keydown", { key }));
                const state = () => [plot.querySelector(".level").dataset.value,
                plot.querySelector(".cross").style.transform,
                document.querySelector(".when").textContent,
                document.querySelector(".legend b").textContent].join(" ");
                const acts = [() => send(WheelEvent, "wheel", { ctrlKey: true, deltaY: -120 }),
                () => key("+"), () => key("ArrowRight"), () => key("End"),
                () => document.querySelector("[data-zoom]").click(),
                () => document.querySelector('[data-days="0"]').click()];
                const next = () => { if (!acts.length) {
                document.body.dataset.steps = steps.join("; "); return; }
                const before = state(); delete plot.dataset.drawn; acts.shift()();
                until(() => plot.dataset.drawn, () => { const after = state(); move();
                steps.push(after === state() && after !== before ? "true" : before + " / " + after
                + " / " + state()); next(); }); };
                until(() => plot.dataset.drawn, () => { move(); next(); });
                """)
        expectQuiet(page)
        #expect(try value("steps", in: page) == "true; true; true; true; true; true")
    }

    @Test("keep the crosshair of the keys on its bar, in view, or without one")
    func keyPointer() throws {
        let page = try visit(
            RunPage([try MarketFixture(count: 900).result()]).html.replacing(
                "<head>", with: "<head><script>\(Self.frames)</script>"),
            script: """
                const plot = document.querySelector(".plot"), note = document.body.dataset;
                const key = (key, more = {}) => plot.dispatchEvent(
                new KeyboardEvent("keydown", { key, ...more }));
                const cross = plot.querySelector(".cross");
                const when = () => document.querySelector(".when").textContent;
                const place = () => cross.style.transform;
                key("+"); key("ArrowRight", { shiftKey: true });
                for (let step = 0; step < 9; step++) key("ArrowRight", { shiftKey: true });
                const [start, bar] = [place(), when()];
                key("+");
                note.same = when() === bar && place() !== start;
                for (let step = 0; step < 900; step++) key("ArrowRight", { shiftKey: true });
                note.end = cross.style.display + " " + (parseFloat(place().slice(11))
                <= plot.clientWidth);
                key("Home");
                note.left = cross.style.display + " " + when().includes("bars");
                """)
        expectQuiet(page)
        #expect(try value("same", in: page) == "true")
        #expect(try value("end", in: page) == "block true")
        #expect(try value("left", in: page) == "none true")
    }

    /// One-minute bars in sessions, of which a page carries very few before the last third, where
    /// there are 7,000 trades.
    private func sparse() throws -> RunResult {
        let close = (0..<60_000).map { (row: Int) -> Double in
            row < 40_000 ? 100 : 100 + Double(row * 7_919 % 101) / 10
        }
        var fixture = ResultFixture(close: close, equity: close.map { $0 * 100 })
        fixture.times = close.indices.map { row in
            ResultFixture.start + (row / 390 * 1_440 + 870 + row % 390) * 60_000_000
        }
        fixture.trades = (0..<7_000).map { index in
            let row = 40_000 + 2 * index
            return fixture.trade(
                row, row + 1, entryPrice: close[row], exitPrice: close[row + 1], quantity: 1)
        }
        return try fixture.result()
    }

    private static let pen = """
        <script>\(frames)
        const pen = CanvasRenderingContext2D.prototype, labels = [], tips = [], lines = [];
        let last = 0;
        const widthOf = canvas => { const plot = canvas.parentNode; return plot.clientWidth
        - parseFloat(getComputedStyle(plot.closest("section")).getPropertyValue("--gutter")
        || "66"); };
        const listen = (name, act) => { const own = pen[name]; pen[name] = function(...all) {
        act(this, ...all); return own.apply(this, all); }; };
        listen("fillText", (one, text, x) => { if (one.textAlign === "center") labels.push(
        text + "@" + x / widthOf(one.canvas)); });
        listen("moveTo", (one, x) => { last = x; });
        listen("lineTo", (one, x) => { if (one.lineWidth > 1.2) lines.push(Math.abs(x - last));
        last = x; });
        const marked = new Set();
        listen("closePath", one => { tips.push(lines.length);
        marked.add(one.canvas.closest(".panel").id); });
        </script>
        """

    @Test("say the right times of a range of which most bars are left out, and draw no line there")
    func sparseRange() throws {
        let result = try sparse()
        let page = try visit(
            RunPage([result]).html.replacing("<head>", with: "<head>" + Self.pen),
            script: """
                const note = document.body.dataset, plot = document.querySelector(".plot");
                const when = () => document.querySelector(".when").textContent;
                const key = key => plot.dispatchEvent(new KeyboardEvent("keydown", { key }));
                document.querySelector('[data-days="1"]').click();
                note.day = when();
                key("0");
                for (let step = 0; step < 11; step++) key("+");
                until(() => labels.length, () => {
                delete plot.dataset.drawn; labels.length = lines.length = 0; key("+");
                until(() => plot.dataset.drawn && labels.length, () => {
                note.when = when(); note.labels = labels.join("|");
                note.widest = Math.max(...lines); }); })
                """)
        expectQuiet(page)
        #expect(try value("day", in: page).contains("· 391 bars"))
        let texts = result.bars.times.map { $0.text }
        let when = try value("when", in: page)
        let ends = when.split(separator: " – ").map { $0.prefix(16).replacing(" ", with: "T") }
        let rows = try ends.map { end in try #require(texts.firstIndex { $0.hasPrefix(end) }) }
        let count = try #require(when.firstMatch(of: /(\d+) bars .(\d+) shown/))
        #expect(rows[1] - rows[0] + 1 == Int(count.1) && (Int(count.2) ?? 99) < 10)
        let labels = try value("labels", in: page).split(separator: "|")
        #expect(labels.count > 4)
        for label in labels {
            let isTrue = try isTrue(label, texts, rows[0]...rows[1])
            #expect(isTrue, "\(label) in \(when)")
        }
        #expect(try #require(Double(value("widest", in: page))) <= 24)
    }

    /// True of a label, `21:15@0.42`, where a bar with that time begins at that share of the width,
    /// or the first one of that day; the edges of the range are known to a bar.
    private func isTrue(
        _ label: Substring, _ times: [String], _ rows: ClosedRange<Int>
    ) throws -> Bool {
        let parts = label.split(separator: "@")
        let share = try #require(Double(parts[1]))
        let bar = rows.lowerBound + Int(share * Double(rows.count))
        let near = max(1, bar - 2)...min(times.count - 1, bar + 2)
        return (0...1).contains(share)
            && near.contains { row in
                let (day, before) = (times[row].prefix(10), times[row - 1].prefix(10))
                guard !parts[0].contains(":") else { return times[row].contains("T" + parts[0]) }
                return day != before && parts[0].hasSuffix(" \(Int(day.suffix(2)) ?? 0)")
            }
    }

    @Test("draw the marker of an open position upon the prices alone")
    func openPosition() throws {
        let page = try visit(
            RunPage([try ResultFixture.openWinner().result()]).html.replacing(
                "<head>", with: "<head>" + Self.pen),
            script: """
                until(() => tips.length, () => { const note = document.body.dataset;
                note.marked = [...marked].join(" "); note.tips = tips.length; });
                """)
        expectQuiet(page)
        #expect(try value("marked", in: page).hasSuffix("-price"))
        #expect(try #require(Int(value("tips", in: page))) >= 3)
    }

    @Test("draw thousands of trades beneath the prices, one in each column of pixels")
    func crowd() throws {
        let html = RunPage([try sparse()]).html
        let page = try visit(
            html.replacing("<head>", with: "<head>" + Self.pen),
            script: """
                until(() => tips.length, () => { const note = document.body.dataset;
                note.tips = tips.length; note.line = lines.length - tips.at(-1); });
                """)
        expectQuiet(page)
        let tips = try #require(Int(value("tips", in: page)))
        #expect(tips > 200 && tips < 4_000)
        #expect(try #require(Int(value("line", in: page))) > 100)
        // The first paint, too.
        let svg = try #require(html.firstRange(of: #/id="[^"]*price">.*?<\/svg>/#))
        let crowd = try #require(html[svg].range(of: "marker primary crowd"))
        let line = try #require(html[svg].range(of: "class=\"line neutral"))
        #expect(crowd.upperBound < line.lowerBound)
    }
}
