package dev.tocsin.event;

import dev.tocsin.api.Unit;
import org.jspecify.annotations.Nullable;

/** Something that can be read off a call. */
public sealed interface Field {

  /** As conditions write it. */
  String name();

  /**
   * A number.
   *
   * @param name as conditions write it
   * @param unit what it counts
   * @param score whether it lies between 0 and 1 in billionths
   * @param reader gives it in base units (microseconds, nano-dollars, tokens, billionths), or
   *     UNKNOWN
   */
  @SuppressWarnings("JavaLangClash") // always written Field.Number
  record Number(String name, Unit unit, boolean score, NumberReader reader) implements Field {

    /** Fields are equal by name; readers are not compared. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Number number && number.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * A text.
   *
   * @param name as conditions write it
   * @param reader gives it, or null
   */
  record Text(String name, TextReader reader) implements Field {}

  /**
   * True, false or not known.
   *
   * @param name as conditions write it
   * @param reader gives it, or null
   */
  record Flag(String name, FlagReader reader) implements Field {}

  /** A free attribute, whose kind only its use tells: {@code attr.tenant}. */
  record Attribute(String name, String key) implements Field {}

  /** Reads a number. */
  @FunctionalInterface
  interface NumberReader {
    /** In base units, or {@link dev.tocsin.api.Event#UNKNOWN}. */
    long read(PricedCall call);
  }

  /** Reads a text. */
  @FunctionalInterface
  interface TextReader {
    /** Null when not known. */
    @Nullable String read(PricedCall call);
  }

  /** Reads a flag. */
  @FunctionalInterface
  interface FlagReader {
    /** Null when not known. */
    @Nullable Boolean read(PricedCall call);
  }
}
