(T => {
  const KINDS = { replay: "Replay", test: "Rule tests", backtest: "Backtest" };

  const tone = figure =>
    figure.label.toLowerCase().includes("fail") && figure.value !== "0" ? "bad" : null;

  T.header = report => {
    const about = [
      KINDS[report.kind] ?? "Report",
      T.format.span(report.from, report.until),
      T.format.zone(),
    ];
    return [
      T.el(
        "div",
        { class: "bar" },
        T.el(
          "div",
          {},
          T.el("p", { class: "kind" }, T.el("span", { class: "brand" }, "Tocsin"), about[0]),
          T.el("h1", {}, report.title),
          T.el("p", { class: "about" }, about.slice(1).join(" · ")),
        ),
        T.theme.toggle(),
      ),
      T.el(
        "dl",
        { class: "headline" },
        report.headline.map(figure =>
          T.el(
            "div",
            { class: tone(figure) },
            T.el("dt", {}, figure.label),
            T.el("dd", {}, figure.value),
          ),
        ),
      ),
      report.notes.length
        ? T.el(
            "ul",
            { class: "notes", "aria-label": "Notes" },
            report.notes.map(note => T.el("li", {}, note)),
          )
        : null,
    ].filter(Boolean);
  };

  T.contents = sections =>
    T.el(
      "ul",
      {},
      sections.map(section =>
        T.el(
          "li",
          {},
          T.el("a", { href: "#" + section.id }, section.querySelector("h2").textContent),
        ),
      ),
    );
})(globalThis.Tocsin);
