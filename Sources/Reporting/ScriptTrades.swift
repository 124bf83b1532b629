/// The script of a page: the table of trades and why one happened.
enum ScriptTrades {
    static let text = #"""
        const tradesAPage = 50;

        // Buttons that were made anew: the one in the place of the one that had the focus has it,
        // or another where that one can no longer be pressed.
        function refocus(parent, index) {
          if (index < 0) return;
          const buttons = $$("button", parent);
          const next = buttons[index] && !buttons[index].disabled ? buttons[index]
            : buttons.find(button => !button.disabled);
          if (next) next.focus({ preventScroll: true });
        }

        // The closed trades: a table in pages, and the one that is looked at.
        class Trades {
          constructor(view, section) {
            const { count, reasons, symbols, columns } = view.data.trades;
            Object.assign(
              this, { view, count, reasons, symbols, chosen: null, first: 0, isDown: false });
            this.columns = {};
            for (const name in columns) this.columns[name] = unpack(columns[name], count);
            this.columns.length = Float64Array.from({ length: count },
              (_, at) => view.bar(this.columns.exit[at]) - view.bar(this.columns.entry[at]));
            this.columns.number = Float64Array.from({ length: count }, (_, index) => index + 1);
            this.order = Array.from({ length: count }, (_, index) => index);
            this.body = $(".trades tbody", section);
            this.pager = $(".pager", section);
            this.card = $(".why", section);
            if (!this.body) return;
            this.openRows = $$("tr.open", this.body);
            $$(".trades th button", section).forEach(button =>
              button.addEventListener("click", () => this.sort(button)));
            this.body.addEventListener("click", event => {
              const row = event.target.closest("tr[data-trade]");
              if (row) this.choose(Number(row.dataset.trade), true);
            });
            $$(".scatter", section).forEach(plot => this.listenToScatter(plot));
            this.render();
          }

          sort(button) {
            const key = button.dataset.key, values = this.columns[key];
            const head = button.closest("th");
            this.isDown = head.getAttribute("aria-sort") === "descending" ? false : true;
            $$("th", head.parentNode).forEach(other => other.setAttribute("aria-sort", "none"));
            head.setAttribute("aria-sort", this.isDown ? "descending" : "ascending");
            const sign = this.isDown ? -1 : 1;
            this.order.sort((one, two) => sign * (values[one] - values[two]) || one - two);
            this.first = 0;
            this.render();
          }

          render() {
            const rows = this.order.slice(this.first, this.first + tradesAPage).map(
              at => this.row(at));
            const isEnd = this.first + tradesAPage >= this.count;
            this.body.replaceChildren(...rows, ...(isEnd ? this.openRows : []));
            if (!this.pager) return;
            const held = $$("button", this.pager).indexOf(document.activeElement);
            this.pager.replaceChildren();
            if (this.count <= tradesAPage) return;
            const turn = (label, first) => {
              const button = make("button", { type: "button" }, label);
              button.disabled = first < 0 || first >= this.count;
              button.addEventListener("click", () => { this.first = first; this.render(); });
              return button;
            };
            const last = Math.min(this.count, this.first + tradesAPage);
            const range = `${number(this.first + 1, 0)}–${number(last, 0)}`;
            this.pager.append(turn(say("previous"), this.first - tradesAPage),
              make("span", {}, `${range} / ${number(this.count, 0)}`),
              turn(say("next"), this.first + tradesAPage));
            refocus(this.pager, held);
          }

          row(at) {
            const c = this.columns, tone = c.profit[at] > 0 ? "gain" : c.profit[at] < 0
              ? "loss" : "";
            const cell = (text, kind) => make("td", kind ? { class: kind } : {}, text);
            const button = make(
              "button", { type: "button", "aria-label": `${say("showTrade")} ${at + 1}` },
              String(at + 1));
            return make("tr", { "data-trade": at, ...(
              at === this.chosen ? { class: "chosen" } : {}) },
              cell(button), ...(c.symbol ? [cell(this.symbols[c.symbol[at]])] : []),
                cell(say(c.side[at] > 0 ? "long" : "short")),
                cell(this.view.time(c.entry[at])),
              cell(this.view.paid(c.entryPrice[at])), cell(this.view.time(c.exit[at])),
                cell(this.view.paid(c.exitPrice[at])),
              cell(amount(c.quantity[at])), cell(money(c.profit[at], true), tone),
              cell(percent(c.share[at], true), tone), cell(number(c.length[at], 0)),
              cell(say(this.reasons[c.reason[at]])));
          }

          choose(at, isMoving) {
            const before = this.chosen, isWithin = this.card
              && this.card.contains(document.activeElement);
            this.chosen = at;
            const place = at === null ? this.first : this.order.indexOf(at);
            if (place < this.first || place >= this.first + tradesAPage) {
              this.first = Math.floor(place / tradesAPage) * tradesAPage;
              this.render();
            }
            $$("tr[data-trade]", this.body).forEach(row =>
              row.classList.toggle("chosen", Number(row.dataset.trade) === at));
            if (this.card) {
              this.card.hidden = at === null;
              if (at !== null) this.explain(at);
            }
            if (at === null) {
              // Whoever closes the card by the keyboard is back at the trade's own row.
              const button = $(`tr[data-trade="${before}"] button`, this.body);
              if (isWithin && button) button.focus({ preventScroll: true });
              return this.view.schedule();
            }
            const [entry, exit] = ["entry", "exit"].map(name =>
              this.view.bar(this.columns[name][at]));
            const room = Math.max(12, (exit - entry) * 0.6);
            this.view.show(entry - room, exit + room);
            const panel = this.view.panels.find(one => one.spec.trades);
            if (!isMoving) return;
            if (panel) panel.element.scrollIntoView({ block: "start" });
            if (this.card) this.card.focus({ preventScroll: true });
          }

