package dev.tocsin.trace;

import dev.tocsin.api.spi.TraceFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

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

  /** One format for every trace, whatever its first bytes look like. */
  public static TraceFormats only(TraceFormat format) {
    return new TraceFormats(List.of(format));
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
        "no trace format '%s'; there are %s".formatted(name, names(formats)));
  }

  /**
   * The format of a trace: the one that recognises it. What none recognises is native where it is
   * lines of objects or nothing at all, so that it is said of each line what is wrong with it.
   *
   * @param head first bytes, uncompressed
   * @throws IOException when it is in none of them, or could be in several; names them
   */
  TraceFormat of(byte[] head) throws IOException {
    if (formats.size() == 1) {
      return formats.get(0);
    }
    List<TraceFormat> recognising =
        formats.stream().filter(format -> format.recognises(head)).toList();
    if (recognising.size() > 1) {
      throw new IOException("it looks like each of " + names(recognising) + "; --from says which");
    }
    if (recognising.size() == 1) {
      return recognising.get(0);
    }
    if (ObjectLines.are(head) || new String(head, StandardCharsets.UTF_8).isBlank()) {
      return NATIVE;
    }
    throw new IOException("its format is none of " + names(formats) + "; --from says which it is");
  }

  private static String names(Collection<TraceFormat> formats) {
    return formats.stream().map(TraceFormat::name).sorted().collect(Collectors.joining(", "));
  }
}
