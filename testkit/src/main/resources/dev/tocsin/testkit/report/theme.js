(T => {
  const root = document.documentElement;
  const listeners = [];
  let colors = new Map();

  const changed = () => {
    colors = new Map();
    listeners.forEach(listener => listener());
  };

  const set = theme => {
    root.dataset.theme = theme;
    document
      .querySelectorAll("[data-choose-theme]")
      .forEach(button => button.setAttribute("aria-pressed", button.dataset.chooseTheme === theme));
    changed();
  };

  const color = name => {
    if (!colors.has(name))
      colors.set(
        name,
        getComputedStyle(root)
          .getPropertyValue("--" + name)
          .trim(),
      );
    return colors.get(name);
  };

  const toggle = () => {
    const choice = (theme, label) =>
      T.el(
        "button",
        {
          type: "button",
          "data-choose-theme": theme,
          "aria-pressed": String(theme === "auto"),
          onclick: () => set(theme),
        },
        label,
      );
    return T.el(
      "div",
      { class: "themes", role: "group", "aria-label": "Colours" },
      choice("auto", "Auto"),
      choice("light", "Light"),
      choice("dark", "Dark"),
    );
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);

  T.theme = {
    color,
    toggle,
    set,
    current: () => root.dataset.theme,
    onChange: listener => listeners.push(listener),
  };
})(globalThis.Tocsin);
