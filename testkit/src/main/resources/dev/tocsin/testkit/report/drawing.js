(T => {
  const edge = (u, ms) => u.valToPos(ms, "x", true);

  const clipped = (u, draw) => {
    const { left, top, width, height } = u.bbox;
    u.ctx.save();
    u.ctx.beginPath();
    u.ctx.rect(left, top, width, height);
    u.ctx.clip();
    u.ctx.setLineDash([]);
    draw(u.ctx, u.bbox);
    u.ctx.restore();
  };

  const visible = (u, { from, until }) => until >= u.scales.x.min && from <= u.scales.x.max;

  const stretch = (u, { from, until }) => {
    const x = edge(u, from);
    return [x, Math.max(edge(u, until) - x, devicePixelRatio)];
  };

  const hatch = (ctx, box, x, width) => {
    const step = 6 * devicePixelRatio;
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, box.top, width, box.height);
    ctx.clip();
    ctx.beginPath();
    for (let at = x - box.height; at < x + width; at += step) {
      ctx.moveTo(at, box.top + box.height);
      ctx.lineTo(at + box.height, box.top);
    }
    ctx.stroke();
    ctx.restore();
  };

  /** Shades when a rule waited and fired, behind its readings. */
  const shade = (u, spans, severity) =>
    clipped(u, (ctx, box) => {
      ctx.strokeStyle = T.theme.color(severity);
      ctx.globalAlpha = 0.4;
      ctx.lineWidth = devicePixelRatio;
      spans.pending
        .filter(span => visible(u, span))
        .forEach(span => hatch(ctx, box, ...stretch(u, span)));
      ctx.globalAlpha = 1;
      for (const span of spans.firing.filter(span => visible(u, span))) {
        ctx.fillStyle = T.theme.color(T.tone(span.severity ?? severity) + "-shade");
        const [x, width] = stretch(u, span);
        ctx.fillRect(x, box.top, width, box.height);
      }
    });

  const label = (ctx, text, x, box, ends) => {
    const y = box.top + 11 * devicePixelRatio;
    const width = ctx.measureText(text).width;
    if (x < ends.label || x + width > box.left + box.width) return;
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
    ends.label = x + width + 8 * devicePixelRatio;
  };

  const color = mark => T.theme.color("mark-" + T.markKind(mark.kind));

  /** Faults and incidents, behind the readings. */
  const stretches = (u, all) =>
    clipped(u, (ctx, box) => {
      ctx.globalAlpha = 0.1;
      for (const mark of all.filter(mark => visible(u, mark) && mark.until > mark.from)) {
        const [x, width] = stretch(u, mark);
        ctx.fillStyle = color(mark);
        ctx.fillRect(x, box.top, width, box.height);
      }
    });

  /** Deployments as lines, faults and incidents with a cap, named where there is room. */
  const marks = (u, all, named) =>
    clipped(u, (ctx, box) => {
      const ends = { label: 0 };
      ctx.strokeStyle = T.theme.color("surface");
      ctx.lineWidth = 3 * devicePixelRatio;
      ctx.lineJoin = "round";
      ctx.textAlign = "left";
      ctx.textBaseline = "alphabetic";
      ctx.font = 10 * devicePixelRatio + "px " + T.theme.color("font");
      const seen = all.filter(mark => visible(u, mark));
      for (const mark of seen) {
        const [x, width] = stretch(u, mark);
        ctx.fillStyle = color(mark);
        if (mark.until > mark.from) ctx.fillRect(x, box.top, width, 3 * devicePixelRatio);
        else ctx.fillRect(x, box.top, devicePixelRatio, box.height);
      }
      for (const mark of named ? seen : []) {
        ctx.fillStyle = color(mark);
        label(ctx, mark.text, stretch(u, mark)[0] + 4 * devicePixelRatio, box, ends);
      }
    });

  /** A moment of a plot without times. */
  const here = (u, at) =>
    clipped(u, (ctx, box) => {
      ctx.strokeStyle = T.theme.color("muted");
      ctx.lineWidth = devicePixelRatio;
      ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
      ctx.beginPath();
      ctx.moveTo(u.valToPos(at, "x", true), box.top);
      ctx.lineTo(u.valToPos(at, "x", true), box.top + box.height);
      ctx.stroke();
    });

  T.markKind = kind => (["deployment", "fault", "incident"].includes(kind) ? kind : "incident");

  T.drawing = { shade, stretches, marks, here };
})(globalThis.Tocsin);
