(T => {
  const { duration, fraction, numbers, part } = T.tally;

  const curve = points =>
    T.lazy(170, host =>
      T.plot(host, {
        height: 170,
        unit: "count",
        describe: "How often the rule would have fired, by its setting",
        data: [
          points.map((_, i) => i),
          points.map(point => point.fired),
          points.map(point => point.pages),
        ],
        here: points.findIndex(point => point.current),
        xRange: [-0.3, points.length - 0.7],
        xValues: (u, splits) => splits.map(i => points[i]?.label ?? ""),
        series: [
          { label: "fired", color: "series-1", points: true },
          { label: "pages", color: "series-2", points: true, dash: [6, 3] },
        ],
      }),
    );

  T.sweep = one =>
    part(
      `Sweep of the ${one.what} of ${one.rule}${one.now ? `, now ${one.now}` : ""}`,
      T.el(
        "div",
        { class: "pair" },
        T.el("div", {}, curve(one.points)),
        T.table({
          name: "settings",
          rows: one.points,
          plain: one.points.length < 8,
          columns: [
            {
              label: one.what.charAt(0).toUpperCase() + one.what.slice(1),
              value: row => row.value,
              text: row => row.label + (row.current ? " (now)" : ""),
            },
            numbers("Fired", "fired"),
            numbers("On for", "firing_ms", duration),
            numbers("Pages", "pages"),
            ...(one.points.some(point => point.precision != null || point.recall != null)
              ? [numbers("Precision", "precision", fraction), numbers("Recall", "recall", fraction)]
              : []),
          ],
        }),
      ),
      (one.refused ?? []).map(each => T.el("p", {}, `Not with ${each}`)),
    );
})(globalThis.Tocsin);
