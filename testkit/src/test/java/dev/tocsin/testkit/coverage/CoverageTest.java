package dev.tocsin.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.CheckedRules;
import dev.tocsin.testkit.file.CheckedTests;
import dev.tocsin.testkit.file.Outcome;
import dev.tocsin.testkit.file.RuleTest;
import dev.tocsin.testkit.file.RuleTestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
  private static final List<String> COMPARISONS =
      List.of(
          "p95(latency) over 1m > 2s",
          "count() over 1m > 20",
          "sum(cost) over 5m > 1",
          "ratio(status != \"ok\") over 1m > 50%",
          "avg(score.relevance) over 1m < 0.5");
  private static final List<String> TRAFFIC =
      List.of(
          "latency: 3s", "latency: 100ms", "cost: $0.2", "status: error", "score.relevance: 0.2");

  @TempDir private Path folder = Path.of("");

  @Test
  void withoutRulesAllIsSeen() {
    assertThat(new Coverage().share()).isEqualTo(1);
    assertThat(new Coverage().unseen()).isEmpty();
  }

  @Test
  void severitiesRoutesAndReceiversAreSeenOneByOne() throws IOException {
    write(
        """
        routes:
          receiver: chat
          routes:
            - {match: severity = critical, receiver: oncall}
            - {match: team = none, receiver: chat}
        receivers:
          - {name: chat, channels: [slack]}
          - {name: oncall, channels: [pagerduty]}
        rules:
          - {name: slow, condition: p95(latency) over 1m > 2s, severity: warning}
          - {name: dear, condition: sum(cost) over 5m > 1000, severity: critical}
        """);
    CheckedTests checked = check(List.of("latency: 3s"));
    Coverage coverage = coverage(checked, seen(checked));

    assertThat(coverage.unseen().stream().map(point -> point.of() + ": " + point.what()))
        .containsExactlyInAnyOrder(
            "slow: never resolves",
            "slow: its condition always holds",
            "dear: never fires",
            "dear: its condition never holds",
            "dear: never resolves",
            "route {}/{severity=\"critical\"}: takes no alert",
            "route {}/{team=\"none\"}: takes no alert",
            "receiver oncall: is never told");
  }

  @Property(tries = 25)
  void everyPointIsEitherSeenOrListed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int rules) throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "coverage");
    Random random = new Random(seed);
    int comparisons = rules(random, rules);
    CheckedTests checked = check(traffic(random));
    List<Set<Point>> seen = seen(checked);
    Coverage all = coverage(checked, seen);

    assertThat(all.total(Kind.RULE)).isEqualTo(rules);
    assertThat(all.total(Kind.RESOLVE)).isEqualTo(rules);
    assertThat(all.total(Kind.BRANCH)).isEqualTo(2L * comparisons);
    Set<Point> union = new HashSet<>();
    seen.forEach(union::addAll);
    union.removeIf(point -> point.kind() == Kind.ROUTE); // these rules have no routes of their own
    Set<Point> known = new HashSet<>(coverage(checked, List.of()).unseen());
    assertThat(known).containsAll(union);
    known.removeAll(union);
    assertThat(all.unseen()).containsExactlyInAnyOrderElementsOf(known);
    for (Kind kind : Kind.values()) {
      assertThat(all.unseen().stream().filter(point -> point.kind() == kind))
          .hasSize((int) (all.total(kind) - all.seen(kind)));
    }
    double before = 0;
    for (int tests = 0; tests <= seen.size(); tests++) {
      double share = coverage(checked, seen.subList(0, tests)).share();
      assertThat(share).isBetween(before, 1.0);
      before = share;
    }
    assertThat(all.share()).isEqualTo(before);
  }

  private static Coverage coverage(CheckedTests checked, List<Set<Point>> seen) {
    Coverage coverage = new Coverage();
    coverage.add(checked.rules().orElseThrow());
    seen.forEach(coverage::saw);
    return coverage;
  }

  private static List<Set<Point>> seen(CheckedTests checked) {
    CheckedRules rules = checked.rules().orElseThrow();
    List<Set<Point>> all = new ArrayList<>();
    for (RuleTest test : checked.orThrow()) {
      SeenPoints seen = new SeenPoints(rules);
      Outcome outcome = test.run(rules.orThrow(), List.of(seen));
      all.add(Set.copyOf(seen.with(outcome.replay().orElseThrow())));
    }
    return all;
  }

  /** Writes rules, and says how many comparisons they have. */
  private int rules(Random random, int rules) throws IOException {
    StringBuilder text = new StringBuilder("rules:\n");
    int comparisons = 0;
    for (int i = 0; i < rules; i++) {
      int here = 1 + random.nextInt(3);
      comparisons += here;
      String condition =
          random
              .ints(0, COMPARISONS.size())
              .distinct()
              .limit(here)
              .mapToObj(COMPARISONS::get)
              .collect(Collectors.joining(random.nextBoolean() ? " and " : " or "));
      text.append(
          "  - {name: rule_%d, condition: '%s', channels: [slack]}%n".formatted(i, condition));
    }
    write(text.toString());
    return comparisons;
  }

  private static List<String> traffic(Random random) {
    return random
        .ints(1 + random.nextInt(3), 0, TRAFFIC.size())
        .mapToObj(TRAFFIC::get)
        .collect(Collectors.toList());
  }

  private CheckedTests check(List<String> traffic) throws IOException {
    String tests =
        IntStream.range(0, traffic.size())
            .mapToObj(
                i ->
                    "  - {name: test %d, events: [{every: 2s, for: 3m, %s}], expect: [{trace: {skipped: 0}}]}"
                        .formatted(i, traffic.get(i)))
            .collect(Collectors.joining("\n"));
    Path file = folder.resolve("rules_test.yaml");
    return RuleTestFile.check(Files.writeString(file, "rules: [rules.yaml]\ntests:\n" + tests));
  }

  private void write(String rules) throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), rules);
  }
}
