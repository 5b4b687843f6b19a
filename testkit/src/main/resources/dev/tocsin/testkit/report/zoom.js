(T => {
  const LEAST = 1000;
  const listeners = [];
  let full = [0, 1];
  let range = full;

  const set = (from, until) => {
    if (until - from < LEAST) return;
    range = [Math.max(from, full[0]), Math.min(until, full[1])];
    listeners.forEach(listener => listener(range));
  };

  /** A bar that is there while the page is zoomed. */
  const bar = () => {
    const text = T.el("span", { "aria-live": "polite" });
    const node = T.el(
      "div",
      { class: "zoom-bar", hidden: true },
      text,
      T.el(
        "button",
        { type: "button", id: "reset-zoom", onclick: () => T.zoom.reset() },
        "Reset zoom",
      ),
    );
    listeners.push(([from, until]) => {
      node.hidden = from === full[0] && until === full[1];
      text.textContent = node.hidden ? "" : T.format.time(from) + " – " + T.format.time(until);
    });
    return node;
  };

  T.zoom = {
    set,
    bar,
    range: () => range,
    reset: () => set(...full),
    onChange: listener => listeners.push(listener),
    init: (from, until) => {
      full = range = [from, Math.max(until, from + LEAST)];
    },
  };
})(globalThis.Tocsin);
