(T => {
  const figures = rule =>
    T.figures([
      ["Fired", T.format.count(rule.fired), rule.fired ? T.tone(rule.severity) : null],
      rule.fired ? ["On for", T.format.duration(rule.firing_ms)] : null,
      ["Waited", T.format.count(rule.waited)],
      ["Messages", T.format.count(rule.messages)],
      ["Pages", T.format.count(rule.pages)],
      rule.flaps ? ["Flapped", T.format.count(rule.flaps)] : null,
    ]);

  const condition = rule =>
    T.el(
      "p",
      { class: "condition" },
      T.el("code", {}, rule.condition),
      rule.for ? ` for ${rule.for}` : null,
      (rule.channels ?? []).length
        ? T.el("span", { class: "to" }, " → " + rule.channels.join(", "))
        : null,
    );

  const card = (report, rule, spans) => {
    const id = "rule-" + report.rules.indexOf(rule);
    const panels = rule.panels ?? [];
    return T.el(
      "article",
      { class: "card rule", id, tabindex: -1, "aria-labelledby": id + "-name" },
      T.el(
        "div",
        { class: "head" },
        T.el(
          "div",
          {},
          T.el(
            "h3",
            { id: id + "-name" },
            rule.name,
            " ",
            T.severities(rule).map(T.badge),
            rule.type ? T.el("span", { class: "type" }, rule.type) : null,
          ),
          condition(rule),
        ),
        figures(rule),
      ),
      rule.had_data ? null : T.empty("No data: nothing in this traffic is what the rule reads."),
      rule.had_data && !panels.length
        ? T.empty("The condition compares no reading, so there is nothing to plot.")
        : null,
      T.el(
        "div",
        { class: "panels" },
        panels.map(panel => T.panel(report, rule, panel, spans)),
      ),
    );
  };

  const KINDS = [
    ["Fired", rule => rule.fired > 0],
    ["Waited", rule => rule.waited > 0],
    ["Quiet", rule => rule.had_data],
    ["Without data", () => true],
  ];

  /** Each rule in the first kind that it is of. */
  const grouped = rules => {
    const groups = KINDS.map(([title]) => ({ title, rules: [] }));
    rules.forEach(rule => groups[KINDS.findIndex(([, is]) => is(rule))].rules.push(rule));
    return groups;
  };

  const group = (report, spans, { title, rules }) => {
    if (!rules.length) return null;
    const heading = `${title} (${rules.length})`;
    const cards = () => rules.map(rule => card(report, rule, spans.get(rule.name)));
    if (title === "Fired" || title === "Waited") {
      return T.el(
        "div",
        { class: "rules" + (rules.length > 1 && title !== "Fired" ? " two" : "") },
        T.el("h3", { class: "group" }, heading),
        cards(),
      );
    }
    return T.el(
      "details",
      { class: "folded" },
      T.el("summary", {}, heading),
      T.el("div", { class: "rules" + (rules.length > 1 ? " two" : "") }, cards()),
    );
  };

  T.rules = (report, spans) =>
    T.section(
      "rules",
      "Rules",
      report.rules.length ? null : T.empty("The file has no rules."),
      report.rules.length > 3 ? T.glance(report) : null,
      report.rules.length && !report.rules.some(rule => rule.fired)
        ? T.empty("Nothing fired.")
        : null,
      grouped(report.rules).map(part => group(report, spans, part)),
    );
})(globalThis.Tocsin);
