(T => {
  const FIRST = 200;

  const compare = (a, b) => {
    const [noA, noB] = [a === null || a === undefined, b === null || b === undefined];
    if (noA || noB) return noA - noB;
    return typeof a === "number" && typeof b === "number"
      ? a - b
      : String(a).localeCompare(String(b));
  };

  /** Sorts by what the column's value says; rows without one stay last in both directions. */
  const sorted = (rows, column, direction) =>
    [...rows].sort((a, b) => {
      const [x, y] = [column.value(a), column.value(b)];
      const order = compare(x, y);
      return (x ?? null) === null || (y ?? null) === null ? order : order * direction;
    });

  const text = (column, row) => (column.text ? column.text(row) : String(column.value(row) ?? "–"));

  const look = (column, row) =>
    column.number
      ? "number" + (column.value(row) === 0 ? " zero" : "")
      : column.wide
        ? "wide"
        : null;

  const cell = (column, row) =>
    T.el("td", { class: look(column, row) }, column.node ? column.node(row) : text(column, row));

  const filters = (options, state, update) => {
    const input = T.el("input", {
      type: "search",
      placeholder: "Filter",
      "aria-label": "Filter " + options.name,
      oninput: event =>
        update({ words: event.target.value.toLowerCase().split(/\s+/).filter(Boolean) }),
    });
    if (!options.severity) return [input];
    const present = ["critical", "warning", "info"].filter(level =>
      options.rows.some(row => options.severity(row).includes(level)),
    );
    const select = T.el(
      "select",
      {
        "aria-label": "Severity of " + options.name,
        onchange: event => update({ severity: event.target.value }),
      },
      T.el("option", { value: "" }, "All severities"),
      present.map(level => T.el("option", { value: level }, level)),
    );
    return [input, select];
  };

  const header = (column, state, update) => {
    if (state.plain)
      return T.el("th", { scope: "col", class: column.number ? "number" : null }, column.label);
    const sort = () => {
      const again = state.column === column;
      update({ column, direction: again ? -state.direction : column.number ? -1 : 1 });
    };
    column.head = T.el(
      "th",
      { scope: "col", class: column.number ? "number" : null, "aria-sort": "none" },
      T.el("button", { type: "button", onclick: sort }, column.label),
    );
    return column.head;
  };

  /**
   * A table that sorts and filters. Columns have a label and a value to sort by, and may have a
   * text or a node to show; optional ones are left out when empty; options.plain leaves out what a table of few rows does not need.
   */
  T.table = given => {
    const options = {
      ...given,
      columns: given.columns.filter(
        column => !column.optional || given.rows.some(row => column.value(row) !== null),
      ),
    };
    const state = {
      words: [],
      severity: "",
      column: null,
      direction: 1,
      all: false,
      plain: options.plain,
    };
    const words = new Map();
    const textOf = row => {
      if (!words.has(row))
        words.set(
          row,
          options.columns
            .map(column => text(column, row))
            .join(" ")
            .toLowerCase(),
        );
      return words.get(row);
    };
    const drawn = new Map();
    const drawnRow = row => {
      if (!drawn.has(row))
        drawn.set(
          row,
          T.el(
            "tr",
            {},
            options.columns.map(column => cell(column, row)),
          ),
        );
      return drawn.get(row);
    };
    const body = T.el("tbody");
    const count = T.el("span", { class: "count", role: "status" });
    const more = T.el("button", {
      type: "button",
      class: "more",
      onclick: () => update({ all: true }),
    });

    const update = change => {
      Object.assign(state, change);
      let rows = options.rows.filter(
        row =>
          (!state.severity || options.severity(row).includes(state.severity)) &&
          (!state.words.length || state.words.every(word => textOf(row).includes(word))),
      );
      if (state.column) rows = sorted(rows, state.column, state.direction);
      const shown = state.all ? rows : rows.slice(0, FIRST);
      body.replaceChildren(...shown.map(drawnRow));
      if (!rows.length)
        body.append(
          T.el(
            "tr",
            {},
            T.el("td", { colspan: options.columns.length, class: "empty" }, "Nothing matches."),
          ),
        );
      count.textContent =
        rows.length === options.rows.length
          ? T.format.count(rows.length) + (rows.length === 1 ? " row" : " rows")
          : T.format.count(rows.length) + " of " + T.format.count(options.rows.length);
      more.hidden = shown.length === rows.length;
      more.textContent = "Show all " + T.format.count(rows.length);
      options.columns.forEach(column =>
        column.head?.setAttribute(
          "aria-sort",
          column !== state.column ? "none" : state.direction > 0 ? "ascending" : "descending",
        ),
      );
    };

    const head = T.el(
      "thead",
      {},
      T.el(
        "tr",
        {},
        options.columns.map(column => header(column, state, update)),
      ),
    );
    const table = T.el(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": options.name },
      T.el("table", {}, T.el("caption", { class: "hidden" }, options.name), head, body),
    );
    update({});
    if (options.plain) return table;
    return T.el(
      "div",
      { class: "table" },
      T.el("div", { class: "tools" }, filters(options, state, update), count),
      table,
      more,
    );
  };
})(globalThis.Tocsin);
