package dev.tocsin.testkit.report;

import dev.tocsin.api.ComparedReading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one comparison of a rule read for one group over time. */
final class Line {
  private static final MathContext SHOWN = new MathContext(7);

  private final NavigableMap<Long, ComparedReading> points = new TreeMap<>();

  void add(Instant at, ComparedReading reading) {
    points.put(at.toEpochMilli(), reading);
  }

  boolean hasData() {
    return points.values().stream().anyMatch(each -> finite(each.value()) != null);
  }

  Map<String, @Nullable Object> json(String group) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    List<@Nullable BigDecimal> thresholds = new ArrayList<>();
    for (ComparedReading each : points.values()) {
      values.add(finite(each.value()));
      thresholds.add(finite(each.threshold()));
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("group", group);
    json.put("t", points.keySet());
    json.put("v", values);
    boolean constant = !thresholds.isEmpty() && thresholds.stream().distinct().count() == 1;
    json.put("threshold", constant ? thresholds.get(0) : thresholds);
    return json;
  }

  /** As exact as a plot can show. */
  static @Nullable BigDecimal finite(@Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? null
        : new BigDecimal(value, SHOWN).stripTrailingZeros();
  }
}
