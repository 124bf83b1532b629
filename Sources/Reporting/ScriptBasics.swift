/// The script of a page: decoding, numbers, ticks, colours.
enum ScriptBasics {
    static let text = #"""
        window.addEventListener("error", e => { root.dataset.error = e.message; });
        const root = document.documentElement;
        const $ = (text, from) => (from || document).querySelector(text);
        const $$ = (text, from) => Array.from((from || document).querySelectorAll(text));
        const page = JSON.parse($("#page-data").textContent);
        const say = key => page.texts[key] || key;
        const views = [];
        root.classList.add("live");

        // An element; what is text stays text.
        function make(name, attributes, ...children) {
          const element = document.createElement(name);
          for (const key in attributes) element.setAttribute(key, attributes[key]);
          element.append(...children);
          return element;
        }

        // A column of numbers: differences as base-128 numbers, 0 for what is unknown.
        function unpack([places, text], count) {
          const bytes = atob(text), values = new Float64Array(count), scale = 10 ** Math.abs(
            places);
          let at = 0, sum = 0;
          for (let row = 0; row < count; row++) {
            let code = 0, factor = 1, byte;
            do {
              byte = bytes.charCodeAt(at++);
              code += (byte & 127) * factor;
              factor *= 128;
            } while (byte > 127);
            if (code === 0) { values[row] = NaN; continue; }
            code -= 1;
            sum += code % 2 ? -(code + 1) / 2 : code / 2;
            values[row] = places < 0 ? sum * scale : sum / scale;
          }
          return values;
        }

        const numberFormats = [];
        function number(value, places, isSigned) {
          if (!Number.isFinite(value)) return "–";
          const format = numberFormats[places]
            || (numberFormats[places] = new Intl.NumberFormat("en-US",
            { minimumFractionDigits: places, maximumFractionDigits: places }));
          const text = format.format(Math.abs(value)), isZero = !/[1-9]/.test(text);
          return (isZero ? "" : value < 0 ? "−" : isSigned ? "+" : "") + text;
        }
        const percent = (value, isSigned, places = 2) =>
          Number.isFinite(value) ? number(value * 100, places, isSigned) + "%" : "–";
        const price = value => number(value, Math.abs(value) < 1 ? 6 : 2);
        const amount = value => Number.isFinite(value)
          ? new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 }).format(value) : "–";
        const money = (value, isSigned) => number(value, 2, isSigned);
        function figure(value, format) {
          if (format === "percent") return percent(value);
          if (format === "ratio") return number(value, 2);
          if (format === "money") return number(value, Math.abs(value) < 1000 ? 2 : 0);
          if (format === "count") return amount(value);
          return Math.abs(value) >= 1e6 ? number(value, 0) : price(value);
        }

        // Round steps of 1, 2 or 5 times a power of ten.
        function niceStep(low, high, count) {
          const raw = (high - low) / count, power = 10 ** Math.floor(Math.log10(raw));
          return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= raw) || power;
        }
        function ticks(low, high, count, isLog) {
          if (isLog) {
            for (const factors of [[1, 2, 5], [1, 3], [1]]) {
              const found = [];
              for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
                for (const factor of factors) {
                  const value = factor * 10 ** power;
                  if (value >= low && value <= high) found.push(value);
                }
              }
              if (found.length > 2 && found.length <= count + 2) return found;
            }
          }
          const step = niceStep(low, high, count), found = [];
          for (let index = Math.ceil(low / step); index * step <= high; index++) {
            found.push(Number((index * step).toPrecision(12)));
          }
          return found;
        }
        function tickText(value, all, format) {
          const scale = format === "percent" ? 100 : 1;
          const gap = (all.length > 1 ? Math.min(all[1] - all[0], all.at(-1) - all.at(-2))
            : 1) * scale;
          const places = Math.max(0, Math.min(8, -Math.floor(Math.log10(gap) + 1e-9)));
          if (format === "percent") return number(value * 100, places) + "%";
          const size = Math.max(Math.abs(all.at(-1)), Math.abs(all[0]));
          if (size >= 1e7 && gap >= 1e4) return number(value / 1e6, gap >= 1e6 ? 0 : 2) + "M";
          return number(value, places);
        }

        // The page's colours by name, read again when the theme changes.
        let paletteCache = null;
        function palette() {
          if (paletteCache) return paletteCache;
          const style = getComputedStyle(root), colours = {};
          for (const name of ["paper", "ink", "muted", "rule", "grid", "primary", "secondary",
            "neutral",
            "positive", "negative", "first", "second", "third", "fourth"]) {
            colours[name] = style.getPropertyValue("--" + name).trim();
          }
          return paletteCache = colours;
        }
        function repaint() {
          paletteCache = null;
          views.forEach(view => view.schedule());
        }
        """#
}
