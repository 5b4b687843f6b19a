package dev.tocsin.testkit.report;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.replay.ReplayListener;
import dev.tocsin.replay.ReplaySummary.ModelTotal;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.HistogramState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls, errors, latency and cost over time. For one run; not thread-safe. */
final class Traffic implements ReplayListener {
  private static final String NO_MODEL = "(none)";
  private static final int NANO_DIGITS = 9;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double P95 = 0.95;

  private final TimeGrid grid;
  private final long[] calls;
  private final long[] errors;
  private final @Nullable HistogramState[] latencies;
  private final Map<String, long[]> costByModel = new HashMap<>();

  Traffic(TimeGrid grid) {
    this.grid = grid;
    this.calls = new long[grid.parts()];
    this.errors = new long[grid.parts()];
    this.latencies = new HistogramState[grid.parts()];
  }

  @Override
  public void accepted(Call call, long costNanoDollars) {
    int part = grid.part(call.timeNanos());
    calls[part]++;
    if (call.status() != Status.OK) {
      errors[part]++;
    } else if (call.latencyMicros() != Event.UNKNOWN) {
      latencies(part).add(call.latencyMicros());
    }
    if (costNanoDollars != Event.UNKNOWN) {
      String model = call.model() == null ? NO_MODEL : call.model();
      costByModel.computeIfAbsent(model, name -> new long[grid.parts()])[part] += costNanoDollars;
    }
  }

  private HistogramState latencies(int part) {
    HistogramState state = latencies[part];
    if (state == null) {
      state = (HistogramState) FoldKind.LOG_HISTOGRAM.empty();
      latencies[part] = state;
    }
    return state;
  }

  /** As the contract of the page says; errors are calls that are not ok, latency is of ok calls. */
  Map<String, @Nullable Object> json() {
    long[] cost = new long[grid.parts()];
    costByModel.values().forEach(of -> Arrays.setAll(cost, part -> cost[part] + of[part]));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("t", grid.beginnings());
    json.put("width_ms", grid.widthMillis());
    json.put("calls", calls);
    json.put("errors", errors);
    json.put("cost", dollars(cost));
    List<@Nullable Double> p95 = new ArrayList<>();
    for (HistogramState state : latencies) {
      p95.add(state == null ? null : state.percentile(P95) / MICROS_PER_MILLI);
    }
    json.put("p95_latency", p95);
    return json;
  }

  /** Models with what they cost, as a replay has summed them up. */
  List<Map<String, @Nullable Object>> models(List<ModelTotal> totals) {
    return totals.stream().map(this::model).toList();
  }

  private Map<String, @Nullable Object> model(ModelTotal total) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("model", total.model());
    json.put("calls", total.calls());
    json.put("cost", total.unpriced() == total.calls() ? null : total.costUsd());
    json.put("unpriced", total.unpriced());
    long[] cost = costByModel.get(total.model());
    json.put("cost_over_time", cost == null ? List.of() : dollars(cost));
    return json;
  }

  private static List<BigDecimal> dollars(long[] nanoDollars) {
    return Arrays.stream(nanoDollars)
        .mapToObj(nanos -> BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros())
        .toList();
  }
}
