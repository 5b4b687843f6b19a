package dev.tocsin.codec;

import java.io.DataInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueWriter} wrote. */
public final class ValueReader {
  private final DataInput in;

  public ValueReader(DataInput in) {
    this.in = in;
  }

  /** A text, or null where it was absent. */
  public @Nullable String text() throws IOException {
    int length = in.readInt();
    if (length == ValueWriter.ABSENT) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A text that was not absent. */
  public String required() throws IOException {
    String text = text();
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }

  /** A list of texts. */
  public List<String> values() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(required());
    }
    return texts;
  }

  long number() throws IOException {
    return in.readLong();
  }

  @Nullable Boolean flag() throws IOException {
    int flag = in.readByte();
    return flag == ValueWriter.ABSENT ? null : Boolean.valueOf(flag == 1);
  }

  void scores(ObjLongConsumer<String> sink) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      sink.accept(required(), in.readLong());
    }
  }

  void attributes(BiConsumer<String, Object> sink) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      String name = required();
      int kind = in.readByte();
      String value = required();
      switch (kind) {
        case ValueWriter.FLAG -> sink.accept(name, Boolean.valueOf(value));
        case ValueWriter.NUMBER -> sink.accept(name, new BigDecimal(value));
        default -> sink.accept(name, value);
      }
    }
  }
}
