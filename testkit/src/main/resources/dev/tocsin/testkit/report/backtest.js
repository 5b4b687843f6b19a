(T => {
  const { count, duration, fraction, numbers, part, seconds } = T.tally;

  const severities = rows =>
    part(
      "By severity",
      T.table({
        name: "severities",
        rows,
        plain: true,
        columns: [
          { label: "Severity", value: row => row.severity, node: row => T.badge(row.severity) },
          numbers("Fired", "alerts"),
          numbers("Waited", "waited"),
          numbers("On for", "firing_s", seconds),
          numbers("Median", "median_firing_s", seconds),
          numbers("Longest", "longest_firing_s", seconds),
          numbers("Still on", "still_firing"),
        ],
      }),
    );

  const hours = (row, most) =>
    T.el(
      "span",
      {
        class: "hours",
        role: "img",
        "aria-label": "Pages by hour of the day: " + row.pages_by_hour.join(", "),
      },
      row.pages_by_hour.map((pages, hour) => {
        const cell = T.el("i", { title: `${hour}:00, ${pages} pages` });
        cell.style.setProperty("--heat", pages ? 0.15 + (0.85 * pages) / most : 0);
        return cell;
      }),
    );

  const receivers = rows => {
    const most = Math.max(1, ...rows.flatMap(row => row.pages_by_hour));
    return part(
      "By receiver",
      rows.length
        ? T.table({
            name: "receivers",
            rows,
            plain: true,
            columns: [
              { label: "Receiver", value: row => row.receiver },
              { label: "Channel", value: row => row.channel },
              numbers("Messages", "messages"),
              numbers("Pages", "pages"),
              {
                label: "Pages by hour, 0 to 23",
                value: row => row.pages,
                node: row => hours(row, most),
              },
            ],
          })
        : T.empty("Nobody was told anything."),
    );
  };

  const noise = (one, fired) =>
    part(
      "Noise",
      T.figures([
        ["Score", fraction(one.score)],
        ["Fired", count(fired)],
        ["Noise", count(one.noisy)],
        ["Too short", count(one.short)],
        ["Flapped", count(one.flapped)],
        ["Came back", count(one.repeated)],
      ]),
    );

  const lasted = row => Date.parse(row.until) - Date.parse(row.from);

  const detection = one =>
    part(
      "Detection",
      T.figures([
        ["Precision", fraction(one.precision)],
        ["Recall", fraction(one.recall)],
        ["F1", fraction(one.f1)],
        ["Median delay", seconds(one.time_to_detect_s)],
      ]),
      one.outside?.length
        ? T.el("p", { class: "note" }, "Outside of the trace: " + one.outside.join(", "))
        : null,
      T.table({
        name: "incidents",
        rows: one.noticed,
        plain: one.noticed.length < 8,
        columns: [
          { label: "Incident", value: row => row.incident },
          {
            label: "From",
            value: row => Date.parse(row.from),
            text: row => T.format.time(Date.parse(row.from)),
          },
          {
            label: "Lasted",
            number: true,
            value: lasted,
            text: row => duration(lasted(row)),
          },
          { label: "Noticed by", value: row => row.first_rule ?? "nobody" },
          numbers("After", "time_to_detect_s", seconds),
        ],
      }),
    );

  const byRule = one =>
    part(
      "Detection by rule",
      T.table({
        name: "rules that notice",
        rows: one.rules,
        plain: one.rules.length < 8,
        columns: [
          { label: "Rule", value: row => row.rule },
          numbers("Fired", "alerts"),
          numbers("Right", "right"),
          numbers("Precision", "precision", fraction),
          numbers("Noticed", "noticed"),
          numbers("Of incidents", "concerned"),
          numbers("Recall", "recall", fraction),
        ],
      }),
    );

  T.backtest = report => {
    const all = report.backtest;
    return all
      ? T.section(
          "backtest",
          "Backtest",
          T.el(
            "div",
            { class: "pair" },
            severities(all.severities ?? []),
            receivers(all.receivers ?? []),
          ),
          all.noise ? noise(all.noise, all.alerts) : null,
          all.detection ? detection(all.detection) : null,
          all.detection?.rules?.length ? byRule(all.detection) : null,
          all.sweep ? T.sweep(all.sweep) : null,
        )
      : null;
  };
})(globalThis.Tocsin);
