/// The script of a page: the range that the charts of an instrument share.
enum ScriptView {
    static let text = #"""
        const day = 86400000;
        const units = [[60000, 1], [300000, 5], [900000, 15], [1800000, 30], [3600000, 60],
          [10800000, 180], [21600000, 360], [43200000, 720]].map(([size]) => (
            { size, kind: "time" }))
          .concat([1, 2].map(days => ({ size: days * day, kind: "day" })), {
            size: 7 * day, kind: "week" })
          .concat([1, 3, 6].map(step => ({ size: step * 30.44 * day, kind: "month", step })))
          .concat([1, 2, 5, 10, 20, 50].map(step => (
            { size: step * 365.25 * day, kind: "year", step })));
        const monthName = new Intl.DateTimeFormat(root.lang, { month: "short", timeZone: "UTC" });
        const dayName = new Intl.DateTimeFormat(root.lang,
          { month: "short", day: "numeric", timeZone: "UTC" });

        function unitKey(unit, time) {
          if (unit.kind === "time" || unit.kind === "day") return Math.floor(time / unit.size);
          if (unit.kind === "week") return Math.floor((time / day + 3) / 7);
          const date = new Date(time), year = date.getUTCFullYear();
          return unit.kind === "year" ? Math.floor(year / unit.step)
            : Math.floor((year * 12 + date.getUTCMonth()) / unit.step);
        }
        function unitLabel(unit, time, isNewDay) {
          const date = new Date(time);
          if (unit.kind === "year") return String(date.getUTCFullYear());
          if (unit.kind === "month") {
            return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : monthName.format(
              date);
          }
          return unit.kind === "time" && !isNewDay ? date.toISOString().slice(11, 16)
            : dayName.format(date);
        }

        // The charts of one instrument: one range of bars, one crosshair.
        class View {
          constructor(section) {
            this.data = JSON.parse($(".run-data", section).textContent);
            this.count = this.data.count;
            this.gutter = 66;
            this.scale = this.data.unit / 1000;
            this.times = unpack(this.data.times, this.count).map(value => value * this.scale);
            this.bars = this.data.rows ? unpack(this.data.rows, this.count) : null;
            // The last bar of all is always there.
            this.total = this.bars ? this.bars[this.count - 1] + 1 : this.count;
            this.clocks = this.bars ? this.between(this.data.known) : this.times;
            [this.from, this.to, this.row, this.isShaded] = [0, this.total, null, false];
            this.pointer = null;
            this.cache = {};
            this.section = section;
            this.when = $(".when", section);
            this.trades = this.data.trades ? new Trades(this, section) : null;
            this.panels = $$(".panel", section).map((element, index) =>
              new Panel(this, element, this.data.panels[index]));
            const watch = new IntersectionObserver(entries => {
              for (const entry of entries) {
                const panel = this.panels.find(one => one.plot === entry.target);
                panel.isSeen = entry.isIntersecting;
                if (panel.isSeen) this.schedule();
              }
            }, { rootMargin: "300px" });
            for (const panel of this.panels) {
              watch.observe(panel.plot);
              listen(this, panel);
            }
            this.listenToButtons();
            new ResizeObserver(() => this.schedule()).observe(section);
            this.schedule();
          }

          column(name) {
            return this.cache[name]
              || (this.cache[name] = unpack(this.data.columns[name], this.count));
          }

          // The times of all bars, from those of some of them with even steps between.
          between({ count, bars, times }) {
            const [places, stops] = [bars, times].map(column => unpack(column, count));
            const all = new Float64Array(this.total);
            for (let stop = 1; stop < count; stop++) {
              const from = places[stop - 1], size = places[stop] - from;
              const step = (stops[stop] - stops[stop - 1]) / size;
              for (let bar = 0; bar <= size; bar++) {
                all[from + bar] = Math.round(stops[stop - 1] + bar * step) * this.scale;
              }
            }
            return all;
          }

