(T => {
  const ORDER = { critical: 0, warning: 1, info: 2 };

  const bar = (span, kind, tone) => {
    const node = T.el("i", { class: `span ${kind} ${tone}` + (span.open ? " open" : "") });
    return { node, from: span.from, until: span.until };
  };

  /** Lays stretches of time out as shares of the width that the zoom shows. */
  const place = ({ node, from, until }, [first, last]) => {
    node.hidden = until < first || from > last;
    if (node.hidden) return;
    const left = Math.max(0, (from - first) / (last - first));
    const right = Math.min(1, (until - first) / (last - first));
    node.style.left = left * 100 + "%";
    node.style.width = Math.max(0, right - left) * 100 + "%";
  };

  const spoken = (rule, spans) => {
    const times = rule.fired === 1 ? "once" : T.format.count(rule.fired) + " times";
    const first = Math.min(...spans.firing.map(span => span.from));
    return (
      `${rule.name}, ${rule.severity}: ` +
      (spans.firing.length
        ? `fired ${times}, first at ${T.format.time(first)}`
        : "waited, did not fire") +
      (spans.firing.some(span => span.open) ? ", still firing at the end" : "")
    );
  };

  const lane = (report, rule, spans) => {
    const tone = T.tone(rule.severity);
    const bars = [
      ...spans.pending.map(span => bar(span, "pending", tone)),
      ...spans.firing.map(span => bar(span, "firing", T.spanTone(span, rule))),
    ];
    const node = T.el(
      "a",
      {
        class: "lane",
        href: "#rule-" + report.rules.indexOf(rule),
        "aria-label": spoken(rule, spans),
        title: spoken(rule, spans),
      },
      T.el("span", { class: "lane-name " + tone }, rule.name),
      T.el(
        "span",
        { class: "track" },
        bars.map(bar => bar.node),
      ),
    );
    return {
      node,
      bars,
      waits: spans.pending.length > 0,
      open: spans.firing.some(span => span.open),
    };
  };

  const begin = spans => Math.min(...[...spans.firing, ...spans.pending].map(span => span.from));

  /** One for each rule that waited or fired, the most severe and the earliest first. */
  T.lanes = (report, spans) =>
    report.rules
      .filter(rule => spans.get(rule.name).firing.length || spans.get(rule.name).pending.length)
      .sort(
        (a, b) =>
          (ORDER[a.severity] ?? 3) - (ORDER[b.severity] ?? 3) ||
          begin(spans.get(a.name)) - begin(spans.get(b.name)),
      )
      .map(rule => lane(report, rule, spans.get(rule.name)));

  T.placeSpan = place;
})(globalThis.Tocsin);
