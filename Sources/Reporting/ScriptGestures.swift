/// The script of a page: wheel, drag, pinch and keys.
enum ScriptGestures {
    static let text = #"""
        // Wheel, drag, pinch and keys on one plot.
        function listen(view, panel) {
          const plot = panel.plot, fingers = new Map();
          const place = event => {
            const box = plot.getBoundingClientRect();
            return { x: Math.min(event.clientX - box.left, panel.width),
              y: event.clientY - box.top };
          };
          const barsOf = pixels => pixels / panel.width * (view.to - view.from);
          let drag = null;

          plot.addEventListener("wheel", event => {
            const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
            const isOurs = event.ctrlKey || event.metaKey || document.activeElement === plot;
            if (isSideways && view.to - view.from < view.total) {
              event.preventDefault();
              return view.pan(barsOf(event.deltaX));
            }
            if (!isOurs || isSideways) return;
            event.preventDefault();
            const share = place(event).x / panel.width;
            const turn = Math.max(-1, Math.min(1, event.deltaY / 120));
            view.zoom(1.3 ** turn, view.from + share * (view.to - view.from));
          }, { passive: false });

          plot.addEventListener("pointerdown", event => {
            if (event.button > 0) return;
            fingers.set(event.pointerId, place(event));
            try { plot.setPointerCapture(event.pointerId); } catch { /* the pointer is gone */ }
            const isTouch = event.pointerType === "touch";
            const start = place(event);
            drag = { start, from: view.from, to: view.to, isPan: isTouch || event.shiftKey,
              moved: false };
          });

          plot.addEventListener("pointermove", event => {
            const here = place(event);
            if (!fingers.has(event.pointerId)) return view.pointAt(panel, here);
            const before = fingers.get(event.pointerId);
            fingers.set(event.pointerId, here);
            if (fingers.size === 2) {
              const other = [...fingers.entries()].find(([id]) => id !== event.pointerId)[1];
              const old = Math.abs(before.x - other.x), now = Math.abs(here.x - other.x);
              const middle = view.from + (here.x + other.x) / 2 / panel.width * (
                view.to - view.from);
              if (old > 8 && now > 8) view.zoom(old / now, middle);
              drag = null;
              return;
            }
            view.pointAt(panel, here);
            if (!drag || Math.abs(here.x - drag.start.x) < 4 && !drag.moved) return;
            drag.moved = true;
            if (drag.isPan) {
              const bars = (drag.start.x - here.x) / panel.width * (drag.to - drag.from);
              return view.show(drag.from + bars, drag.to + bars);
            }
            const [left, right] = [drag.start.x, here.x].sort((one, two) => one - two);
            Object.assign(panel.chosen.style, {
              display: "block", left: left + "px", width: right - left + "px" });
          });

          const end = event => {
            fingers.delete(event.pointerId);
            panel.chosen.style.display = "none";
            if (!drag) return;
            const here = place(event), done = drag;
            drag = null;
            if (!done.moved) return view.trades && panel.spec.trades && view.trades.chooseAt(
              here, panel);
            if (done.isPan || event.type === "pointercancel") return;
            const bars = [done.start.x, here.x].map(x => done.from + x / panel.width * (
              done.to - done.from));
            view.show(Math.min(...bars), Math.max(...bars));
          };
          plot.addEventListener("pointerup", end);
          plot.addEventListener("pointercancel", end);
          plot.addEventListener("pointerleave", () => { if (!drag) view.point(null); });
          plot.addEventListener("dblclick", () => view.reset());
          plot.addEventListener("blur", () => view.point(null));

          plot.addEventListener("keydown", event => {
            const step = (view.to - view.from) / 10, key = event.key;
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const way = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
            if (way && event.shiftKey) {
              const row = view.row === null ? view.rowAt(panel.width / 2, panel.width)
                : view.row + way;
              view.point(Math.max(0, Math.min(view.count - 1, row)));
              view.reveal(view.row);
            } else if (way) view.pan(way * step);
            else if (key === "+" || key === "=") view.zoom(1 / 1.5);
            else if (key === "-" || key === "_") view.zoom(1.5);
            else if (key === "0") view.reset();
            else if (key === "Home") view.show(0, view.to - view.from);
            else if (key === "End") view.show(view.total - (view.to - view.from), view.total);
            else return;
            event.preventDefault();
          });
        }
        """#
}