          // The number of a row's bar; a page of very many bars carries only some of them.
          bar(row) { return this.bars ? this.bars[row] : row; }
          // The first row whose bar has this number or a higher one.
          rowFrom(bar) {
            if (!this.bars) return Math.max(0, Math.min(this.count, Math.ceil(bar)));
            let low = 0, high = this.count;
            while (low < high) {
              const middle = (low + high) >> 1;
              if (this.bars[middle] < bar) low = middle + 1; else high = middle;
            }
            return low;
          }
          // The rows in view, the second one excluded; more of them on both sides.
          rows(more = 0) {
            const first = this.rowFrom(Math.floor(this.from)), last = this.rowFrom(this.to);
            return [Math.max(0, first - more), Math.min(this.count, last + more)];
          }

          // Bars stand at even distances, whether their neighbours are there or not.
          place(bar, width) { return (bar + 0.5 - this.from) / (this.to - this.from) * width; }
          x(row, width) { return this.place(this.bar(row), width); }
          // The row whose bar is nearest.
          rowAt(x, width) {
            const bar = Math.floor(this.from + x / width * (this.to - this.from));
            const row = Math.min(this.count - 1, this.rowFrom(bar));
            return row > 0 && bar - this.bar(row - 1) < this.bar(row) - bar ? row - 1 : row;
          }

          show(from, to) {
            const least = Math.min(this.total, 8), size =
              Math.max(least, Math.min(this.total, to - from));
            const middle = (from + to) / 2;
            this.from = Math.max(0, Math.min(this.total - size, middle - size / 2));
            this.to = this.from + size;
            this.ticks = null;
            this.pointAgain();
            this.schedule();
          }
          zoom(factor, at = (this.from + this.to) / 2) {
            const size = (this.to - this.from) * factor, share = (at - this.from) / (
              this.to - this.from);
            this.show(at - share * size, at - share * size + size);
          }
          pan(bars) { this.show(this.from + bars, this.to + bars); }
          reset() { this.show(0, this.total); }
          // Moves the range so far that a row lies in it.
          reveal(row) {
            const bar = this.bar(row);
            if (bar < this.from) this.pan(bar - this.from);
            else if (bar + 1 > this.to) this.pan(bar + 1 - this.to);
          }

          // The first and the last bar in view.
          ends() {
            const last = Math.max(0, Math.min(this.total, Math.ceil(this.to)) - 1);
            return [Math.min(last, Math.floor(this.from)), last];
          }

          // Where units of time begin: at the left edge of the first bar of each, be it drawn or
          // not. All lie within the plot.
          timeTicks(width) {
            if (this.ticks && this.ticks.width === width) return this.ticks;
            const [first, last] = this.ends(), clocks = this.clocks;
            const span = clocks[last] - clocks[first], most = Math.max(2, width / 66);
            const unit = units.find(one => span / one.size <= most) || units.at(-1), found = [];
            let edge = -60, today = Math.floor(clocks[first] / day);
            for (let bar = first; (bar = this.nextStart(unit, bar, last)) <= last;) {
              const x = this.place(bar - 0.5, width), own = Math.floor(clocks[bar] / day);
              if (x - edge < 52) continue;
              found.push({ x, label: unitLabel(unit, clocks[bar], own !== today) });
              [edge, today] = [x, own];
            }
            found.width = width;
            return this.ticks = found;
          }

          // The bar after one with which another unit of time begins; beyond the last without.
          nextStart(unit, bar, last) {
            const key = unitKey(unit, this.clocks[bar]);
            let low = bar + 1, high = last + 1;
            while (low < high) {
              const middle = (low + high) >> 1;
              if (unitKey(unit, this.clocks[middle]) === key) low = middle + 1;
              else high = middle;
            }
            return low;
          }

          // Widens the margin of all panels for the labels of one, so that their rows stay in line.
          makeRoom(widths) {
            const needed = Math.ceil(Math.max(...widths) * 1.06 + 16);
            if (needed <= this.gutter) return;
            this.gutter = needed;
            this.section.style.setProperty("--gutter", needed + "px");
            this.ticks = null;
            this.schedule();
          }

          price(value) { return number(value, this.data.places.price); }
          paid(value) { return number(value, this.data.places.paid); }

