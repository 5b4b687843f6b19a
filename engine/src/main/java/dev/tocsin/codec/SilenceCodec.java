package dev.tocsin.codec;

import dev.tocsin.api.Instants;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Silence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Silences as bytes. */
public final class SilenceCodec {
  private SilenceCodec() {}

  /** Writes a silence so that {@link #read} gives an equal one. */
  public static void write(Silence silence, ByteOutput out) {
    out.text(silence.id());
    out.varint(silence.matchers().size());
    for (LabelMatcher matcher : silence.matchers()) {
      out.text(matcher.label());
      out.text(matcher.operator().name());
      out.text(matcher.value());
    }
    out.writeLong(Instants.toNanos(silence.from()));
    out.writeLong(Instants.toNanos(silence.until()));
    out.text(silence.by());
    out.text(silence.comment());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the bytes are none of a silence
   */
  public static Silence read(ByteInput in) throws IOException {
    String id = in.text();
    List<LabelMatcher> matchers = new ArrayList<>();
    try {
      for (long left = in.varint(); left > 0; left--) {
        matchers.add(
            new LabelMatcher(in.text(), LabelMatcher.Operator.valueOf(in.text()), in.text()));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
    return new Silence(
        id,
        matchers,
        Instants.ofNanos(in.readLong()),
        Instants.ofNanos(in.readLong()),
        in.text(),
        in.text());
  }
}
