(T => {
  /** Overlapping stretches as one; those closer than gap too, as nobody could see between them. */
  const merge = (stretches, gap) => {
    const merged = [];
    for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last && next.from <= last.until + gap) {
        last.until = Math.max(last.until, next.until);
        last.open ||= next.open;
      } else {
        merged.push({ ...next });
      }
    }
    return merged;
  };

  const firing = (alert, end) =>
    alert.fired != null && {
      from: alert.fired,
      until: alert.ended ?? end,
      open: alert.ended == null,
    };

  const pending = (alert, end) =>
    alert.pending != null && {
      from: alert.pending,
      until: alert.fired ?? alert.ended ?? end,
      open: false,
    };

  /** When each rule waited and fired, by its name. */
  T.spans = report => {
    const gap = (report.until - report.from) / 1500;
    const byRule = new Map(report.rules.map(rule => [rule.name, []]));
    report.alerts.forEach(alert => byRule.get(alert.rule)?.push(alert));
    const stretches = (alerts, of) =>
      merge(alerts.map(alert => of(alert, report.until)).filter(Boolean), gap);
    return new Map(
      [...byRule].map(([name, alerts]) => [
        name,
        { pending: stretches(alerts, pending), firing: stretches(alerts, firing) },
      ]),
    );
  };
})(globalThis.Tocsin);
