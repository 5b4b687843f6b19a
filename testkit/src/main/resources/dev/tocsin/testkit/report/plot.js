(T => {
  const plots = new Set();

  /** A bucketed plot with its last bucket drawn to its end. */
  T.closed = (times, width, ...values) => [
    [...times, times.at(-1) + width],
    ...values.map(all => [...all, all.at(-1)]),
  ];

  /** Values without a neighbour, through which no line goes; what is undefined is none, null is a gap. */
  const lonely = (u, i) => {
    const values = u.data[i];
    const known = [...values.keys()].filter(at => values[at] !== undefined);
    const alone = known.filter(
      (at, k) =>
        values[at] !== null && (values[known[k - 1]] ?? null) === null && (values[known[k + 1]] ?? null) === null,
    );
    return alone.length ? alone : null;
  };

  const line = series => ({
    label: series.label,
    scale: series.scale ?? "y",
    width: series.width ?? 1.5,
    dash: series.dash,
    paths: series.paths,
    stroke: () => T.theme.color(series.color),
    fill: series.fill ? () => T.theme.color(series.fill) : undefined,
    points: {
      show: (u, i, from, until) => series.points || until - from < 3,
      filter: (u, i, show) => (show || series.paths ? null : lonely(u, i)),
      size: 5,
      fill: () => T.theme.color(series.color),
    },
  });

  const zoomed = u => {
    const { left, width } = u.select;
    if (width < 3) return;
    const range = [u.posToVal(left, "x"), u.posToVal(left + width, "x")];
    u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    T.zoom.set(...range);
  };

  const cursor = timed => ({
    y: false,
    drag: { x: timed, y: false, setScale: false },
    bind: { dblclick: () => (timed ? () => T.zoom.reset() : null) },
    points: { size: 6 },
    sync: timed
      ? {
          key: "tocsin",
          setSeries: false,
          filters: { pub: type => type === "mousemove" || type === "mouseleave" },
        }
      : undefined,
  });

  /**
   * Draws a plot into the host, with its legend below. The data is as uPlot takes it. The plot
   * follows the zoom of the page unless it has its own values along the x axis.
   */
  T.plot = (host, options) => {
    const timed = !options.xValues;
    const time = T.el("li", { class: "at" });
    const u = new uPlot(
      {
        width: host.clientWidth || 300,
        height: options.height ?? 190,
        ms: 1,
        tzDate: ms => uPlot.tzDate(new Date(ms), T.format.zone()),
        padding: [10, options.right ? 0 : 12, 0, 0],
        legend: { show: false },
        cursor: cursor(timed),
        scales: {
          x: timed
            ? { time: true, range: () => T.zoom.range() }
            : { time: false, range: options.xRange },
          y: { range: options.yRange ?? T.axes.height },
          ...options.scales,
        },
        axes: T.axes.both(options),
        series: [{}, ...options.series.map(line)],
        hooks: {
          drawClear: [
            u => options.marks && T.drawing.stretches(u, options.marks),
            u => options.spans && T.drawing.shade(u, options.spans, options.severity),
            u => options.here >= 0 && T.drawing.here(u, options.here),
          ],
          draw: [u => options.marks && T.drawing.marks(u, options.marks, options.named ?? true)],
          setCursor: [T.legend.follow(options, time)],
          setSelect: [u => timed && zoomed(u)],
        },
      },
      options.data,
      host,
    );
    u.root.setAttribute("role", "img");
    u.root.setAttribute("aria-label", options.describe ?? "Plot");
    if (timed) T.keys(u);
    host.after(T.legend.list(options, time));
    const fit = () => {
      if (host.clientWidth && host.clientWidth !== u.width)
        u.setSize({ width: host.clientWidth, height: u.height });
    };
    new ResizeObserver(fit).observe(host);
    plots.add({ u, timed, fit });
  };

  T.zoom.onChange(([min, max]) =>
    plots.forEach(({ u, timed }) => timed && u.setScale("x", { min, max })),
  );
  T.print.onChange(() => plots.forEach(({ fit }) => fit()));
  T.theme.onChange(() => plots.forEach(({ u }) => u.redraw(false)));
})(globalThis.Tocsin);
