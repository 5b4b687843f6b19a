(T => {
  const moment = (one, report) => {
    const around = (report.until - report.from) / 20;
    return T.moment(one.at, [one.at - around, one.at + around], "timeline");
  };

  const failure = (one, report) =>
    T.el(
      "article",
      { class: "card failure" },
      T.el(
        "h3",
        {},
        T.el("code", {}, one.place),
        one.at == null ? null : T.el("span", { class: "when" }, moment(one, report)),
      ),
      T.el(
        "dl",
        { class: "expected" },
        T.el("dt", {}, "Expected"),
        T.el("dd", {}, one.expected),
        T.el("dt", {}, "But"),
        T.el("dd", {}, one.but),
      ),
      (one.timeline ?? []).length
        ? T.el(
            "details",
            { open: one.timeline.length <= 12 },
            T.el("summary", {}, "What happened"),
            T.el("pre", { tabindex: 0 }, one.timeline.join("\n")),
          )
        : null,
    );

  T.failures = report => {
    const failures = report.failures;
    if (!failures.length)
      return report.kind === "test"
        ? T.section("failures", "Failures", T.empty("Nothing failed."))
        : null;
    return T.section(
      "failures",
      "Failures",
      failures.map(one => failure(one, report)),
    );
  };
})(globalThis.Tocsin);