          // The trade whose marker lies nearest to a point of the plot.
          chooseAt(point, panel) {
            const { entry, exit, entryLevel, exitLevel } = this.columns;
            let best = null, least = 18;
            for (let at = 0; at < this.count; at++) {
              for (const [row, level] of [[entry[at], entryLevel[at]], [exit[at], exitLevel[at]]]) {
                const distance = Math.hypot(this.view.x(row, panel.width) - point.x,
                  panel.place(level) - point.y);
                if (distance < least) [best, least] = [at, distance];
              }
            }
            if (best !== null) this.choose(best);
          }

          // Why it happened: the rule in words, and what the rule saw.
          explain(at) {
            const c = this.columns, side = c.side[at] > 0 ? "long" : "short";
            const reason = this.reasons[c.reason[at]];
            const leave = reason === "signal"
              ? ["exit " + side, "enter " + (side === "long" ? "short" : "long")] : [reason];
            const button = (label, go, isOff) => {
              const one = make("button", { type: "button" }, label);
              one.disabled = isOff;
              one.addEventListener("click", go);
              return one;
            };
            const held = $$("button", this.card).indexOf(document.activeElement);
            this.card.replaceChildren(
              make("div", { class: "why-head" },
                make("strong", {}, `${say("trade")} ${at + 1} · ${say(side)} · `,
                  make("span", { class: c.profit[at] > 0 ? "gain" : "loss" },
                    `${percent(c.share[at], true)} (${money(c.profit[at], true)})`)),
                make("span", { class: "buttons" },
                  button(say("previous"), () => this.choose(at - 1), at === 0),
                  button(say("next"), () => this.choose(at + 1), at === this.count - 1),
                  button(say("close"), () => this.choose(null), false))),
              make("div", { class: "why-parts" },
                this.part(say("entry"), c.entry[at], c.entryPrice[at], c.entryLevel[at],
                  c.decided[at], ["enter " + side], at, 0),
                this.part(
                  `${say("exit")} (${say(reason)})`, c.exit[at], c.exitPrice[at],
                    c.exitLevel[at], c.left[at], leave, at, 2),
                make("dl", { class: "facts" }, ...[
                  [say("worst"), percent(c.adverse[at])], [say("best"), percent(c.favorable[at])],
                  [say("quantity"), amount(c.quantity[at])], [say("fees"), money(c.fees[at])],
                ].map(([name, text]) =>
                  make("div", {}, make("dt", {}, name), make("dd", {}, text))))));
            refocus(this.card, held);
          }

          // The columns of what was seen: before and at the decision, from the one with a number.
          part(title, row, paid, level, decided, wishes, at, first) {
            // After a later split the chart stands on another share basis than the order did.
            const isSame = Math.abs(level / paid - 1) < 1e-6;
            const drawn = isSame ? "" : `, ${say("today")} ${this.view.price(level)}`;
            const rules = this.view.data.rules.filter(rule => wishes.includes(rule.wish));
            const box = make("div", {}, make("h4", {}, title),
              make("p", {}, `${this.view.time(row)} ${say("at")} ${this.view.paid(paid)}${drawn}`));
            if (Number.isFinite(decided)) {
              box.append(make("p", { class: "data" },
                `${say("decided")} ${this.view.clock(decided * this.view.scale)}`));
            }
            const seen = new Set();
            for (const rule of rules) {
              box.append(make("p", { class: "rule-text" }, rule.text));
              rule.drawn.forEach(index => seen.add(index));
            }
            // What a rule compares with a price is seen beside it.
            const close = this.view.data.seen.length - 1, list = make("dl", { class: "values" });
            for (const index of seen.size ? [close, ...seen] : []) {
              const { label, isPrice, columns } = this.view.data.seen[index];
              const text = value => !Number.isFinite(value) ? "–"
                : isPrice ? number(value, this.view.data.places.price + 1)
                : Number(value.toPrecision(6)).toString();
              const [before, now] = [first, first + 1].map(column =>
                text(unpack(columns[column], this.count)[at]));
              list.append(make("div", {}, make("dt", {}, label),
                make("dd", {}, `${before} → ${now}`)));
            }
            if (seen.size) box.append(list);
            return box;
          }

          // The scatter plot answers with its trades.
          listenToScatter(plot) {
            const { column } = plot.closest("[data-x]").dataset;
            const name = say(column === "adverse" ? "worst" : "best");
            const [x, y] = ["x", "y"].map(axis => plot.closest("[data-x]").dataset[axis].split(
              " ").map(Number));
            const spot = ([low, high, start, end], value) =>
              start + (value - low) / (high - low) * (end - start);
            const note = plot.closest("figure").querySelector(".note");
            const idle = note ? note.textContent : "";
            const find = event => {
              const box = plot.getBoundingClientRect(), scale =
                box.width / plot.viewBox.baseVal.width;
              let best = null, least = 14;
              for (let at = 0; at < this.count; at++) {
                const distance = Math.hypot(
                  spot(x, this.columns[column][at]) * scale - (event.clientX - box.left),
                  spot(y, this.columns.share[at]) * scale - (event.clientY - box.top));
                if (distance < least) [best, least] = [at, distance];
              }
              return best;
            };
            plot.addEventListener("pointermove", event => {
              const at = find(event), c = this.columns;
              plot.style.cursor = at === null ? "" : "pointer";
              if (note) {
                note.textContent = at === null ? idle : `${say("trade")} ${at + 1}: `
                  + `${percent(c.share[at], true)}, ${name} ${percent(c[column][at])}`;
              }
            });
            plot.addEventListener("click", event => {
              const at = find(event);
              if (at !== null) this.choose(at, true);
            });
          }
        }
        """#
}
