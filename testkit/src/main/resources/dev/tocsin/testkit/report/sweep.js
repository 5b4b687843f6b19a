(T => {
  const { fraction, numbers, part, seconds } = T.tally;

  const share = (label, key) => ({
    label,
    number: true,
    value: row => row.detection?.[key] ?? null,
    text: row => fraction(row.detection?.[key]),
  });

  const curve = (points, current) =>
    T.lazy(170, host =>
      T.plot(host, {
        height: 170,
        unit: "count",
        describe: "How often the rule would have fired, by its setting",
        data: [
          points.map((_, i) => i),
          points.map(point => point.alerts),
          points.map(point => point.pages),
        ],
        here: points.findIndex(point => point.value === current),
        xRange: [-0.3, points.length - 0.7],
        xValues: (u, splits) => splits.map(i => points[i]?.value ?? ""),
        series: [
          { label: "fired", color: "series-1", points: true },
          { label: "pages", color: "series-2", points: true, dash: [6, 3] },
        ],
      }),
    );

  T.sweep = one =>
    part(
      `Sweep of the ${one.what} of ${one.rule}${one.current ? `, now ${one.current}` : ""}`,
      T.el(
        "div",
        { class: "pair" },
        T.el("div", {}, curve(one.points, one.current)),
        T.table({
          name: "settings",
          rows: one.points,
          plain: one.points.length < 8,
          columns: [
            {
              label: one.what.charAt(0).toUpperCase() + one.what.slice(1),
              value: row => one.points.indexOf(row),
              text: row => row.value + (row.value === one.current ? " (now)" : ""),
            },
            numbers("Fired", "alerts"),
            numbers("On for", "firing_s", seconds),
            numbers("Pages", "pages"),
            ...(one.points.some(point => point.detection)
              ? [share("Precision", "precision"), share("Recall", "recall")]
              : []),
          ],
        }),
      ),
      one.refused.map(each => T.el("p", {}, `Not with ${each.value}: ${each.why}`)),
    );
})(globalThis.Tocsin);
