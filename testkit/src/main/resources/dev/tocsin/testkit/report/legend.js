(T => {
  const legend = (options, time) =>
    T.el(
      "ul",
      { class: "legend" },
      options.series.map(series => {
        const swatch = T.el("i", { class: "swatch" + (series.dash ? " dashed" : "") });
        swatch.style.setProperty("--swatch", "var(--" + (series.swatch ?? series.color) + ")");
        series.value = T.el("b", {});
        return T.el("li", {}, swatch, T.el("span", {}, series.label), series.value);
      }),
      time,
    );

  const follow = (options, time) => u => {
    const at = u.cursor.idx;
    time.textContent = at == null || options.xValues ? "" : T.format.time(u.data[0][at]);
    options.series.forEach((series, i) => {
      const index = u.cursor.idxs?.[i + 1];
      const shown = index == null ? null : (series.own ?? u.data[i + 1])[index];
      series.value.textContent =
        shown == null ? "" : T.format.value(shown, series.unit ?? options.unit);
    });
  };

  T.legend = { list: legend, follow };
})(globalThis.Tocsin);
