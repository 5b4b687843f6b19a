package dev.tocsin.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The prices that come with Tocsin, as {@code MakePrices} wrote them: a model a line, its fields
 * separated by tabs, names of the fields first. A field that is not known is empty.
 */
final class PriceFile {
  private static final String RESOURCE = "litellm-model-prices.tsv";
  private static final char TAB = '\t';

  private final String text;
  private final Map<String, BigDecimal> numbers = new HashMap<>(); // most prices are of many models
  private int at;

  private PriceFile(String text) {
    this.text = text;
  }

  static Map<String, ModelPrice> read() {
    try (InputStream in =
        Objects.requireNonNull(PriceFile.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new PriceFile(new String(in.readAllBytes(), StandardCharsets.UTF_8)).prices();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, ModelPrice> prices() {
    Map<String, ModelPrice> prices = new HashMap<>();
    at = text.indexOf('\n') + 1;
    while (at < text.length()) {
      String model = next(TAB);
      BigDecimal input = number(next(TAB), BigDecimal.ZERO);
      BigDecimal output = number(next(TAB), BigDecimal.ZERO);
      BigDecimal cacheRead = number(next(TAB), input);
      BigDecimal cacheWrite = number(next(TAB), input);
      String upTo = next('\n');
      long upToTokens = upTo.isEmpty() ? Long.MAX_VALUE : Long.parseLong(upTo);
      prices.put(model, new ModelPrice(input, output, cacheRead, cacheWrite, upToTokens));
    }
    return prices;
  }

  private String next(char end) {
    int from = at;
    int to = text.indexOf(end, from);
    at = to + 1;
    return text.substring(from, to);
  }

  private BigDecimal number(String field, BigDecimal otherwise) {
    return field.isEmpty() ? otherwise : numbers.computeIfAbsent(field, BigDecimal::new);
  }
}
