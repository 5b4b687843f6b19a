package dev.tocsin.trace.otlp;

import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.trace.document.UnfitException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judgements of calls, as spans and logs tell them. */
final class Evaluation {
  static final String EVENT = "gen_ai.evaluation.result";
  static final String OF_SPAN = "evaluations";
  static final String OF_TRACE = "trace.evaluations";
  static final String OF_SESSION = "session.evaluations";

  private Evaluation() {}

  /** What an event of OpenTelemetry says of a call; null if the judge failed. */
  static @Nullable Score ofEvent(long nanos, @Nullable String call, Attributes event)
      throws UnfitException {
    if (!event.get("error.type").absent()) {
      return null;
    }
    return score(
        nanos,
        call,
        event.text("gen_ai.evaluation.name"),
        event.get("gen_ai.evaluation.score.value").billionths(),
        event.text("gen_ai.evaluation.score.label"),
        event.text("gen_ai.evaluation.explanation"),
        null);
  }

  /**
   * What attributes of OpenInference say.
   *
   * @param list {@value #OF_SPAN}, {@value #OF_TRACE} or {@value #OF_SESSION}
   * @param call that is judged, or null where none is known
   */
  static List<Score> ofAttributes(Span span, String list, @Nullable String call)
      throws UnfitException {
    List<Score> scores = new ArrayList<>();
    for (int i = 0; ; i++) {
      String one = list + "." + i + ".evaluation.";
      Attributes own = span.attributes();
      boolean none =
          own.get(one + "name", one + "score", one + "label", one + "explanation").absent();
      if (none) {
        return scores;
      }
      scores.add(
          score(
              span.end(),
              call,
              own.text(one + "name"),
              own.get(one + "score").billionths(),
              own.text(one + "label"),
              own.text(one + "explanation"),
              own.text(one + "identifier", one + "annotator_kind")));
    }
  }

  /** How many of such a list there are. */
  static long count(Span span, String list) {
    return span.attributes().all().stream()
        .filter(each -> each.field().startsWith(list + "."))
        .map(each -> each.field().substring(list.length() + 1).replaceFirst("\\..*", ""))
        .distinct()
        .count();
  }

  private static Score score(
      long nanos,
      @Nullable String call,
      @Nullable String name,
      long value,
      @Nullable String label,
      @Nullable String reason,
      @Nullable String source)
      throws UnfitException {
    if (name == null) {
      throw new UnfitException("an evaluation without a name");
    }
    if (call == null) {
      throw new UnfitException("evaluation '%s' names no call".formatted(name));
    }
    if (nanos == Event.UNKNOWN) {
      throw new UnfitException("evaluation '%s' has no time".formatted(name));
    }
    if (value == Event.UNKNOWN && label == null) {
      throw new UnfitException("evaluation '%s' has neither score nor label".formatted(name));
    }
    return new Score(nanos, call, name, value, label, reason, source);
  }
}
