"use strict";
globalThis.Tocsin = {};

(T => {
  /** An element; texts among the children become text, never markup. */
  T.el = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
    return node;
  };

  T.section = (id, title, ...children) =>
    T.el(
      "section",
      { id, tabindex: -1, "aria-labelledby": id + "-title" },
      T.el("h2", { id: id + "-title" }, title),
      children,
    );

  T.figures = pairs =>
    T.el(
      "dl",
      { class: "figures" },
      pairs
        .filter(Boolean)
        .map(([label, value, tone]) =>
          T.el("div", { class: tone }, T.el("dt", {}, label), T.el("dd", {}, value)),
        ),
    );

  T.badge = severity => T.el("span", { class: "badge " + T.tone(severity) }, severity);

  /** Those that a rule can have, the mildest first. */
  T.severities = rule => rule.severities ?? [rule.severity];

  /** The severity when the page knows it; class names are never taken from the document. */
  T.tone = severity => (["critical", "warning", "info"].includes(severity) ? severity : "info");

  T.empty = text => T.el("p", { class: "empty" }, text);
})(globalThis.Tocsin);
