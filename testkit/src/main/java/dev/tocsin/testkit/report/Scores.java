package dev.tocsin.testkit.report;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.replay.ReplayListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Means of scores over time, those of calls and those that come later, and the shares of tasks
 * completed and of good feedback. A score counts where it stands in the trace; a repeat counts
 * again. For one run; not thread-safe.
 */
final class Scores implements ReplayListener {
  /** So many scores have a plot; those with the most values first. */
  static final int MOST = 12;

  private static final long ONE = 1_000_000_000;

  private final TimeGrid grid;
  private final Map<String, Sums> byName = new TreeMap<>();

  private static final class Sums {
    private final double[] sum;
    private final long[] count;
    private long all;

    Sums(int parts) {
      sum = new double[parts];
      count = new long[parts];
    }

    void add(int part, long billionths) {
      sum[part] += (double) billionths / ONE;
      count[part]++;
      all++;
    }
  }

  Scores(TimeGrid grid) {
    this.grid = grid;
  }

  @Override
  public void arrives(Event event) {
    if (event instanceof Score score) {
      add(score.name(), score.timeNanos(), score.value());
    }
  }

  @Override
  public void accepted(Call call, long costNanoDollars) {
    for (int at = 0; at < call.scoreCount(); at++) {
      add(call.scoreName(at), call.timeNanos(), call.scoreBillionths(at));
    }
    if (call.taskCompleted() != null) {
      add("task_completed", call.timeNanos(), call.taskCompleted() ? ONE : 0);
    }
    if (call.feedback() != null) {
      add("feedback up", call.timeNanos(), call.feedback().equals("up") ? ONE : 0);
    }
  }

  private void add(String name, long nanos, long billionths) {
    if (billionths != Event.UNKNOWN) {
      byName
          .computeIfAbsent(name, each -> new Sums(grid.parts()))
          .add(grid.part(nanos), billionths);
    }
  }

  List<Map<String, @Nullable Object>> json() {
    return byName.entrySet().stream()
        .sorted(Comparator.comparing(each -> -each.getValue().all))
        .limit(MOST)
        .map(each -> json(each.getKey(), each.getValue()))
        .toList();
  }

  private Map<String, @Nullable Object> json(String name, Sums sums) {
    List<@Nullable Double> means = new ArrayList<>();
    for (int part = 0; part < grid.parts(); part++) {
      means.add(sums.count[part] == 0 ? null : sums.sum[part] / sums.count[part]);
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("t", grid.beginnings());
    json.put("mean", means);
    json.put("count", sums.count);
    return json;
  }
}
