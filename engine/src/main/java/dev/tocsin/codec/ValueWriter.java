package dev.tocsin.codec;

import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes texts of any length, numbers and flags that may be absent, and maps in order. */
public final class ValueWriter {
  static final int ABSENT = -1;
  static final int TEXT = 0;
  static final int FLAG = 1;
  static final int NUMBER = 2;

  private final DataOutput out;

  public ValueWriter(DataOutput out) {
    this.out = out;
  }

  /** Texts, each of which may be absent. */
  public void texts(@Nullable String... texts) throws IOException {
    for (String text : texts) {
      if (text == null) {
        out.writeInt(ABSENT);
      } else {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
  }

  /** A list of texts. */
  public void values(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      texts(text);
    }
  }

  void numbers(long... numbers) throws IOException {
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  void flags(@Nullable Boolean... flags) throws IOException {
    for (Boolean flag : flags) {
      out.writeByte(flag == null ? ABSENT : flag ? 1 : 0);
    }
  }

  void scores(Map<String, Long> scores) throws IOException {
    out.writeInt(scores.size());
    for (Map.Entry<String, Long> score : new TreeMap<>(scores).entrySet()) {
      texts(score.getKey());
      out.writeLong(score.getValue());
    }
  }

  void attributes(Map<String, Object> attributes) throws IOException {
    out.writeInt(attributes.size());
    for (Map.Entry<String, Object> attribute : new TreeMap<>(attributes).entrySet()) {
      texts(attribute.getKey());
      Object value = attribute.getValue();
      out.writeByte(value instanceof Boolean ? FLAG : value instanceof BigDecimal ? NUMBER : TEXT);
      texts(value.toString());
    }
  }
}
