(T => {
  const FIRST = 25;
  const LETTER = 6.2;
  const MOST_ROWS = 6;

  const mark = one => {
    const kind = T.markKind(one.kind);
    const moment = one.until === one.from;
    const words = `${one.kind} ${one.text}: ${T.format.time(one.from)}` + (moment ? "" : " – " + T.format.time(one.until));
    const node = T.el("span", { class: `mark ${kind}` + (moment ? " moment" : ""), title: words },
      T.el("span", { class: "mark-text" }, one.text));
    return { node, from: one.from, until: one.until, text: one.text };
  };

  /** Puts the names of marks that are near each other in rows below each other. */
  const stack = (marks, box) => {
    const width = box.clientWidth;
    const ends = [];
    for (const one of marks.filter(mark => !mark.node.hidden)) {
      const left = parseFloat(one.node.style.left) / 100 * width;
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

  const key = (report, lanes) => T.el("ul", { class: "key" },
    ["critical", "warning", "info"].filter(level => report.rules.some(rule => rule.severity === level && rule.fired))
      .map(level => T.el("li", {}, T.el("i", { class: "swatch firing " + level }), level + " firing")),
    lanes.some(lane => lane.waits) ? T.el("li", {}, T.el("i", { class: "swatch pending" }), "pending") : null,
    lanes.some(lane => lane.open) ? T.el("li", {}, T.el("i", { class: "swatch open" }), "still on at the end") : null,
    ["deployment", "fault", "incident"].filter(kind => report.marks.some(mark => mark.kind === kind))
      .map(kind => T.el("li", {}, T.el("i", { class: "swatch mark-" + kind }), kind)));

  const listed = marks => marks.length ? T.el("details", { class: "folded" },
    T.el("summary", {}, `Deployments, faults and incidents (${marks.length})`),
    T.table({
      name: "marks", rows: marks, plain: marks.length < 8,
      columns: [
        { label: "From", value: mark => mark.from, text: mark => T.format.time(mark.from) },
        { label: "Lasted", number: true, value: mark => mark.until - mark.from, text: mark => mark.until === mark.from ? "–" : T.format.duration(mark.until - mark.from) },
        { label: "Kind", value: mark => mark.kind },
        { label: "What", wide: true, value: mark => mark.text },
      ],
    })) : null;

  const traffic = report => {
    const { t, width_ms, calls, errors } = report.traffic;
    const stepped = uPlot.paths.stepped({ align: 1 });
    return T.lazy(150, host => T.plot(host, {
      height: 150, unit: "count", right: true, marks: report.marks, named: false, describe: "Calls and errors over time",
      data: T.closed(t, width_ms, calls, errors),
      series: [
        { label: "calls", color: "calls", fill: "calls-fill", paths: stepped, width: 1 },
        { label: "errors", color: "errors", fill: "errors-fill", paths: stepped, width: 1.5 },
      ],
    }));
  };

  const rows = (report, lanes) => {
    const hidden = lanes.slice(FIRST);
    hidden.forEach(lane => lane.node.hidden = true);
    const more = hidden.length ? T.el("button", {
      type: "button", class: "more", onclick: () => {
        hidden.forEach(lane => lane.node.hidden = false);
        more.remove();
      },
    }, `Show all ${lanes.length} rules`) : null;
    return [lanes.map(lane => lane.node), more];
  };

  T.overview = (report, spans) => {
    const lanes = T.lanes(report, spans);
    const marks = report.marks.map(mark);
    const over = T.el("div", { class: "marks" }, marks.map(mark => mark.node));
    const chart = T.el("div", { class: "lanes" }, over,
      lanes.length ? rows(report, lanes) : T.empty("Nothing fired."),
      report.traffic ? T.el("div", { class: "lane-plot" }, T.el("span", { class: "lane-name" }, "Traffic"),
        T.el("div", {}, traffic(report))) : null);
    const layOut = () => {
      [...marks, ...lanes.flatMap(lane => lane.bars)].forEach(one => T.placeSpan(one, T.zoom.range()));
      stack(marks, over);
    };
    T.zoom.onChange(layOut);
    T.print.onChange(layOut);
    new ResizeObserver(layOut).observe(over);
    return T.section("timeline", "Timeline", key(report, lanes), chart, listed(report.marks));
  };
})(globalThis.Tocsin);
