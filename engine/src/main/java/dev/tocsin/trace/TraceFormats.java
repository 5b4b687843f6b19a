package dev.tocsin.trace;

import dev.tocsin.api.spi.TraceFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The formats in which a trace may be, the native one among them. Immutable. */
public final class TraceFormats {
  private static final TraceFormat NATIVE = new NativeFormat();

  private final List<TraceFormat> formats;

  private final TraceFormat otherwise;

  private TraceFormats(List<TraceFormat> formats, TraceFormat otherwise) {
    this.formats = List.copyOf(formats);
    this.otherwise = otherwise;
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
    return new TraceFormats(all, NATIVE);
  }

  /** The native format and those that {@link ServiceLoader} finds. */
  public static TraceFormats discovered() {
    return with(
        ServiceLoader.load(TraceFormat.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /** One format for every trace, whatever its first bytes look like. */
  public static TraceFormats only(TraceFormat format) {
    return new TraceFormats(List.of(format), format);
  }

  /**
   * The one of these with a name, for every trace.
   *
   * @throws IllegalArgumentException when there is none; names those that there are
   */
  public TraceFormats named(String name) {
    for (TraceFormat format : formats) {
      if (format.name().equals(name)) {
        return only(format);
      }
    }
    throw new IllegalArgumentException(
        "no trace format '%s'; there are %s"
            .formatted(
                name,
                formats.stream()
                    .map(TraceFormat::name)
                    .sorted()
                    .collect(Collectors.joining(", "))));
  }

  /**
   * The format of a trace: the last registered one that recognises it, else the native one, which
   * says of each line what is wrong with it.
   *
   * @param head first bytes, uncompressed
   */
  TraceFormat of(byte[] head) {
    TraceFormat format = otherwise;
    for (TraceFormat candidate : formats) {
      if (candidate.recognises(head)) {
        format = candidate;
      }
    }
    return format;
  }
}
