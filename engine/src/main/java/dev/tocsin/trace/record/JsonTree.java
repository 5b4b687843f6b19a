package dev.tocsin.trace.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** JSON as trees in which numbers keep all their digits and no key comes twice. */
final class JsonTree {
  /** A longer text is not read: 64 MiB. */
  private static final int LONGEST = 1 << 26;

  private static final JsonFactory LONG_TEXTS =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST).build())
          .build();
  private static final ObjectReader EACH =
      JsonMapper.builder(LONG_TEXTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readerFor(JsonNode.class);
  private static final ObjectReader WHOLE =
      EACH.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonTree() {}

  static JsonParser parser(InputStream content) throws IOException {
    return EACH.createParser(content);
  }

  /** What a text says as JSON, or null if it is none. */
  static @Nullable JsonNode ofText(String text) {
    try {
      return WHOLE.readTree(text);
    } catch (IOException | NumberFormatException e) { // the latter for exponents past an int
      return null;
    }
  }
}
