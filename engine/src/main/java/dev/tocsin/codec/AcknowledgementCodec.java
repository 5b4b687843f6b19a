package dev.tocsin.codec;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Instants;
import java.io.IOException;

/** Acknowledgements as bytes. */
public final class AcknowledgementCodec {
  private AcknowledgementCodec() {}

  /** Writes an acknowledgement so that {@link #read} gives an equal one. */
  public static void write(Acknowledgement by, ByteOutput out) {
    out.text(by.by());
    out.writeLong(Instants.toNanos(by.at()));
    out.text(by.comment());
  }

  /** Reads what {@link #write} wrote. */
  public static Acknowledgement read(ByteInput in) throws IOException {
    return new Acknowledgement(in.text(), Instants.ofNanos(in.readLong()), in.text());
  }
}
