package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;
import java.util.List;

/** One fold for all keys that are asked for: its numbers go to all families that it has. */
final class FamilyFold implements BatchFold, NumberTaker {
  private final CallBatch batch;
  private final KeyColumn keys;
  private final Source source;
  private final Family[] families;

  FamilyFold(CallBatch batch, KeyColumn keys, Source source, List<Family> families) {
    this.batch = batch;
    this.keys = keys;
    this.source = source;
    this.families = families.toArray(Family[]::new);
  }

  @Override
  public void batch() {
    if (keys.any(batch)) {
      source.into(this);
    }
  }

  @Override
  public void take(CallBatch from, NumberRun run) {
    if (run.numbers().size() > 0) {
      for (Family family : families) {
        family.take(keys.of(from), from, run, "");
      }
    }
  }

  @Override
  public void take(CallBatch from, EveryNumber.Metric metric, NumberRun run) {
    if (run.numbers().size() > 0) {
      for (Family family : families) {
        family.take(keys.of(from), from, run, metric.name());
      }
    }
  }
}
