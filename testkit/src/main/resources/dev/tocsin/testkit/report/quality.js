(T => {
  const within = (values, low, high) => values.every(v => v === null || (v >= low && v <= high));

  /** Scores from 0 to 1 are seen on that scale when they fill it. */
  const range = one => {
    const known = one.mean.filter(v => v !== null);
    const least = Math.min(...known);
    return within(one.mean, 0, 1) && least < 0.5 ? [0, 1.02] : undefined;
  };

  const panel = (report, one) => {
    const scores = one.count.reduce((sum, count) => sum + (count ?? 0), 0);
    const weighted = one.mean.reduce((sum, mean, i) => sum + (mean ?? 0) * (one.count[i] ?? 0), 0);
    return T.el(
      "figure",
      { class: "card" },
      T.el(
        "figcaption",
        {},
        T.el("b", {}, one.name),
        scores
          ? T.el(
              "small",
              {},
              ` mean ${T.format.value(weighted / scores, "score")} of ${T.format.count(scores)} scores`,
            )
          : null,
      ),
      scores
        ? T.lazy(160, host =>
            T.plot(host, {
              height: 160,
              unit: "score",
              marks: report.marks,
              yRange: range(one),
              describe: one.name + ", mean score over time",
              data: [one.t, one.count, one.mean],
              scales: { scores: { range: (u, least, most) => [0, (most || 1) * 5] } },
              series: [
                {
                  label: "scores",
                  color: "calls",
                  fill: "calls-fill",
                  scale: "scores",
                  unit: "count",
                  width: 0,
                  paths: uPlot.paths.bars({ size: [0.8] }),
                },
                { label: "mean", color: "series-3" },
              ],
            }),
          )
        : T.empty("No scores."),
    );
  };

  T.quality = report =>
    T.section(
      "quality",
      "Quality",
      report.quality.length
        ? T.el(
            "div",
            { class: "pair" },
            report.quality.map(one => panel(report, one)),
          )
        : T.empty("No quality scores were recorded."),
    );
})(globalThis.Tocsin);
