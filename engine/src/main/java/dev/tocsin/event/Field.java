package dev.tocsin.event;

import dev.tocsin.api.Event;
import dev.tocsin.api.Unit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that can be read off an event. */
public sealed interface Field {

  /** As conditions write it. */
  String name();

  /** The attribute that it reads, if it reads one. */
  Optional<String> attribute();

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

    @Override
    public Optional<String> attribute() {
      return key(reader);
    }

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
  record Text(String name, TextReader reader) implements Field {
    @Override
    public Optional<String> attribute() {
      return key(reader);
    }
  }

  /**
   * True, false or not known.
   *
   * @param name as conditions write it
   * @param reader gives it, or null
   */
  record Flag(String name, FlagReader reader) implements Field {
    @Override
    public Optional<String> attribute() {
      return key(reader);
    }
  }

  /** A free attribute, whose kind only its use tells: {@code attr.tenant}. */
  record Attribute(String name, String key) implements Field {
    @Override
    public Optional<String> attribute() {
      return Optional.of(key);
    }

    /** The same attribute read as a plain number, in billionths. */
    public Number asNumber() {
      return new Number(name, Unit.NUMBER, false, new AttributeReader.OfNumber(key, 9));
    }
  }

  /** Reads a number. */
  @FunctionalInterface
  interface NumberReader {
    /** In base units, or {@link Event#UNKNOWN}. */
    long read(Observation event);

    /** Reads it off every call of a batch, into an array of at least as many. */
    default void readAll(CallBatch batch, long[] into) {
      for (int i = 0; i < batch.size(); i++) {
        into[i] = read(batch.row(i));
      }
    }

    /** In base units, or NaN when not known. */
    default double amount(Observation event) {
      long value = read(event);
      return value == Event.UNKNOWN ? Double.NaN : value;
    }
  }

  /** Reads a text. */
  @FunctionalInterface
  interface TextReader {
    /** Null when not known. */
    @Nullable String read(Observation event);

    /** Reads it off every call of a batch, into an array of at least as many. */
    default void readAll(CallBatch batch, @Nullable String[] into) {
      for (int i = 0; i < batch.size(); i++) {
        into[i] = read(batch.row(i));
      }
    }
  }

  /** Reads a flag. */
  @FunctionalInterface
  interface FlagReader {
    /** Null when not known. */
    @Nullable Boolean read(Observation event);
  }

  private static Optional<String> key(Object reader) {
    return reader instanceof AttributeReader attribute
        ? Optional.of(attribute.key())
        : Optional.empty();
  }
}
