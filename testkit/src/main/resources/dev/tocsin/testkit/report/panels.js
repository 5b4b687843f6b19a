(T => {
  const COLORS = 6;

  const thresholds = series =>
    Array.isArray(series.threshold)
      ? series.threshold
      : series.t.map(() => series.threshold ?? null);

  const shared = all => {
    const first = JSON.stringify(all[0]?.threshold);
    return all.every(series => JSON.stringify(series.threshold) === first) && all.length > 0;
  };

  const readings = (series, i) => ({
    label: series.group || "reading",
    color: "series-" + ((i % COLORS) + 1),
    dash: i >= COLORS ? [6, 3] : undefined,
    table: [series.t, series.v],
  });

  const limit = (series, i, alone) => ({
    label: alone ? "threshold" : "threshold of " + (series.group || "all"),
    color: alone ? "threshold" : "series-" + ((i % COLORS) + 1),
    width: 1.25,
    dash: [3, 4],
    table: [series.t, thresholds(series)],
  });

  const most = series =>
    series.v.reduce((most, v) => (v !== null && (most === null || v > most) ? v : most), null);

  const describe = panel => {
    const highest = panel.series.map(most).filter(v => v !== null);
    return (
      `${panel.term} over time, ${panel.series.length} series` +
      (highest.length
        ? ", highest " + T.format.value(Math.max(...highest), panel.unit)
        : ", no readings")
    );
  };

  /** A single threshold of one number: across the whole plot, also where there is no reading. */
  const stretched = (report, one) => ({
    ...limit({ ...one, t: [report.from, report.until] }, 0, true),
  });

  T.panel = (report, rule, panel, spans) => {
    const limited = panel.series.some(one => one.threshold != null);
    const same = shared(panel.series);
    const constant = limited && same && !Array.isArray(panel.series[0].threshold);
    const series = [
      ...panel.series.map(readings),
      ...(!limited
        ? []
        : constant
          ? [stretched(report, panel.series[0])]
          : same
            ? [limit({ ...panel.series[0], group: "" }, 0, true)]
            : panel.series.map((one, i) => limit(one, i, false))),
    ];
    const caption = [
      T.el("code", {}, panel.term),
      !limited
        ? null
        : constant
          ? ` ${panel.operator} ${T.format.value(panel.series[0].threshold, panel.unit)}`
          : ` ${panel.operator} a threshold that changes`,
    ];
    if (!panel.series.length)
      return T.el(
        "figure",
        {},
        T.el("figcaption", {}, T.el("code", {}, panel.term)),
        T.empty("No readings."),
      );
    return T.el(
      "figure",
      {},
      T.el(
        "figcaption",
        {},
        caption,
        panel.more_groups ? T.el("small", {}, ` and ${panel.more_groups} more groups`) : null,
      ),
      T.lazy(190, host =>
        T.plot(host, {
          unit: panel.unit,
          severity: T.tone(rule.severity),
          spans,
          marks: report.marks,
          describe: describe(panel),
          series,
          data: uPlot.join(series.map(one => one.table)),
        }),
      ),
    );
  };
})(globalThis.Tocsin);
