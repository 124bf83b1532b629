/// The script of a page: lines, candles and markers.
enum ScriptSeries {
    static let text = #"""
        // Points to draw: all where they fit, else of each column of pixels the first, the lowest,
        // the
        // highest and the last, so that a spike of one bar stays.
        function trace(values, view, width, place) {
          const [first, last] = view.rows(1), runs = [];
          let run = null, kept = [], column = null;
          const add = row => {
            if (!run) runs.push(run = []);
            run.push(view.x(row, width), place(values[row]));
          };
          const flush = () => {
            const [start, low, high, end] = kept;
            if (!kept.length) return;
            let before = -1;
            for (const row of [start, Math.min(low, high), Math.max(low, high), end]) {
              if (row !== before) add(row);
              before = row;
            }
            kept = [];
          };
          const isDense = (view.to - view.from) / width > 2;
          for (let row = first; row < last; row++) {
            const value = values[row];
            if (!Number.isFinite(value)) {
              if (!isDense) run = null;
              else if (row > 0 && Number.isFinite(values[row - 1])) { flush(); run = null; }
              continue;
            }
            if (!isDense) { add(row); continue; }
            const own = Math.floor(view.x(row, width));
            if (own !== column) { flush(); column = own; }
            if (!kept.length) { kept = [row, row, row, row]; continue; }
            if (value < values[kept[1]]) kept[1] = row;
            if (value > values[kept[2]]) kept[2] = row;
            kept[3] = row;
          }
          flush();
          return runs;
        }

