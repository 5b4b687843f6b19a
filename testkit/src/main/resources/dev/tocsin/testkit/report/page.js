(T => {
  const report = JSON.parse(document.getElementById("data").textContent);
  const LISTS = [
    "headline",
    "notes",
    "failures",
    "marks",
    "rules",
    "alerts",
    "messages",
    "models",
    "quality",
  ];
  LISTS.forEach(name => (report[name] ??= []));
  report.marks.sort((a, b) => a.from - b.from);
  if (!report.traffic?.t.length) report.traffic = null;
  T.format.setZone(report.zone ?? "UTC");
  T.format.setSpan(report.from, report.until);
  T.zoom.init(report.from, report.until);
  const spans = T.spans(report);
  const sections = [
    T.failures(report),
    T.overview(report, spans),
    T.rules(report, spans),
    T.cost(report),
    T.quality(report),
    T.backtest(report),
    T.alerts(report),
    T.messages(report),
  ].filter(Boolean);
  document.getElementById("top").append(...T.header(report));
  document.getElementById("contents").append(T.contents(sections));
  document.getElementById("content").append(...sections, T.zoom.bar());
  document
    .getElementById("end")
    .append(
      [report.rules_file, report.trace].filter(Boolean).join(" on ") +
        " · times in " +
        T.format.zone() +
        " · drag over a plot to zoom, double-click to see all",
    );
  T.reveal();
})(globalThis.Tocsin);
