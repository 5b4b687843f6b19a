(T => {
  const count = v => T.format.count(v);
  const duration = v => T.format.duration(v);
  const seconds = v => duration(v == null ? null : v * 1000);
  const fraction = v => T.format.fraction(v);
  const numbers = (label, name, format = count) => ({
    label,
    number: true,
    value: row => row[name] ?? null,
    text: row => format(row[name]),
  });
  const part = (title, ...children) =>
    T.el("div", { class: "card" }, T.el("h3", {}, title), children);

  T.tally = { count, duration, fraction, numbers, part, seconds };
})(globalThis.Tocsin);
