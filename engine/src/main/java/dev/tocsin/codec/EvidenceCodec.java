package dev.tocsin.codec;

import dev.tocsin.api.Contributor;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.Instants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence as bytes. */
final class EvidenceCodec {
  private EvidenceCodec() {}

  static void write(Evidence evidence, ByteOutput out) {
    out.varint(evidence.sampled());
    out.varint(evidence.exemplars().size());
    for (Exemplar exemplar : evidence.exemplars()) {
      out.text(exemplar.call());
      text(exemplar.trace(), out);
      out.writeLong(Instants.toNanos(exemplar.time()));
      out.writeDouble(exemplar.value() == null ? Double.NaN : exemplar.value());
    }
    out.varint(evidence.contributors().size());
    for (Contributor contributor : evidence.contributors()) {
      out.text(contributor.dimension());
      out.text(contributor.value());
      out.writeDouble(contributor.share());
      out.writeDouble(contributor.trafficShare());
    }
  }

  static Evidence read(ByteInput in) throws IOException {
    long sampled = in.varint();
    List<Exemplar> exemplars = new ArrayList<>();
    for (long left = in.varint(); left > 0; left--) {
      String call = in.text();
      String trace = in.readBoolean() ? in.text() : null;
      long time = in.readLong();
      double value = in.readDouble();
      exemplars.add(
          new Exemplar(call, trace, Instants.ofNanos(time), Double.isNaN(value) ? null : value));
    }
    List<Contributor> contributors = new ArrayList<>();
    for (long left = in.varint(); left > 0; left--) {
      contributors.add(new Contributor(in.text(), in.text(), in.readDouble(), in.readDouble()));
    }
    return new Evidence(exemplars, contributors, sampled);
  }

  private static void text(@Nullable String text, ByteOutput out) {
    out.writeBoolean(text != null);
    if (text != null) {
      out.text(text);
    }
  }
}
