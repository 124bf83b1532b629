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
        // With as many more places as a small fraction needs to show two digits.
        function percent(value, isSigned, places = 2) {
          if (!Number.isFinite(value)) return "–";
          let size = Math.abs(value) * 100;
          // What is smaller still is the rounding of a zero.
          if (size > 1e-8) for (; size < 0.0995; places++) size *= 10;
          // What is not all does not look like all.
          while (Math.abs(value) < 1 && places < 10
            && 100 - Math.abs(value) * 100 < 0.5 / 10 ** places) places++;
          return number(value * 100, places, isSigned) + "%";
        }
        const amount = value => Number.isFinite(value)
          ? new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 }).format(value) : "–";
        const money = (value, isSigned) => number(value, 2, isSigned);
        function figure(value, { format, places }) {
          if (format === "percent") return percent(value);
          if (format === "ratio") return number(value, 2);
          if (format === "money") return number(value, Math.abs(value) < 1000 ? 2 : 0);
          if (format === "count") return amount(value);
          return number(value, Math.abs(value) >= 1e6 ? 0 : places);
        }

        // Multiples of 1, 2 or 5 times a power of ten, at most so many but three at least, by the
        // rule of the drawings that are there before the script.
        function niceTicks(low, high, count) {
          let power = Math.floor(Math.log10((high - low) / count)) - 1, finer = null;
          for (; power < 300; power++) {
            for (const factor of [1, 2, 5]) {
              const step = power < 0 ? factor / 10 ** -power : factor * 10 ** power;
              const first = Math.ceil(low / step), last = Math.floor(high / step);
              if (last - first >= 8 * count) continue;
              const values = [];
              for (let index = first; index <= last; index++) {
                values.push(power < 0 ? index * factor / 10 ** -power : index * step);
              }
              const found = { step, values };
              if (values.length > count) { finer = found; continue; }
              return values.length < 3 && finer ? finer : found;
            }
          }
          return { step: 1, values: [] };
        }
        function ticks(low, high, count, isLog) {
          if (isLog) {
            const powers = [], most = Math.max(3, count);
            for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high));
              power++) powers.push(power < 0 ? 1 / 10 ** -power : 10 ** power);
            for (const factors of [[1, 2, 5], [1, 3], [1]]) {
              const values = powers.flatMap(power => factors.map(factor => factor * power))
                .filter(value => value >= low && value <= high);
              if (values.length >= 3 && values.length <= most) return { step: values[0], values };
            }
          }
          return niceTicks(low, high, count);
        }
        // The places after the dot that multiples of a step need.
        function placesOf(step) {
          let places = 0, scaled = step;
          while (places < 10
            && (Math.abs(scaled - Math.round(scaled)) > 1e-6 * scaled || scaled < 0.5)) {
            scaled = step * 10 ** ++places;
          }
          return places;
        }
        function tickText(value, { step, values }, format, isLog) {
          const own = isLog ? Math.min(step, value) : step;
          if (format === "percent") return number(value * 100, placesOf(own * 100)) + "%";
          const largest = Math.max(...values.map(Math.abs));
          const isMany = largest >= 1e7 && step >= 1e4 && value !== 0;
          return isMany ? number(value / 1e6, placesOf(own / 1e6)) + "M"
            : number(value, placesOf(own));
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
