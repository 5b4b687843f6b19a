(T => {
  const DRAWN = 6;

  const summed = (models, length) =>
    Array.from({ length }, (_, i) =>
      models.reduce((sum, model) => sum + (model.cost_over_time?.[i] ?? 0), 0),
    );

  const layers = report => {
    const { t } = report.traffic;
    const paid = report.models.filter(model => model.cost_over_time?.some(cost => cost > 0));
    const [first, rest] = [paid.slice(0, DRAWN - 1), paid.slice(DRAWN - 1)];
    const named = first.map(model => ({ name: model.model, own: summed([model], t.length) }));
    return rest.length
      ? [
          ...named,
          {
            name: rest.length === 1 ? rest[0].model : `${rest.length} more`,
            own: summed(rest, t.length),
          },
        ]
      : named;
  };

  /** Each on top of those after it; drawn from the highest down, so that the lower cover the higher. */
  const stacked = all =>
    all.map((layer, i) => ({
      ...layer,
      top: layer.own.map((_, at) => all.slice(i).reduce((sum, one) => sum + one.own[at], 0)),
    }));

  const costs = report =>
    T.lazy(200, host => {
      const all = stacked(layers(report));
      const stepped = uPlot.paths.stepped({ align: 1 });
      T.plot(host, {
        height: 200,
        unit: "money",
        marks: report.marks,
        yRange: T.axes.fromZero,
        describe: "Cost by model over time",
        data: T.closed(report.traffic.t, report.traffic.width_ms, ...all.map(layer => layer.top)),
        series: all.map((layer, i) => ({
          label: layer.name,
          own: layer.own,
          color: "surface",
          fill: "series-" + (i + 1),
          swatch: "series-" + (i + 1),
          width: 0.5,
          paths: stepped,
        })),
      });
    });

  const latency = report =>
    T.lazy(200, host =>
      T.plot(host, {
        height: 200,
        unit: "duration",
        marks: report.marks,
        describe: "p95 of latency over time",
        data: [report.traffic.t, report.traffic.p95_latency],
        series: [{ label: "p95 latency", color: "series-1" }],
      }),
    );

  const table = models => {
    const total = models.reduce((sum, model) => sum + (model.cost ?? 0), 0);
    return T.table({
      name: "models",
      rows: models,
      plain: models.length < 3,
      columns: [
        { label: "Model", value: model => model.model },
        {
          label: "Calls",
          number: true,
          value: model => model.calls,
          text: model => T.format.count(model.calls),
        },
        {
          label: "Cost",
          number: true,
          value: model => model.cost,
          text: model => T.format.money(model.cost),
        },
        {
          label: "Share",
          number: true,
          value: model => model.cost,
          text: model =>
            model.cost == null || !total ? "–" : T.format.fraction(model.cost / total),
        },
        {
          label: "A call",
          number: true,
          value: model => (model.cost == null ? null : model.cost / model.calls),
          text: model => (model.cost == null ? "–" : T.format.money(model.cost / model.calls)),
        },
        {
          label: "Without price",
          number: true,
          value: model => model.unpriced,
          text: model => T.format.count(model.unpriced),
        },
      ],
    });
  };

  const figure = (title, plot) =>
    T.el("figure", { class: "card" }, T.el("figcaption", {}, title), plot);

  T.cost = report => {
    const models = report.models;
    const has = name => report.traffic?.[name]?.some(v => v !== null);
    const plots = [
      report.traffic && layers(report).length ? figure("Cost by model", costs(report)) : null,
      has("p95_latency") ? figure("Latency, p95", latency(report)) : null,
    ];
    return T.section(
      "cost",
      "Cost and latency",
      plots.some(Boolean) ? T.el("div", { class: "pair" }, plots) : null,
      models.length ? table(models) : T.empty("No call had a model, so there is no cost to show."),
    );
  };
})(globalThis.Tocsin);
