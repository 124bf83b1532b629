/// The script of a page: one plot with its axes.
enum ScriptPanel {
    static let text = #"""
        // One plot: its canvas, its value axis, its read-out.
        class Panel {
          constructor(view, element, spec) {
            Object.assign(this, { view, element, spec, isLog: spec.log === true, isSeen: true });
            this.plot = $(".plot", element);
            this.canvas = make("canvas", { "aria-hidden": "true" });
            this.cross = make("i", { class: "cross" });
            this.level = make("i", { class: "level" });
            this.chosen = make("i", { class: "chosen" });
            this.plot.append(this.canvas, this.chosen, this.cross, this.level);
            this.values = $$(".legend b", element);
          }

          get width() { return Math.max(40, this.plot.clientWidth - this.view.gutter); }

          // The parts of each series, every one with a label in the legend.
          columns() {
            return this.spec.series.flatMap(series => series.kind === "candles"
              ? ["low", "high"] : [series.column]).map(name => this.view.column(name));
          }

          measure() {
            let [first, last] = this.view.rows();
            // Between two bars that are there lines pass, but none lies.
            if (first >= last) [first, last] = this.view.rows(1);
            let low = Infinity, high = -Infinity;
            for (const values of this.columns()) {
              for (let row = first; row < last; row++) {
                const value = values[row];
                if (value < low && (!this.isLog || value > 0)) low = value;
                if (value > high && value < Infinity) high = value;
              }
            }
            const base = this.spec.base;
            if (base !== null && base !== undefined && !this.isLog) {
              low = Math.min(low, base);
              high = Math.max(high, base);
            }
            if (!(low <= high)) [low, high] = [0, 1];
            if (this.isLog && low > 0) {
              const air = low === high ? 1.05 : (high / low) ** 0.04;
              return { low: low / air, high: high * air, isLog: true };
            }
            const isFlat = high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
            const unit = this.spec.format === "percent" ? 0.01 : 1;
            const air = isFlat ? Math.abs(high) * 0.05 || unit : (high - low) * 0.05;
            return { low: low === 0 && !isFlat ? 0 : low - air,
              high: high === 0 && !isFlat ? 0 : high + air, isLog: false };
          }

          draw() {
            const ratio = window.devicePixelRatio || 1, width = this.width;
            const height = this.plot.clientHeight, outer = width + this.view.gutter;
            this.canvas.width = Math.round(outer * ratio);
            this.canvas.height = Math.round(height * ratio);
            const pen = this.canvas.getContext("2d"), colours = palette();
            pen.setTransform(ratio, 0, 0, ratio, 0, 0);
            const range = this.range = this.measure(), top = 6, bottom = height - 22;
            const place = range.isLog
              ? value => bottom - Math.log(value / range.low) / Math.log(range.high / range.low)
                * (bottom - top)
              : value => bottom - (value - range.low) / (range.high - range.low) * (bottom - top);
            Object.assign(this, { pen, colours, place, top, bottom });
            this.drawAxes(width, bottom);
            pen.save();
            pen.beginPath();
            pen.rect(0, 0, width, bottom + 0.5);
            pen.clip();
            this.drawShades();
            const trades = this.spec.trades ? this.tradesInView() : [];
            // So many that they would cover the prices lie beneath them.
            const isCrowd = trades.length > width / 5;
            if (isCrowd) this.drawCrowd(trades);
            for (const series of this.spec.series) this.drawSeries(series, width);
            if (this.spec.trades && !isCrowd) this.drawTrades(trades);
            if (this.spec.marks) this.drawMarks();
            pen.restore();
            this.plot.dataset.drawn = "yes";
          }

          drawAxes(width, bottom) {
            const { pen, colours, range } = this;
            const count = Math.max(3, Math.floor((this.plot.clientHeight - 36) / 32));
            pen.font = "11.5px system-ui,-apple-system,Segoe UI,Roboto,sans-serif";
            pen.lineWidth = 1;
            pen.textBaseline = "middle";
            const found = ticks(range.low, range.high, count, range.isLog);
            const texts = found.values.map(value =>
              tickText(value, found, this.spec.format, range.isLog));
            this.view.makeRoom([...texts, figure(range.high, this.spec)].map(
              text => pen.measureText(text).width));
            for (const [index, value] of found.values.entries()) {
              const y = Math.round(this.place(value)) + 0.5;
              pen.strokeStyle = value === 0 ? colours.rule : colours.grid;
              pen.beginPath();
              pen.moveTo(0, y);
              pen.lineTo(width, y);
              pen.stroke();
              pen.fillStyle = colours.muted;
              pen.fillText(texts[index], width + 8, y);
            }
            pen.textBaseline = "alphabetic";
            for (const tick of this.view.timeTicks(width)) {
              pen.strokeStyle = colours.grid;
              pen.beginPath();
              pen.moveTo(Math.round(tick.x) + 0.5, 0);
              pen.lineTo(Math.round(tick.x) + 0.5, bottom);
              pen.stroke();
              pen.fillStyle = colours.muted;
              // On the right there is the margin; on the left a label that is cut off is none.
              pen.textAlign = "center";
              const isWhole = tick.x >= pen.measureText(tick.label).width / 2;
              if (isWhole) pen.fillText(tick.label, tick.x, bottom + 16);
            }
            pen.textAlign = "start";
            pen.strokeStyle = colours.rule;
            pen.beginPath();
            pen.moveTo(0, bottom + 0.5);
            pen.lineTo(width, bottom + 0.5);
            pen.stroke();
          }

          // Drawdowns on request, and the trade that is looked at.
          drawShades() {
            const { pen, colours, view, top, bottom } = this;
            const shade = (from, to, colour, alpha) => {
              const left = view.place(from, this.width), right = view.place(to, this.width);
              pen.globalAlpha = alpha;
              pen.fillStyle = colour;
              pen.fillRect(left, top - 6, Math.max(1, right - left), bottom - top + 6);
              pen.globalAlpha = 1;
            };
            if (view.isShaded) {
              for (const [peak, , recovery] of view.data.drawdowns) {
                const end = recovery === null ? view.count - 1 : recovery;
                shade(view.bar(peak), view.bar(end), colours.negative, 0.13);
              }
            }
            const trade = view.trades && view.trades.chosen;
            if (trade !== null && trade !== undefined) {
              const { entry, exit } = view.trades.columns;
              shade(view.bar(entry[trade]) - 0.5, view.bar(exit[trade]) + 0.5, colours.primary,
                0.12);
            }
          }
        }
        """#
}
