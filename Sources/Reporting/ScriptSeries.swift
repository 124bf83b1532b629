/// The script of a page: lines, candles and markers.
enum ScriptSeries {
    static let text = #"""
        // The pixels between two bars that are there over which a line still passes.
        const widestGap = 24;

        // Points to draw: all where they fit, else of each column of pixels the first, the lowest,
        // the highest and the last, so that a spike of one bar stays. Where bars are left out for
        // so wide that a straight line would pretend to know them, there is none.
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
          const most = Math.max(1, widestGap / width * (view.to - view.from));
          for (let row = first; row < last; row++) {
            const value = values[row];
            if (!Number.isFinite(value)) {
              if (!isDense) run = null;
              else if (row > 0 && Number.isFinite(values[row - 1])) { flush(); run = null; }
              continue;
            }
            if (row > first && view.bar(row) - view.bar(row - 1) > most) { flush(); run = null; }
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
              pen.lineTo(isAlone ? x + half : run[run.length - 2], base);
              pen.lineTo(isAlone ? x - half : x, base);
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

          // The numbers of the trades that begin or end in view.
          tradesInView() {
            const { view } = this;
            if (!view.trades) return [];
            const { entry, exit } = view.trades.columns;
            const isSeen = row => view.bar(row) >= view.from - 1 && view.bar(row) <= view.to + 1;
            return [...entry.keys()].filter(at => isSeen(entry[at]) || isSeen(exit[at]));
          },

          // A triangle whose tip is at a level of a row; it becomes a part of the path.
          tip(row, level, isUp, size) {
            const { pen } = this, x = this.view.x(row, this.width), y = this.place(level);
            const foot = y + (isUp ? 1 : -1) * (1 + size * 1.8);
            pen.moveTo(x, y + (isUp ? 1 : -1));
            pen.lineTo(x - size, foot);
            pen.lineTo(x + size, foot);
            pen.closePath();
          },
          mark(row, level, isUp, colour, size) {
            const { pen } = this;
            [pen.fillStyle, pen.strokeStyle, pen.lineWidth] = [colour, this.colours.paper, 1];
            pen.beginPath();
            this.tip(row, level, isUp, size);
            pen.fill();
            pen.stroke();
          },

          drawTrades(seen) {
            const { view, pen, colours } = this, { trades, data: { open } } = view;
            const size = seen.length > 80 ? 4 : 5.5;
            for (const at of seen) {
              const { entry, exit, entryLevel, exitLevel, profit, side } = trades.columns;
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
              this.mark(entry[at], entryLevel[at], side[at] > 0, colours.primary, scale);
              this.mark(exit[at], exitLevel[at], side[at] < 0, colour, scale);
            }
            if (open) this.mark(open.row, open.level, open.side > 0, colours.primary, size);
          },

          // Many trades: small triangles without an outline, of one kind and side one in each
          // column of pixels.
          drawCrowd(seen) {
            const { view, pen, colours } = this, { open } = view.data;
            const { entry, exit, entryLevel, exitLevel, profit, side } = view.trades.columns;
            const taken = new Set(), paths = {};
            const add = (row, level, isUp, colour) => {
              const key = `${Math.floor(view.x(row, this.width))} ${isUp} ${colour}`;
              if (taken.has(key)) return;
              taken.add(key);
              (paths[colour] = paths[colour] || []).push([row, level, isUp]);
            };
            for (const at of seen) {
              const end = profit[at] > 0 ? colours.positive : colours.negative;
              add(entry[at], entryLevel[at], side[at] > 0, colours.primary);
              add(exit[at], exitLevel[at], side[at] < 0, end);
            }
            if (open) add(open.row, open.level, open.side > 0, colours.primary);
            pen.globalAlpha = 0.6;
            for (const colour in paths) {
              pen.fillStyle = colour;
              pen.beginPath();
              for (const [row, level, isUp] of paths[colour]) this.tip(row, level, isUp, 2.2);
              pen.fill();
            }
            pen.globalAlpha = 1;
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
