(T => {
  /** Opens what hides the target of a link, so that jumping to a quiet rule works. */
  const reveal = () => {
    const target =
      /^#(rule-\d+|timeline)$/.test(location.hash) &&
      document.getElementById(location.hash.slice(1));
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  T.reveal = reveal;

  /** A time that zooms the page to what is around it and leads there. */
  T.moment = (ms, range, id) =>
    T.el(
      "button",
      {
        type: "button",
        class: "link",
        title: "Zoom to this time",
        onclick: () => {
          T.zoom.set(...range);
          location.hash = id;
          reveal();
        },
      },
      T.format.time(ms),
    );
})(globalThis.Tocsin);
