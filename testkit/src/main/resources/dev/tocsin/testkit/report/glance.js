(T => {
  /** All rules as a table that leads to each. */
  T.glance = report =>
    T.table({
      name: "rules",
      rows: report.rules,
      severity: T.severities,
      columns: [
        {
          label: "Rule",
          value: rule => rule.name,
          node: rule => T.el("a", { href: "#rule-" + report.rules.indexOf(rule) }, rule.name),
        },
        {
          label: "Severity",
          value: rule => ["info", "warning", "critical"].indexOf(rule.severity),
          text: rule => T.severities(rule).join(" "),
          node: rule => T.el("span", {}, T.severities(rule).map(T.badge)),
        },
        {
          label: "Condition",
          wide: true,
          value: rule => rule.condition,
          node: rule => T.el("code", {}, rule.condition),
        },
        { label: "Fired", number: true, value: rule => rule.fired },
        {
          label: "On for",
          number: true,
          value: rule => rule.firing_ms,
          text: rule => T.format.duration(rule.firing_ms),
        },
        { label: "Waited", number: true, value: rule => rule.waited },
        { label: "Messages", number: true, value: rule => rule.messages },
        { label: "Pages", number: true, value: rule => rule.pages },
      ],
    });
})(globalThis.Tocsin);
