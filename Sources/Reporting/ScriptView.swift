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

        // The charts of one instrument: one range of rows, one crosshair.
        class View {
          constructor(section) {
            this.data = JSON.parse($(".run-data", section).textContent);
            this.count = this.data.count;
            [this.from, this.to, this.row, this.isShaded] = [0, this.count, null, false];
            this.gutter = 66;
            const scale = this.data.unit / 1000;
            this.times = unpack(this.data.times, this.count).map(value => value * scale);
            this.bars = this.data.rows ? unpack(this.data.rows, this.count) : null;
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

          // The number of a row's bar; a page of very many bars shows only some of them.
          bar(row) { return this.bars ? this.bars[row] : row; }

          x(row, width) { return (row + 0.5 - this.from) / (this.to - this.from) * width; }
          rowAt(x, width) {
            const row = Math.floor(this.from + x / width * (this.to - this.from));
            return Math.max(0, Math.min(this.count - 1, row));
          }

          show(from, to) {
            const least = Math.min(this.count, 8), size =
              Math.max(least, Math.min(this.count, to - from));
            const middle = (from + to) / 2;
            this.from = Math.max(0, Math.min(this.count - size, middle - size / 2));
            this.to = this.from + size;
            this.ticks = null;
            this.readOut();
            this.schedule();
          }
          zoom(factor, at = (this.from + this.to) / 2) {
            const size = (this.to - this.from) * factor, share = (at - this.from) / (
              this.to - this.from);
            this.show(at - share * size, at - share * size + size);
          }
          pan(rows) { this.show(this.from + rows, this.to + rows); }
          reset() { this.show(0, this.count); }

          timeTicks(width) {
            if (this.ticks && this.ticks.width === width) return this.ticks;
            const first = Math.max(0, Math.floor(this.from));
            const last = Math.min(this.count - 1, Math.ceil(this.to));
            const span = this.times[last] - this.times[first], most = Math.max(2, width / 66);
            const unit = units.find(one => span / one.size <= most) || units.at(-1), found = [];
            let before = unitKey(unit, this.times[first]), edge = -60;
            let today = Math.floor(this.times[first] / day);
            for (let row = first + 1; row <= last; row++) {
              const key = unitKey(unit, this.times[row]);
              if (key === before) continue;
              before = key;
              const x = this.x(row, width) - 0.5 / (this.to - this.from) * width;
              if (x - edge < 52) continue;
              const own = Math.floor(this.times[row] / day);
              found.push({ x, label: unitLabel(unit, this.times[row], own !== today) });
              [edge, today] = [x, own];
            }
            found.width = width;
            return this.ticks = found;
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
              this.readOut();
            });
          }

          time(row) {
            const text = new Date(this.times[row]).toISOString();
            return this.data.isDaily ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ")
              + " UTC";
          }

          // Moves the crosshair of every panel; null takes it away.
          point(row, source, y) {
            this.row = row;
            for (const panel of this.panels) {
              panel.cross.style.display = row === null ? "none" : "block";
              if (row !== null) {
                panel.cross.style.transform = `translateX(${this.x(row, panel.width)}px)`;
              }
              const isSource = panel === source && row !== null && y < panel.bottom && panel.range;
              panel.level.style.display = isSource ? "block" : "none";
              if (!isSource) continue;
              const { low, high, isLog } = panel.range;
              const share = (panel.bottom - y) / (panel.bottom - panel.top);
              const value = isLog ? low * (high / low) ** share : low + share * (high - low);
              panel.level.style.transform = `translateY(${y}px)`;
              panel.level.dataset.value = figure(value, panel.spec);
            }
            this.readOut();
          }

          readOut() {
            const last = Math.max(0, Math.min(this.count, Math.ceil(this.to)) - 1);
            const row = this.row === null ? last : this.row;
            const first = Math.max(0, Math.floor(this.from));
            if (this.when) {
              const count = this.bar(last) - this.bar(first) + 1;
              const size = `${number(count, 0)} ${say(count === 1 ? "bar" : "bars")}`;
              this.when.textContent = this.row !== null ? this.time(row)
                : `${this.time(first)} – ${this.time(last)} · ${size}`;
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
              const days = Number(button.dataset.days), end = this.times[this.count - 1];
              if (!days) return this.reset();
              let row = this.count - 1;
              while (row > 0 && this.times[row - 1] >= end - days * day) row--;
              this.show(row, this.count);
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
