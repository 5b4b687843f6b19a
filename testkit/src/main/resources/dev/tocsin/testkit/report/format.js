(T => {
  const MINUTE = 60_000,
    HOUR = 60 * MINUTE,
    DAY = 24 * HOUR;
  let zone = "UTC";
  let formats = {};
  let oneDay = false;

  const formatter = options =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options });
  const number = (value, options) => value.toLocaleString("en-US", options);
  const digits = (value, most) => number(value, { maximumFractionDigits: most });
  const significant = (value, most) => number(value, { maximumSignificantDigits: most });
  const absent = value => value === null || value === undefined;

  const setZone = name => {
    try {
      zone = formatter({ timeZone: name }).resolvedOptions().timeZone;
    } catch {
      zone = "UTC";
    }
    formats = {
      clock: formatter({ hour: "2-digit", minute: "2-digit" }),
      seconds: formatter({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
      day: formatter({ day: "numeric", month: "short" }),
      date: formatter({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
    };
  };

  /** Without the day when all is on one, as the head of the page says it. */
  const time = ms =>
    absent(ms) ? "–" : (oneDay ? "" : formats.day.format(ms) + " ") + formats.seconds.format(ms);

  const setSpan = (from, until) => {
    oneDay = formats.date.format(from) === formats.date.format(until);
  };

  const span = (from, until) => {
    const [first, last] = [formats.date.format(from), formats.date.format(until)];
    return (
      first +
      " " +
      formats.clock.format(from) +
      " – " +
      (first === last ? "" : last + " ") +
      formats.clock.format(until)
    );
  };

  const duration = ms => {
    if (absent(ms)) return "–";
    if (ms < 0) return "-" + duration(-ms);
    if (ms === 0) return "0s";
    if (ms < 999.5) return digits(ms, ms < 10 ? 1 : 0) + "ms";
    if (ms < MINUTE - 5) return digits(ms / 1000, 2) + "s";
    ms = Math.round(ms / 1000) * 1000;
    const parts = [
      [DAY, "d"],
      [HOUR, "h"],
      [MINUTE, "m"],
      [1000, "s"],
    ];
    const first = parts.findIndex(([size]) => ms >= size);
    return parts
      .slice(first, first + 2)
      .map(([size, name]) => {
        const count = Math.floor(ms / size);
        ms -= count * size;
        return count + name;
      })
      .filter((text, i) => i === 0 || !/^0\D$/.test(text))
      .join(" ");
  };

  const money = usd => {
    if (absent(usd)) return "–";
    if (usd < 0) return "-" + money(-usd);
    const small = usd !== 0 && usd < 0.01;
    return (
      "$" +
      (small
        ? significant(usd, 2)
        : number(usd, { minimumFractionDigits: 2, maximumFractionDigits: 2 }))
    );
  };

  const fraction = value =>
    absent(value) ? "–" : digits(value * 100, Math.abs(value) < 0.1 ? 2 : 1) + "%";
  const count = value => (absent(value) ? "–" : digits(value, 2));

  const value = (v, unit) => {
    if (absent(v)) return "–";
    switch (unit) {
      case "duration":
        return duration(v);
      case "money":
        return money(v);
      case "fraction":
        return fraction(v);
      case "tokens":
      case "count":
        return count(v);
      case "score":
        return digits(v, 3);
      default:
        return Math.abs(v) < 1000 ? significant(v, 4) : digits(v, 0);
    }
  };

  /** Short, for the side of a plot. */
  const tick = (v, unit) => {
    const compact = number(v, { notation: "compact", maximumSignificantDigits: 3 });
    switch (unit) {
      case "duration":
        return duration(v);
      case "money":
        return v !== 0 && Math.abs(v) < 0.01
          ? money(v)
          : (v < 0 ? "-$" : "$") + compact.replace("-", "");
      case "fraction":
        return significant(v * 100, 3) + "%";
      default:
        return compact;
    }
  };

  /** Times along a plot; the day stands below the first and where it changes. */
  const ticks = (times, step) => {
    let last = null;
    return times.map(ms => {
      if (ms === null) return "";
      const day = formats.day.format(ms);
      const changed = day !== last;
      last = day;
      if (step >= DAY) return day;
      return formats[step < MINUTE ? "seconds" : "clock"].format(ms) + (changed ? "\n" + day : "");
    });
  };

  T.format = {
    setZone,
    setSpan,
    time,
    span,
    duration,
    money,
    fraction,
    count,
    value,
    tick,
    ticks,
    zone: () => zone,
  };
  setZone("UTC");
})(globalThis.Tocsin);