        Object.assign(Panel.prototype, {
          drawSeries(series, width) {
            if (series.kind === "candles") return this.drawCandles(width);
            const values = this.view.column(series.column), colour = this.colours[series.tone];
            if (series.kind === "columns") return this.drawColumns(series, values, width, colour);
            this.drawLine(values, width, colour, series.kind === "area", series.dash);
          },

          drawLine(values, width, colour, isArea, dash) {
            const { pen } = this, base = isArea ? this.place(this.spec.base || 0) : 0;
            pen.strokeStyle = pen.fillStyle = colour;
            pen.lineWidth = colour === this.colours.primary ? 1.75 : 1.3;
            pen.lineJoin = "round";
            pen.setLineDash(dash ? [3, 4] : []);
            // A value between unknown ones, or the only one, is a dash as wide as a candle.
            const half = Math.max(0.5, Math.min(9, 0.36 * width / (this.view.to - this.view.from)));
            for (const run of trace(values, this.view, width, this.place)) {
              const [x, y] = run, isAlone = run.length === 2;
              pen.beginPath();
              pen.moveTo(isAlone ? x - half : x, y);
              if (isAlone) pen.lineTo(x + half, y);
              for (let at = 2; at < run.length; at += 2) pen.lineTo(run[at], run[at + 1]);
              pen.stroke();
              if (!isArea) continue;
              pen.lineTo(run[run.length - 2], base);
              pen.lineTo(run[0], base);
              pen.globalAlpha = 0.16;
              pen.fill();
              pen.globalAlpha = 1;
            }
            pen.setLineDash([]);
          },

          drawColumns(series, values, width, colour) {
            const { pen, view } = this, base = this.place(this.spec.base || 0);
            const room = width / (view.to - view.from), half = Math.max(0.5, room * 0.38);
            // What is held lasts until the next bar that is there.
            const [first, last] = view.rows(series.held ? 1 : 0), share = view.to - view.from;
            const wide = row => (view.bar(row + 1) - view.bar(row) - 1) / share * width;
            pen.globalAlpha = 0.75;
            let column = null, far = base;
            for (let row = first; row < last; row++) {
              if (!Number.isFinite(values[row])) continue;
              const x = view.x(row, width), y = this.place(values[row]), own = Math.floor(x);
              far = own === column && Math.abs(far - base) > Math.abs(y - base) ? far : y;
              column = own;
              pen.fillStyle = series.low && far > base ? this.colours[series.low] : colour;
              const more = series.held && row + 1 < view.count ? wide(row) : 0;
              pen.fillRect(x - half, Math.min(far, base), half * 2 + more, Math.abs(far - base));
            }
            pen.globalAlpha = 1;
          },

          drawCandles(width) {
            const { pen, view, colours, place } = this, room = width / (view.to - view.from);
            const [open, high, low, close] = ["open", "high", "low", "close"].map(
              k => view.column(k));
            const [first, last] = view.rows();
            if (room < 3) return this.drawBand(high, low, close, width);
            const half = Math.min(9, Math.max(1, Math.floor(room * 0.36)));
            pen.lineWidth = 1;
            for (let row = first; row < last; row++) {
              if (!Number.isFinite(close[row])) continue;
              const x = Math.round(view.x(row, width)) + 0.5, isRise = close[row] >= open[row];
              const top = Math.round(place(Math.max(open[row], close[row])));
              const bottom = Math.round(place(Math.min(open[row], close[row])));
              pen.strokeStyle = isRise ? colours.positive : colours.negative;
              pen.fillStyle = isRise ? colours.paper : colours.negative;
              pen.beginPath();
              pen.moveTo(x, place(high[row]));
              pen.lineTo(x, place(low[row]));
              pen.stroke();
              pen.fillRect(x - half, top + 0.5, half * 2, Math.max(1, bottom - top));
              pen.strokeRect(x - half, top + 0.5, half * 2, Math.max(0.01, bottom - top));
            }
          },

          // From the lowest to the highest price of each column of pixels, and the closes upon it.
          drawBand(high, low, close, width) {
            const { pen, view, colours, place } = this;
            const [first, last] = view.rows();
            pen.globalAlpha = 0.45;
            pen.fillStyle = colours.neutral;
            let column = null, top = 0, bottom = 0;
            const flush = () => {
              if (column !== null) pen.fillRect(column, top, 1, Math.max(1, bottom - top));
            };
            for (let row = first; row < last; row++) {
              if (!Number.isFinite(close[row])) continue;
              const own = Math.floor(view.x(row, width)), up = place(high[row]), down = place(
                low[row]);
              if (own !== column) { flush(); column = own; top = up; bottom = down; }
              top = Math.min(top, up);
              bottom = Math.max(bottom, down);
            }
            flush();
            pen.globalAlpha = 1;
            this.drawLine(close, width, colours.neutral, false);
          },

          drawTrades() {
            const { view, pen, colours } = this, trades = view.trades;
            if (!trades) return;
            const { entry, exit, entryLevel, exitLevel, profit, side } = trades.columns;
            const isSeen = row => view.bar(row) >= view.from - 1 && view.bar(row) <= view.to + 1;
            const seen = [];
            for (let at = 0; at < entry.length; at++) {
              if (isSeen(entry[at]) || isSeen(exit[at])) seen.push(at);
            }
            const size = seen.length > 600 ? 2.2 : seen.length > 300 ? 3 : seen.length > 80 ? 4
              : 5.5;
            const tip = (row, value, isUp, colour, scale) => {
              const x = view.x(row, this.width), y = this.place(value), way = isUp ? 1 : -1;
              pen.fillStyle = colour;
              pen.strokeStyle = colours.paper;
              pen.lineWidth = 1;
              pen.beginPath();
              pen.moveTo(x, y + way);
              pen.lineTo(x - scale, y + way * (1 + scale * 1.8));
              pen.lineTo(x + scale, y + way * (1 + scale * 1.8));
              pen.closePath();
              pen.fill();
              pen.stroke();
            };
            for (const at of seen) {
              const colour = profit[at] > 0 ? colours.positive : colours.negative;
              if (seen.length < 150) {
                pen.strokeStyle = colour;
                pen.setLineDash([2, 3]);
                pen.beginPath();
                pen.moveTo(view.x(entry[at], this.width), this.place(entryLevel[at]));
                pen.lineTo(view.x(exit[at], this.width), this.place(exitLevel[at]));
                pen.stroke();
                pen.setLineDash([]);
              }
              const scale = at === trades.chosen ? size + 2 : size;
              tip(entry[at], entryLevel[at], side[at] > 0, colours.primary, scale);
              tip(exit[at], exitLevel[at], side[at] < 0, colour, scale);
            }
            const open = view.data.open;
            if (open) tip(open.row, open.level, open.side > 0, colours.primary, size);
          },

          // Corporate actions and findings: flags at the foot of the plot.
          drawMarks() {
            const { view, pen, colours, bottom } = this;
            for (const mark of view.data.marks || []) {
              const x = view.x(mark.row, this.width);
              pen.fillStyle = mark.kind === "finding" ? colours.negative : colours.first;
              pen.beginPath();
              pen.arc(x, bottom - 7, 4, 0, 7);
              pen.fill();
            }
          },
        });
        """#
}
