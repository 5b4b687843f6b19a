package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.Expr;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry of {@code inject:}: what is done to a trace for some time.
 *
 * @param at from when on; from the start of the trace where it is not said
 * @param length for how long; to the end where it is not said
 * @param where to which calls; to all where it is not said
 * @param share to which part of them, more than 0 and at most 1
 * @param seed says which calls are the part; where it is not said, the place of the entry in the
 *     list
 * @param effects what is done, in order; at least one
 * @param span where the entry was written
 */
public record FaultDefinition(
    Optional<Located<TimePoint>> at,
    Optional<Duration> length,
    Optional<Where> where,
    Optional<BigDecimal> share,
    OptionalLong seed,
    List<Effect> effects,
    Span span) {
  public FaultDefinition {
    effects = List.copyOf(effects);
  }

  /** Which calls. */
  public sealed interface Where {
    /** Where it was written. */
    Span span();
  }

  /** Those of which a statement of the condition language is true. */
  public record Formula(Expr statement) implements Where {
    @Override
    public Span span() {
      return statement.span();
    }
  }

  /** Those whose fields have, each, one of some values; at least one field. */
  public record Fields(List<Among> fields, Span span) implements Where {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /** A field and its values; at least one. */
  public record Among(Located<String> field, List<Located<String>> values) {
    public Among {
      values = List.copyOf(values);
    }
  }

  /** What is done. */
  public sealed interface Effect {}

  /** What changes numbers. */
  public enum Change {
    SET,
    MULTIPLY,
    ADD
  }

  /** Fields become something else. */
  public record Changed(Change change, List<FieldDefinition> fields) implements Effect {
    public Changed {
      fields = List.copyOf(fields);
    }
  }

  /** Calls and their scores never come. */
  public record Dropped() implements Effect {}

  /** Scores of these names never come. */
  public record Lost(List<Located<String>> scores) implements Effect {
    public Lost {
      scores = List.copyOf(scores);
    }
  }

  /** Scores come later. */
  public record Delayed(Duration by) implements Effect {}

  /** Stamps are off by so much, which may be negative. */
  public record Shifted(Duration by) implements Effect {}

  /** Calls come so many times, at least 2, each with an id of its own. */
  public record Repeated(int times) implements Effect {}

  /** Calls and their scores come twice with the same ids. */
  public record Duplicated() implements Effect {}

  /** A version of a prompt goes live. */
  public record Deployed(String prompt, String version) implements Effect {}
}
