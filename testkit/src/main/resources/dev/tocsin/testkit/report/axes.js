(T => {
  const SIDE = 60;

  const axes = options => {
    const line = () => T.theme.color("grid");
    const common = {
      stroke: () => T.theme.color("muted"),
      font: "11px " + T.theme.color("font"),
      ticks: { stroke: line, size: 4 },
    };
    const fits = (u, ms) => {
      const at = u.valToPos(ms, "x");
      return at >= 16 && at <= u.bbox.width / devicePixelRatio - 16;
    };
    const times = (u, splits, axis, space, step) =>
      T.format.ticks(
        splits.map(ms => (fits(u, ms) ? ms : null)),
        step,
      );
    return [
      {
        ...common,
        values: options.xValues ?? times,
        space: 70,
        size: options.xValues ? 28 : 40,
        grid: { show: false },
      },
      {
        ...common,
        scale: "y",
        side: options.right ? 1 : 3,
        size: SIDE,
        space: 32,
        gap: 4,
        grid: { stroke: line, width: 1 },
        values: (u, splits) => splits.map(value => T.format.tick(value, options.unit)),
      },
    ];
  };

  /** From zero, unless all values lie well above it. */
  const height = (u, least, most) => {
    if (least === null || most === null) return [0, 1];
    const room = (most - least) * 0.12 || Math.abs(most) * 0.2 || 1;
    if (least >= 0 && least < most * 0.6) return [0, most + room];
    return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
  };

  /** For what is stacked, and for what is counted. */
  const fromZero = (u, least, most) => [0, most > 0 ? most * 1.12 : 1];

  T.axes = { both: axes, height, fromZero };
})(globalThis.Tocsin);
