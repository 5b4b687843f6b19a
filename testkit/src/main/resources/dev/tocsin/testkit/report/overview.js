(T => {
  const FIRST = 25;

  const key = (report, lanes) =>
    T.el(
      "ul",
      { class: "key" },
      ["critical", "warning", "info"]
        .filter(level => report.rules.some(rule => rule.spans.firing.some(span => T.spanTone(span, rule) === level)))
        .map(level =>
          T.el("li", {}, T.el("i", { class: "swatch firing " + level }), level + " firing"),
        ),
      lanes.some(lane => lane.waits)
        ? T.el("li", {}, T.el("i", { class: "swatch pending" }), "pending")
        : null,
      lanes.some(lane => lane.open)
        ? T.el("li", {}, T.el("i", { class: "swatch open" }), "still on at the end")
        : null,
      ["deployment", "fault", "incident"]
        .filter(kind => report.marks.some(mark => mark.kind === kind))
        .map(kind => T.el("li", {}, T.el("i", { class: "swatch mark-" + kind }), kind)),
    );

  const traffic = report => {
    const { t, width_ms, calls, errors } = report.traffic;
    const stepped = uPlot.paths.stepped({ align: 1 });
    return T.lazy(150, host =>
      T.plot(host, {
        height: 150,
        unit: "count",
        right: true,
        marks: report.marks,
        named: false,
        describe: "Calls and errors over time",
        data: T.closed(t, width_ms, calls, errors),
        series: [
          { label: "calls", color: "calls", fill: "calls-fill", paths: stepped, width: 1 },
          { label: "errors", color: "errors", fill: "errors-fill", paths: stepped, width: 1.5 },
        ],
      }),
    );
  };

  const rows = (report, lanes) => {
    const hidden = lanes.slice(FIRST);
    hidden.forEach(lane => (lane.node.hidden = true));
    const more = hidden.length
      ? T.el(
          "button",
          {
            type: "button",
            class: "more",
            onclick: () => {
              hidden.forEach(lane => (lane.node.hidden = false));
              more.remove();
            },
          },
          `Show all ${lanes.length} rules`,
        )
      : null;
    return [lanes.map(lane => lane.node), more];
  };

  T.overview = (report, spans) => {
    const lanes = T.lanes(report, spans);
    const marks = T.marks.drawn(report.marks);
    const over = T.el(
      "div",
      { class: "marks" },
      marks.map(mark => mark.node),
    );
    const chart = T.el(
      "div",
      { class: "lanes" },
      over,
      lanes.length ? rows(report, lanes) : T.empty("Nothing fired."),
      report.traffic
        ? T.el(
            "div",
            { class: "lane-plot" },
            T.el("span", { class: "lane-name" }, "Traffic"),
            T.el("div", {}, traffic(report)),
          )
        : null,
    );
    const layOut = () => {
      [...marks, ...lanes.flatMap(lane => lane.bars)].forEach(one =>
        T.placeSpan(one, T.zoom.range()),
      );
      T.marks.stack(marks, over);
    };
    T.zoom.onChange(layOut);
    T.print.onChange(layOut);
    new ResizeObserver(layOut).observe(over);
    return T.section(
      "timeline",
      "Timeline",
      key(report, lanes),
      chart,
      T.marks.listed(report.marks),
    );
  };
})(globalThis.Tocsin);
