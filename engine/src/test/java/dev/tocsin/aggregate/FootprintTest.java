package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tocsin.Rules;
import dev.tocsin.event.Columns;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.Plan;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The estimate of a quiet group lies near what the JVM says it allocates for one, of which some is
 * garbage.
 */
class FootprintTest {
  private static final int GROUPS = 4_096;

  /**
   * Buckets between the least and the greatest of a hundred values that grow by 7 % each: they are
   * 2 to the power of 9.66 apart, and each doubling has 128 buckets. One in twelve is used, which
   * is enough to keep them dense.
   */
  private static final long SPAN = 1_237;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count() by user over 10m > 5",
        "sum(cost) by user over 1d > 5",
        "p95(latency) by user over 10m > 5",
        "ratio(status == \"ok\") by user, model over 1h > 5%",
        "ks(latency) by user over 1d vs previous 7d > 0.3",
      })
  void nearWhatIsAllocated(String condition) {
    Plan plan =
        Rules.parse("rules.yaml", "rules: [{name: a, condition: '%s'}]".formatted(condition));
    AggregatePlan aggregate = plan.aggregates().get(0);
    List<String[]> groups = groups(aggregate);
    long estimate = Footprint.quiet(aggregate, plan.readings());
    fill(plan, aggregate, groups); // classes are loaded
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    AggregateStore store = fill(plan, aggregate, groups);
    double each = (threads.getThreadAllocatedBytes(thread) - before) / (double) GROUPS;

    assertThat(store.slots()).hasSize(GROUPS);
    double texts = 72.0 * aggregate.fold().dimensions().size();
    assertThat((double) estimate)
        .as("arrays that double leave up to twice their size behind; texts were there before")
        .isBetween(each / 3, each * 1.1 + texts);
  }

  @Test
  void aBusyGroupIsLarger() {
    Plan plan =
        Rules.parse("rules.yaml", "rules: [{name: a, condition: p95(latency) over 10m > 5}]");
    AggregatePlan aggregate = plan.aggregates().get(0);

    assertThat(Footprint.busy(aggregate, plan.readings()))
        .as("61 panes and their total, 4 bytes for each bucket of the span of three decades")
        .isBetween(62 * SPAN * 4, 62 * SPAN * 4 * 11 / 10);
  }

  private static AggregateStore fill(Plan plan, AggregatePlan aggregate, List<String[]> groups) {
    Grouping grouping = new Grouping(aggregate.fold(), new Columns());
    AggregateStore store = new AggregateStore(aggregate, plan.readings(), grouping, GROUPS);
    for (String[] group : groups) {
      store.add(grouping.table().open(group), 1_000_000_000_000L, 1_000_000);
    }
    return store;
  }

  private static List<String[]> groups(AggregatePlan aggregate) {
    int width = aggregate.fold().dimensions().size();
    return IntStream.range(0, GROUPS)
        .mapToObj("user-%011d"::formatted)
        .map(value -> Collections.nCopies(width, value).toArray(String[]::new))
        .toList();
  }
}
