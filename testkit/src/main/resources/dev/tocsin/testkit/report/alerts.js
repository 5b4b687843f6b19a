(T => {
  const rank = severity => ["info", "warning", "critical"].indexOf(severity);

  const lasted = (alert, end) => (alert.fired == null ? null : (alert.ended ?? end) - alert.fired);

  const state = alert =>
    [
      alert.fired == null ? "only waited" : null,
      alert.fired != null && alert.ended == null ? "still on" : null,
      alert.flapped ? "flapped" : null,
      alert.reason === "no_data" ? "no data" : alert.reason,
    ]
      .filter(Boolean)
      .join(", ");

  const reading = alert => (alert.value == null ? "–" : T.format.value(alert.value, alert.unit));
  const limit = alert =>
    alert.threshold == null
      ? "–"
      : `${alert.operator} ${T.format.value(alert.threshold, alert.unit)}`;

  const when = (label, value) => ({ label, value, text: row => T.format.time(value(row)) });

  /** Its time leads to its rule, zoomed to the alert with as much before and after it. */
  const seen = (report, alert, rule) => {
    if (alert.fired == null || rule === undefined) return T.format.time(alert.fired);
    const from = alert.pending ?? alert.fired;
    const until = alert.ended ?? report.until;
    const around = Math.max(until - from, (report.until - report.from) / 200);
    return T.moment(alert.fired, [from - around, until + around], "rule-" + rule);
  };

  T.alerts = report => {
    const alerts = report.alerts;
    const index = new Map(report.rules.map((rule, i) => [rule.name, i]));
    const link = name =>
      index.has(name) ? T.el("a", { href: "#rule-" + index.get(name) }, name) : name;
    return T.section(
      "alerts",
      "Alerts",
      alerts.length
        ? T.table({
            name: "alerts",
            rows: alerts,
            severity: alert => [alert.severity],
            columns: [
              { label: "Rule", value: alert => alert.rule, node: alert => link(alert.rule) },
              { label: "Group", value: alert => alert.group || null, wide: true, optional: true },
              {
                label: "Severity",
                value: alert => rank(alert.severity),
                text: alert => alert.severity,
                node: alert => T.badge(alert.severity),
              },
              {
                ...when("Fired", alert => alert.fired ?? null),
                node: alert => seen(report, alert, index.get(alert.rule)),
              },
              {
                label: "Lasted",
                number: true,
                value: alert => lasted(alert, report.until),
                text: alert => T.format.duration(lasted(alert, report.until)),
              },
              {
                label: "Reading",
                number: true,
                value: alert => alert.value ?? null,
                text: reading,
              },
              {
                label: "Threshold",
                number: true,
                value: alert => alert.threshold ?? null,
                text: limit,
              },
              {
                label: "Samples",
                number: true,
                value: alert => alert.samples ?? null,
                text: alert => T.format.count(alert.samples),
              },
              { label: "State", value: alert => state(alert) || null, text: state, optional: true },
              {
                label: "Receivers",
                value: alert => (alert.receivers ?? []).join(", ") || null,
                optional: true,
              },
              when("Pending", alert => alert.pending ?? null),
              when("Ended", alert => alert.ended ?? null),
            ],
          })
        : T.empty("Nothing fired."),
    );
  };

  T.messages = report => {
    const messages = report.messages;
    return T.section(
      "messages",
      "Messages",
      messages.length
        ? T.table({
            name: "messages",
            rows: messages,
            columns: [
              when("Sent", message => message.at),
              { label: "Channel", value: message => message.channel },
              { label: "Receiver", value: message => message.receiver ?? null },
              { label: "Kind", value: message => message.kind },
              {
                label: "Text",
                value: message => message.text,
                wide: true,
                node: message => T.el("span", { class: "text" }, message.text),
              },
            ],
          })
        : T.empty("No message was sent."),
    );
  };
})(globalThis.Tocsin);