          schedule() {
            if (this.frame) return;
            this.frame = requestAnimationFrame(() => {
              this.frame = 0;
              if (this.section.offsetParent === null) return;
              for (const panel of this.panels) if (panel.isSeen) panel.draw();
              this.pointAgain();
            });
          }

          time(row) { return this.clock(this.times[row]); }
          clock(time) {
            const text = new Date(time).toISOString();
            return this.data.isDaily ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ")
              + " UTC";
          }

          // Moves the crosshair of every panel to a row; null takes it away.
          point(row) {
            [this.pointer, this.row] = [null, row];
            this.cross();
          }
          // Moves it to the row under a point of one panel, whose value there is shown too.
          pointAt(panel, { x, y }) {
            [this.pointer, this.row] = [{ panel, x, y }, this.rowAt(x, panel.width)];
            this.cross();
          }
          // After another range or scale another row may lie under the pointer, and another value.
          pointAgain() {
            if (this.pointer) return this.pointAt(this.pointer.panel, this.pointer);
            const bar = this.row === null ? this.from : this.bar(this.row);
            this.point(bar < Math.floor(this.from) || bar >= this.to ? null : this.row);
          }

          cross() {
            const { row, pointer } = this;
            for (const panel of this.panels) {
              const x = row === null ? -1 : this.x(row, panel.width);
              const isSeen = x >= 0 && x <= panel.width;
              panel.cross.style.display = isSeen ? "block" : "none";
              if (isSeen) panel.cross.style.transform = `translateX(${x}px)`;
              const isSource = pointer && panel === pointer.panel && pointer.y < panel.bottom
                && panel.range;
              panel.level.style.display = isSource ? "block" : "none";
              if (!isSource) continue;
              const { low, high, isLog } = panel.range;
              const share = (panel.bottom - pointer.y) / (panel.bottom - panel.top);
              const value = isLog ? low * (high / low) ** share : low + share * (high - low);
              panel.level.style.transform = `translateY(${pointer.y}px)`;
              panel.level.dataset.value = figure(value, panel.spec);
            }
            this.readOut();
          }

          readOut() {
            const [first, end] = this.rows(), last = Math.max(0, end - 1);
            const row = this.row === null ? last : this.row;
            if (this.when) {
              const [start, stop] = this.ends(), count = this.total ? stop - start + 1 : 0;
              const left = count - (end - first);
              const size = `${number(count, 0)} ${say(count === 1 ? "bar" : "bars")}`
                + (left > 0 ? ` (${number(end - first, 0)} ${say("shown")})` : "");
              this.when.textContent = this.row !== null ? this.time(row)
                : `${this.clock(this.clocks[start])} – ${this.clock(this.clocks[stop])} · ${size}`;
            }
            for (const panel of this.panels) {
              panel.spec.series.forEach((series, index) => {
                const prices = () => ["open", "high", "low", "close"]
                  .map(name => this.price(this.column(name)[row])).join("  ");
                const text = series.kind === "candles" ? prices()
                  : figure(this.column(series.column)[row], panel.spec);
                if (panel.values[index]) panel.values[index].textContent = text;
              });
            }
          }

          listenToButtons() {
            const press = (selector, act) => $$(selector, this.section).forEach(button =>
              button.addEventListener("click", () => act(button)));
            press("[data-days]", button => {
              const days = Number(button.dataset.days), end = this.clocks[this.total - 1];
              if (!days) return this.reset();
              let bar = this.total - 1;
              while (bar > 0 && this.clocks[bar - 1] >= end - days * day) bar--;
              this.show(bar, this.total);
            });
            press("[data-zoom]", button => this.zoom(Number(button.dataset.zoom)));
            const toggle = button => {
              const isOn = button.getAttribute("aria-pressed") !== "true";
              button.setAttribute("aria-pressed", String(isOn));
              return isOn;
            };
            press("[data-shade]", button => { this.isShaded = toggle(button); this.schedule(); });
            press("[data-log]", button => {
              const isLog = toggle(button);
              this.panels.filter(panel => panel.spec.id === button.dataset.log)
                .forEach(panel => { panel.isLog = isLog; });
              this.schedule();
            });
          }
        }
        """#
}
