(T => {
  const waiting = new Map();

  const draw = host => {
    const make = waiting.get(host);
    waiting.delete(host);
    seen.unobserve(host);
    make(host);
  };

  const seen = new IntersectionObserver(
    entries =>
      entries
        .filter(entry => entry.isIntersecting && waiting.has(entry.target))
        .forEach(entry => draw(entry.target)),
    { rootMargin: "300px" },
  );

  /** A place for a plot that is made when it comes into sight, or before the page is printed. */
  T.lazy = (height, make) => {
    const host = T.el("div", { class: "plot" });
    host.style.minHeight = height + "px";
    waiting.set(host, make);
    seen.observe(host);
    return host;
  };

  T.print.onChange(
    () => T.print.now() && [...waiting.keys()].filter(host => host.checkVisibility()).forEach(draw),
  );
})(globalThis.Tocsin);
