(T => {
  const STEP = 12;

  const around = (u, factor) => {
    const [from, until] = T.zoom.range();
    const at = u.cursor.left >= 0 ? u.posToVal(u.cursor.left, "x") : (from + until) / 2;
    T.zoom.set(at - (at - from) * factor, at + (until - at) * factor);
  };

  const move = (u, by) => {
    const width = u.bbox.width / devicePixelRatio;
    const left = u.cursor.left >= 0 ? u.cursor.left + by : width / 2;
    u.setCursor({ left: Math.min(width - 1, Math.max(0, left)), top: 10 });
  };

  const ACTIONS = {
    ArrowLeft: u => move(u, -STEP),
    ArrowRight: u => move(u, STEP),
    "+": u => around(u, 0.5),
    "-": u => around(u, 2),
    Escape: () => T.zoom.reset(),
  };

  /** What the mouse does on a plot, for those without one. */
  T.keys = u => {
    u.root.tabIndex = 0;
    u.root.setAttribute("aria-keyshortcuts", "ArrowLeft ArrowRight + - Escape");
    u.root.addEventListener("keydown", event => {
      const action = ACTIONS[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      action(u);
    });
  };
})(globalThis.Tocsin);
