package dev.tocsin.replay;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.replay.ReplaySummary.ModelTotal;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up calls and costs by model, exactly. Not thread-safe. */
public final class CostTotals {
  private static final String NO_MODEL = "(none)";
  private static final int NANO_DIGITS = 9;

  private final Map<String, Total> byModel = new HashMap<>();

  private static final class Total {
    private long calls;
    private long unpriced;
    private BigDecimal nanoDollars = BigDecimal.ZERO;
  }

  /**
   * Counts a call.
   *
   * @param costNanoDollars or {@link Event#UNKNOWN}
   */
  public void add(Call call, long costNanoDollars) {
    String model = call.model() == null ? NO_MODEL : call.model();
    Total total = byModel.computeIfAbsent(model, name -> new Total());
    total.calls++;
    if (costNanoDollars == Event.UNKNOWN) {
      total.unpriced++;
    } else {
      total.nanoDollars = total.nanoDollars.add(BigDecimal.valueOf(costNanoDollars));
    }
  }

  /** How many calls. */
  public long calls() {
    return byModel.values().stream().mapToLong(total -> total.calls).sum();
  }

  /** What all of them cost, as far as it is known. */
  public BigDecimal dollars() {
    return byModel.values().stream()
        .map(CostTotals::dollars)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** By model, the dearest first. */
  public List<ModelTotal> models() {
    return byModel.entrySet().stream()
        .map(
            e ->
                new ModelTotal(
                    e.getKey(), e.getValue().calls, dollars(e.getValue()), e.getValue().unpriced))
        .sorted(
            Comparator.comparing(ModelTotal::costUsd).reversed().thenComparing(ModelTotal::model))
        .toList();
  }

  private static BigDecimal dollars(Total total) {
    return total.nanoDollars.movePointLeft(NANO_DIGITS);
  }
}
