(T => {
  /** Opens what hides the target of a link, so that jumping to a quiet rule works. */
  const reveal = () => {
    const target =
      location.hash.startsWith("#rule-") && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  T.reveal = reveal;
})(globalThis.Tocsin);
