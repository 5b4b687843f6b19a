package dev.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Status;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.ExprPrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Predicates tested on many calls at once against the same tested call by call. */
class RowTestTest {
  private static final List<Status> STATUSES = List.of(Status.values());

  private static final List<String> FAST_ONES =
      List.of(
          "status == \"ok\"",
          "status != \"ok\"",
          "status in (\"error\", \"timeout\")",
          "not (status in (\"ok\", \"error\"))",
          "model == \"a\"",
          "not (model in (\"a\", \"ab\"))",
          "attr.t != \"a\"",
          "latency > 3",
          "not (latency <= 3)",
          "output_tokens == 2",
          "cost != $1",
          "score.q >= 0.3",
          "not (score.q >= 30%)",
          "retries < 2");

  @Property(tries = 60)
  void findsOfEachCallWhatThePredicateSays(
      @ForAll @Size(15) List<@From("statements") Expr> statements,
      @ForAll @Size(30) List<@From("events") Map<String, Object>> events,
      @ForAll Random random) {
    List<Predicate> predicates =
        Where.all(
            Stream.concat(FAST_ONES.stream(), statements.stream().map(ExprPrinter::print))
                .toList());
    CallBatch batch = new CallBatch(1_000_000_000L);
    Columns columns = new Columns();
    List<RowTest> tests = predicates.stream().map(each -> RowTest.of(each, columns)).toList();
    for (List<Map<String, Object>> part : List.of(events.subList(0, 18), events.subList(18, 30))) {
      List<PricedCall> calls = part.stream().map(event -> call(event, random)).toList();
      calls.forEach(call -> add(batch, call));
      int[] rows = rows(calls.size(), random);
      byte[] truths = new byte[CallBatch.CAPACITY];
      for (int i = 0; i < tests.size(); i++) {
        tests.get(i).test(batch, rows, rows.length, truths);
        for (int j = 0; j < rows.length; j++) {
          assertThat(truths[j])
              .as("%s of %s", predicates.get(i), calls.get(rows[j]))
              .isEqualTo(truth(predicates.get(i).test(calls.get(rows[j]))));
        }
      }
      batch.clear();
    }
  }

  private static PricedCall call(Map<String, Object> event, Random random) {
    PricedCall call = RandomEvents.call(event);
    Status status = STATUSES.get(random.nextInt(STATUSES.size()));
    return new PricedCall(call.call().toBuilder().status(status).build(), call.costNanoDollars());
  }

  private static void add(CallBatch batch, PricedCall call) {
    batch.costs()[batch.size()] = call.costNanoDollars();
    batch.add(call.call());
  }

  /** Some of the places, in their order. */
  private static int[] rows(int size, Random random) {
    List<Integer> rows = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(rows, random);
    return rows.stream().limit(random.nextInt(size + 1)).sorted().mapToInt(i -> i).toArray();
  }

  private static byte truth(Truth truth) {
    return switch (truth) {
      case TRUE -> RowTest.TRUE;
      case FALSE -> RowTest.FALSE;
      case UNKNOWN -> RowTest.UNKNOWN;
    };
  }

  @Provide
  Arbitrary<Expr> statements() {
    return RandomStatements.statements();
  }

  @Provide
  Arbitrary<Map<String, Object>> events() {
    return RandomEvents.events();
  }
}
