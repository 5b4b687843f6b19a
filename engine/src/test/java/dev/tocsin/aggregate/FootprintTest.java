package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tocsin.Rules;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The estimate of a quiet group lies near what the JVM says it allocates for one, of which some is
 * garbage.
 */
class FootprintTest {
  private static final int GROUPS = 5_000;

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
    List<Group> groups = groups(aggregate);
    long estimate =
        Footprint.quiet(aggregate, plan.readings()) - new ObjectSizes().of(groups.get(0));
    fill(plan, aggregate, groups); // classes are loaded
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    AggregateStore store = fill(plan, aggregate, groups);
    double each = (threads.getThreadAllocatedBytes(thread) - before) / (double) GROUPS;

    assertThat(store.windows()).hasSize(GROUPS);
    assertThat((double) estimate).isBetween(each / 2, each * 1.1);
  }

  @Test
  void aBusyGroupIsLarger() {
    Plan plan =
        Rules.parse("rules.yaml", "rules: [{name: a, condition: p95(latency) over 10m > 5}]");
    AggregatePlan aggregate = plan.aggregates().get(0);

    assertThat(Footprint.busy(aggregate, plan.readings()))
        .as("61 panes of 100 buckets, 12 bytes each")
        .isBetween(61 * 100 * 12L, 61 * 100 * 24L);
  }

  private static AggregateStore fill(Plan plan, AggregatePlan aggregate, List<Group> groups) {
    AggregateStore store = new AggregateStore(aggregate, plan.readings(), GROUPS);
    for (Group group : groups) {
      Objects.requireNonNull(store.open(group)).window.add(1_000_000_000_000L, 1_000_000);
    }
    return store;
  }

  private static List<Group> groups(AggregatePlan aggregate) {
    List<String> dimensions = aggregate.fold().dimensions();
    return IntStream.range(0, GROUPS)
        .mapToObj("user-%011d"::formatted)
        .map(value -> new Group(dimensions, Collections.nCopies(dimensions.size(), value)))
        .toList();
  }
}
