(T => {
  const root = document.documentElement;
  const listeners = [];
  let theme = null;

  const changed = () => listeners.forEach(listener => listener());

  /** The page takes the width and the colours of paper before it is printed, so that plots are drawn for it. */
  addEventListener("beforeprint", () => {
    theme = T.theme.current();
    root.dataset.print = "";
    T.theme.set("light");
    changed();
  });

  addEventListener("afterprint", () => {
    delete root.dataset.print;
    T.theme.set(theme ?? "auto");
    changed();
  });

  T.print = { onChange: listener => listeners.push(listener), now: () => "print" in root.dataset };
})(globalThis.Tocsin);
