/// The script of a page: sorting, filtering, the charts, the theme.
enum ScriptPage {
    static let text = #"""
        // Tables whose heads sort their rows; a cell may carry its number as data.
        $$("table.sortable").forEach(table => {
          const body = table.tBodies[0];
          $$("th button", table).forEach(button => button.addEventListener("click", () => {
            const head = button.closest("th"), index = head.cellIndex;
            const isDown = head.getAttribute("aria-sort") !== "descending";
            $$("th", head.parentNode).forEach(other => other.setAttribute("aria-sort", "none"));
            head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
            const key = row => {
              const cell = row.cells[index], text = cell.dataset.value;
              return text === undefined ? cell.textContent : text === "" ? null : Number(text);
            };
            const rows = Array.from(body.rows).map((row, at) => ({ row, key: key(row), at }));
            rows.sort((one, two) => {
              if (one.key === null || two.key === null) {
                return (one.key === null) - (two.key === null) || one.at - two.at;
              }
              const way = one.key < two.key ? -1 : one.key > two.key ? 1 : 0;
              return (isDown ? -way : way) || one.at - two.at;
            });
            body.append(...rows.map(entry => entry.row));
          }));
        });

        // Columns that follow what is typed: rows without the text are hidden.
        $$("input[data-filter]").forEach(input => input.addEventListener("input", () => {
          const wanted = input.value.trim().toLowerCase();
          $$("#" + input.dataset.filter + " tbody tr").forEach(row => {
            row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
          });
        }));

        // The charts of the run.
        $$("section.run").filter(section => $(".run-data", section)).forEach(section => {
          const view = new View(section);
          views.push(view);
          view.schedule();
        });

        // Automatic, light or dark.
        const themes = ["auto", "light", "dark"], themeButton = $("#theme");
        function setTheme(name) {
          if (name === "auto") delete root.dataset.theme; else root.dataset.theme = name;
          if (themeButton) themeButton.textContent = say("theme-" + name);
          repaint();
        }
        let theme = "auto";
        try { theme = localStorage.getItem("finstage-theme") || "auto"; } catch {
          /* no storage here */ }
        const asked = new URLSearchParams(location.search).get("theme");
        setTheme(themes.includes(asked) ? asked : themes.includes(theme) ? theme : "auto");
        if (themeButton) {
          themeButton.hidden = false;
          themeButton.addEventListener("click", () => {
            theme = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % 3];
            try { localStorage.setItem("finstage-theme", theme); } catch { /* no storage here */ }
            setTheme(theme);
          });
        }
        matchMedia("(prefers-color-scheme:dark)").addEventListener("change", repaint);
        // Paper shows what a click would open.
        window.addEventListener("beforeprint", () => $$("details:not([open])").forEach(one => {
          one.open = true;
          one.dataset.opened = "yes";
        }));
        window.addEventListener("afterprint", () => $$("details[data-opened]").forEach(one => {
          one.open = false;
          delete one.dataset.opened;
        }));
        document.addEventListener("keydown", event => {
          if (event.key !== "Escape") return;
          $$(".term:focus").forEach(term => term.blur());
          views.forEach(view => view.trades && view.trades.choose(null));
        });
        root.dataset.ready = "yes";
        """#
}
