package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry of {@code events:}: events of one kind at a steady pace.
 *
 * @param at when the first is; the start where it is not said
 * @param pace how many, and when
 * @param seed of what is drawn; where it is not said, the place of the entry in the list
 * @param what they say
 * @param span where the entry was written
 */
public record EventsDefinition(
    Optional<Located<TimePoint>> at, Pace pace, OptionalLong seed, What what, Span span) {

  /** What events say. */
  public sealed interface What {}

  /**
   * Calls.
   *
   * @param fields of each
   * @param scoreDelay how long after a call its scores come as events of their own; within it where
   *     it is not said
   */
  public record Calls(List<FieldDefinition> fields, Optional<Duration> scoreDelay) implements What {
    public Calls {
      fields = List.copyOf(fields);
    }
  }

  /** A version of a prompt goes live. */
  public record Deployed(String prompt, String version) implements What {}

  /**
   * Measures.
   *
   * @param name which
   * @param value a number
   * @param labels names and texts
   */
  public record Measured(String name, FieldValue value, List<FieldDefinition> labels)
      implements What {
    public Measured {
      labels = List.copyOf(labels);
    }
  }
}
