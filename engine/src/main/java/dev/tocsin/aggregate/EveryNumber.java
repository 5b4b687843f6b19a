package dev.tocsin.aggregate;

import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.event.CallBatch;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.event.Predicate;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.window.FoldKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that {@code ks(*)} follows: latency and time to first token of calls that went well,
 * output tokens, cost, and every score that a call carries.
 */
final class EveryNumber implements NumberTaker.Source {
  private static final List<String> OF_OK_CALLS = List.of("latency", "ttft");
  private static final List<String> OF_ALL_CALLS = List.of("output_tokens", "cost");
  private static final Predicate OK =
      new Predicate.TextTest(Fields.named("status").orElseThrow(), Set.of(Status.OK.label()));

  private final CallBatch batch;
  private final Selection selection;
  private final List<Metric> metrics = new ArrayList<>();
  private final List<NumberSource> sources = new ArrayList<>();
  private final Map<String, ScoreRun> scores = new HashMap<>();

  private final @Nullable ScoreRun[] usual = new ScoreRun[4];
  private int nextUsual;

  /** Those whose score a call of the batch carries. */
  private final List<ScoreRun> carried = new ArrayList<>();

  /**
   * A label of the groups.
   *
   * @param name as rules write it
   * @param key the values of its group where there are no other dimensions
   * @param lastSlot where that group was found the last time
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Metric(String name, String[] key, int[] lastSlot) {
    Metric(String name) {
      this(name, new String[] {name}, new int[1]);
    }
  }

  private static final class ScoreRun {
    private final String score;
    private final Metric metric;
    private final NumberRun run;
    private final int[] rows = new int[CallBatch.CAPACITY];

    ScoreRun(String score, CallBatch batch) {
      this.score = score;
      metric = new Metric(Fields.score(score).name());
      run = new NumberRun(batch);
      run.rows(rows);
    }
  }

  EveryNumber(BatchFolds folds, FoldPlan plan) {
    this.batch = folds.batch();
    this.selection = folds.selection(plan.where()).scored();
    OF_OK_CALLS.forEach(name -> add(folds, name, and(plan.where())));
    OF_ALL_CALLS.forEach(name -> add(folds, name, plan.where()));
  }

  private static Optional<Predicate> and(Optional<Predicate> where) {
    return Optional.of(
        where.<Predicate>map(given -> new Predicate.And(List.of(given, OK))).orElse(OK));
  }

  private void add(BatchFolds folds, String name, Optional<Predicate> where) {
    Field.Number field = (Field.Number) Fields.named(name).orElseThrow();
    metrics.add(new Metric(name));
    NumberSource source = folds.source(where, new FoldPlan.Value(field, FoldKind.LOG_HISTOGRAM));
    source.wantsEach();
    sources.add(source);
  }

  @Override
  public void into(NumberTaker taker) {
    for (int i = 0; i < sources.size(); i++) {
      taker.take(batch, metrics.get(i), sources.get(i).run());
    }
    int size = selection.size();
    int[] rows = selection.rows();
    for (int i = 0; i < size; i++) {
      Call call = batch.call(rows[i]);
      for (int j = 0; j < call.scoreCount(); j++) {
        carry(call.scoreName(j), call.scoreBillionths(j), rows[i]);
      }
    }
    for (int i = 0; i < carried.size(); i++) {
      ScoreRun each = carried.get(i);
      taker.take(batch, each.metric, each.run);
      each.run.numbers().clear();
    }
    carried.clear();
  }

  /** Most calls carry the same few scores, so that a look at each finds it. */
  private ScoreRun run(String score) {
    for (int i = 0; i < usual.length; i++) {
      ScoreRun each = usual[i];
      if (each != null && each.score.equals(score)) {
        return each;
      }
    }
    ScoreRun found = scores.computeIfAbsent(score, name -> new ScoreRun(name, batch));
    usual[nextUsual] = found;
    nextUsual = (nextUsual + 1) % usual.length;
    return found;
  }

  private void carry(String score, long value, int row) {
    ScoreRun to = run(score);
    int size = to.run.numbers().size();
    if (size == 0) {
      carried.add(to);
    }
    to.rows[size] = row;
    to.run.numbers().add(value);
  }
}
