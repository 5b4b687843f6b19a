(T => {
  const waiting = new Map();

  const draw = host => {
    const make = waiting.get(host);
    waiting.delete(host);
    seen.unobserve(host);
    make(host);
  };

  const seen = new IntersectionObserver(entries =>
    entries.filter(entry => entry.isIntersecting && waiting.has(entry.target)).forEach(entry => draw(entry.target)),
    { rootMargin: "300px" });

  /** A place for a plot that is made when it comes into sight. */
  T.lazy = (height, make) => {
    const host = T.el("div", { class: "plot" });
    host.style.minHeight = height + "px";
    waiting.set(host, make);
    seen.observe(host);
    return host;
  };

  let theme = null;
  addEventListener("beforeprint", () => {
    theme = T.theme.current();
    T.theme.set("light");
    [...waiting.keys()].filter(host => host.offsetParent !== null).forEach(draw);
  });
  addEventListener("afterprint", () => theme && T.theme.set(theme));
})(globalThis.Tocsin);
