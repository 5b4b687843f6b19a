(T => {
  const LETTER = 6.2;
  const MOST_ROWS = 6;

  const mark = one => {
    const kind = T.markKind(one.kind);
    const moment = one.until === one.from;
    const words =
      `${one.kind} ${one.text}: ${T.format.time(one.from)}` +
      (moment ? "" : " – " + T.format.time(one.until));
    const node = T.el(
      "span",
      { class: `mark ${kind}` + (moment ? " moment" : ""), title: words },
      T.el("span", { class: "mark-text" }, one.text),
    );
    return { node, from: one.from, until: one.until, text: one.text };
  };

  /** Puts the names of marks that are near each other in rows below each other. */
  const stack = (marks, box) => {
    const width = box.clientWidth;
    const ends = [];
    for (const one of marks.filter(mark => !mark.node.hidden)) {
      const left = (parseFloat(one.node.style.left) / 100) * width;
      const needed = one.text.length * LETTER + 14;
      const from = Math.min(left, Math.max(0, width - needed));
      let row = ends.findIndex(end => end <= from);
      if (row < 0) row = ends.length;
      one.node.firstChild.hidden = row >= MOST_ROWS;
      one.node.style.setProperty("--row", row < MOST_ROWS ? row : 0);
      if (row >= MOST_ROWS) continue;
      ends[row] = from + needed;
      one.node.style.setProperty("--shift", from - left + "px");
    }
    box.parentElement.style.setProperty("--rows", ends.length);
  };

  const listed = marks =>
    marks.length
      ? T.el(
          "details",
          { class: "folded" },
          T.el("summary", {}, `Deployments, faults and incidents (${marks.length})`),
          T.table({
            name: "marks",
            rows: marks,
            plain: marks.length < 8,
            columns: [
              { label: "From", value: mark => mark.from, text: mark => T.format.time(mark.from) },
              {
                label: "Lasted",
                number: true,
                value: mark => mark.until - mark.from,
                text: mark =>
                  mark.until === mark.from ? "–" : T.format.duration(mark.until - mark.from),
              },
              { label: "Kind", value: mark => mark.kind },
              { label: "What", wide: true, value: mark => mark.text },
            ],
          }),
        )
      : null;

  T.marks = { drawn: marks => marks.map(mark), stack, listed };
})(globalThis.Tocsin);
