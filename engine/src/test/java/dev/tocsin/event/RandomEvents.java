package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random events that {@link RandomStatements} say something of, as maps and as calls. */
final class RandomEvents {
  private RandomEvents() {}

  static Arbitrary<Map<String, Object>> events() {
    Arbitrary<Object> texts = Arbitraries.of("a", "ab", "ba", "x");
    Arbitrary<Object> tenths = decimals("0", "0.1", "0.3", "0.5", "1");
    List<Arbitrary<Map.Entry<String, Object>>> fields =
        List.of(
            field("model", texts),
            field("user", texts),
            field("cache_hit", Arbitraries.of(true, false)),
            field("latency", decimals("0", "0.25", "3", "100", "102.048")),
            field("ttft", decimals("0", "0.064", "1.024", "4.096")),
            field("input_tokens", decimals("0", "1", "4", "100")),
            field("output_tokens", decimals("0", "2", "3", "100")),
            field("retries", decimals("0", "1", "2", "4")),
            field("cost", decimals("0", "0.5", "1", "3.000000001")),
            field("score.q", tenths),
            field("attr.n", Arbitraries.oneOf(decimals("0", "1", "2", "0.5"), texts)),
            field("attr.t", texts),
            field("attr.b", Arbitraries.of(true, false, "true", "a")));
    return Combinators.combine(fields)
        .as(
            known -> {
              Map<String, Object> event = new HashMap<>();
              known.stream()
                  .filter(entry -> !entry.getValue().equals(""))
                  .forEach(entry -> event.put(entry.getKey(), entry.getValue()));
              return event;
            });
  }

  private static Arbitrary<Map.Entry<String, Object>> field(String name, Arbitrary<?> values) {
    return values.injectNull(0.15).map(value -> Map.entry(name, value == null ? "" : value));
  }

  private static Arbitrary<Object> decimals(String... digits) {
    return Arbitraries.of(digits).map(BigDecimal::new);
  }

  static PricedCall call(Map<String, Object> event) {
    CallBuilder call = Call.atNanos(0);
    call.model((String) event.get("model")).user((String) event.get("user"));
    call.cacheHit((Boolean) event.get("cache_hit"));
    call.latencyMicros(scaled(event, "latency", 3)).ttftMicros(scaled(event, "ttft", 3));
    call.inputTokens(scaled(event, "input_tokens", 0));
    call.outputTokens(scaled(event, "output_tokens", 0)).retries(scaled(event, "retries", 0));
    if (event.get("score.q") instanceof BigDecimal score) {
      call.score("q", score);
    }
    event.forEach(
        (name, value) -> {
          if (name.startsWith("attr.")) {
            call.attribute(name.substring("attr.".length()), value);
          }
        });
    return new PricedCall(call.build(), scaled(event, "cost", 9));
  }

  private static long scaled(Map<String, Object> event, String name, int digits) {
    return event.get(name) instanceof BigDecimal number
        ? number.movePointRight(digits).longValueExact()
        : Event.UNKNOWN;
  }
}
