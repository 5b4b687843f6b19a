package dev.tocsin.trace;

import dev.tocsin.api.spi.TraceFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;

/** The formats in which a trace may be, the native one among them. Immutable. */
public final class TraceFormats {
  private static final TraceFormat NATIVE = new NativeFormat();

  private final List<TraceFormat> formats;

  private TraceFormats(List<TraceFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /**
   * The native format and these.
   *
   * @throws IllegalArgumentException when two have one name; names both
   */
  public static TraceFormats with(Collection<? extends TraceFormat> others) {
    List<TraceFormat> all = new ArrayList<>(List.of(NATIVE));
    for (TraceFormat other : others) {
      for (TraceFormat known : all) {
        if (known.name().equals(other.name())) {
          throw new IllegalArgumentException(
              "two trace formats are named '%s': %s and %s"
                  .formatted(other.name(), known.getClass().getName(), other.getClass().getName()));
        }
      }
      all.add(other);
    }
    return new TraceFormats(all);
  }

  /** The native format and those that {@link ServiceLoader} finds. */
  public static TraceFormats discovered() {
    return with(
        ServiceLoader.load(TraceFormat.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * The format of a trace: the last registered one that recognises it, else the native one, which
   * says of each line what is wrong with it.
   *
   * @param head first bytes, uncompressed
   */
  TraceFormat of(byte[] head) {
    TraceFormat format = NATIVE;
    for (TraceFormat candidate : formats) {
      if (candidate.recognises(head)) {
        format = candidate;
      }
    }
    return format;
  }
}
