package dev.tocsin.testkit.events;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.EventsDefinition;
import dev.tocsin.dsl.testfile.FieldDefinition;
import dev.tocsin.testkit.field.CallField;
import dev.tocsin.testkit.field.CallFields;
import dev.tocsin.testkit.field.Moments;
import dev.tocsin.testkit.field.Value;
import dev.tocsin.testkit.field.Values;
import dev.tocsin.testkit.field.Writing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes series of what a test says; what is wrong is reported and left out. */
final class SeriesPlanner {
  /** What else an entry for calls may say. */
  private static final List<String> KEYS =
      List.of(
          "at", "every", "for", "over", "count", "seed", "score_delay", "deployment", "measure");

  private final Moments moments;
  private final CallFields fields;
  private final Values values;
  private final Diagnostics diagnostics;

  SeriesPlanner(Moments moments, CallFields fields, Diagnostics diagnostics) {
    this.moments = moments;
    this.fields = fields;
    this.values = new Values(diagnostics);
    this.diagnostics = diagnostics;
  }

  /**
   * @param number of the entry, from 1
   */
  List<Series> of(EventsDefinition entry, int number) {
    Optional<Long> first =
        entry.at().isPresent()
            ? moments.nanos(entry.at().get(), diagnostics)
            : moments.startNanos();
    List<Series> series = new ArrayList<>();
    // what is wrong with the fields is told even where the time is wrong
    Beat beat = new Beat(first.orElse(0L), entry.pace(), entry.seed().orElse(number));
    if (entry.what() instanceof EventsDefinition.Calls calls) {
      series.addAll(calls(beat, "g" + number + "-", calls));
    } else if (entry.what() instanceof EventsDefinition.Measured measured) {
      measures(beat, measured).ifPresent(series::add);
    } else if (entry.what() instanceof EventsDefinition.Deployed live) {
      series.add(new Deployments(beat, live.prompt(), live.version()));
    }
    boolean tooLong = first.isPresent() && !fits(entry, beat);
    return first.isEmpty() || tooLong ? List.of() : series;
  }

  private boolean fits(EventsDefinition entry, Beat beat) {
    Duration delay =
        entry.what() instanceof EventsDefinition.Calls calls
            ? calls.scoreDelay().orElse(Duration.ZERO)
            : Duration.ZERO;
    long length = entry.pace().length().toNanos();
    boolean fits =
        Moments.later(Moments.later(beat.first(), length), delay.toNanos()) < Moments.END;
    if (!fits) {
      diagnostics.error(Code.BAD_TIME, entry.span(), "the events end too far away");
    }
    return fits;
  }

  private List<Series> calls(Beat beat, String prefix, EventsDefinition.Calls written) {
    List<Writing> writings = new ArrayList<>();
    List<LateScores.Named> late = new ArrayList<>();
    for (FieldDefinition field : written.fields()) {
      Optional<CallField> known = fields.named(field.name(), KEYS);
      if (known.isPresent()
          && known.get() instanceof CallField.OfScore score
          && written.scoreDelay().isPresent()) {
        values
            .numbers(score, field.value())
            .ifPresent(value -> late.add(new LateScores.Named(score.score(), value)));
      } else {
        known.flatMap(one -> values.writing(one, field.value())).ifPresent(writings::add);
      }
    }
    Calls calls = new Calls(beat, prefix, writings);
    return late.isEmpty()
        ? List.of(calls)
        : List.of(calls, new LateScores(calls, written.scoreDelay().orElseThrow().toNanos(), late));
  }

  private Optional<Series> measures(Beat beat, EventsDefinition.Measured written) {
    Map<String, Value<String>> labels = new LinkedHashMap<>();
    for (FieldDefinition label : written.labels()) {
      values
          .texts(label.name().value(), label.value())
          .ifPresent(text -> labels.put(label.name().value(), text));
    }
    return values
        .billionths(written.name(), written.value())
        .map(value -> new Measures(beat, written.name(), value, labels));
  }
}
