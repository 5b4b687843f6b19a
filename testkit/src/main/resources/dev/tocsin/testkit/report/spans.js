(T => {
  /** When each rule waited and fired, by its name; the mildest severity first. */
  T.spans = report => new Map(report.rules.map(rule => [rule.name, rule.spans]));

  /** The severity that a stretch of a rule has. */
  T.spanTone = (span, rule) => T.tone(span.severity ?? rule.severity);
})(globalThis.Tocsin);
