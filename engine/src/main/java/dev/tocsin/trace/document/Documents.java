package dev.tocsin.trace.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import dev.tocsin.trace.record.JsonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON documents one after the other: one a line, or each over many lines, in any mixture. Gives
 * the records of one document together, or, of a long document, at most {@value #MOST_RECORDS} of
 * them or about 8 MiB at a time.
 */
final class Documents {
  private static final int MOST_RECORDS = 4096;
  private static final int MOST_BYTES = 1 << 23;
  private static final int LONGEST_LINE = 1 << 20;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LineFeed.LONGEST_RECORD).build())
          .build();
  static final ObjectReader TREES =
      JsonMapper.builder(JSON)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES) // version 1.10 is not 1.1
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readerFor(JsonNode.class);

  private final LineFeed feed;
  private final Layout layout;
  private @Nullable RecordWalk walk;
  private boolean lineByItself;

  /** Records that belong together, and what was wrong behind them. */
  record Batch(List<Found> records, TraceRecord.@Nullable Bad problem) {}

  Documents(InputStream content, Layout layout) {
    this.feed = new LineFeed(content);
    this.layout = layout;
  }

  /** The next batch, perhaps without a record; null at the end. */
  @Nullable Batch next() throws IOException {
    RecordWalk current = walk == null ? open() : walk;
    if (current == null) {
      return null;
    }
    walk = current;
    List<Found> records = new ArrayList<>();
    try {
      read(current, records);
      return new Batch(records, null);
    } catch (JsonProcessingException e) {
      return new Batch(records, broken(current, noJson(e.getOriginalMessage())));
    } catch (LongRecordException e) {
      return new Batch(records, broken(current, String.valueOf(e.getMessage())));
    } catch (NumberFormatException e) { // exponents past an int
      return new Batch(records, broken(current, noJson(e.getMessage())));
    }
  }

  private void read(RecordWalk current, List<Found> records) throws IOException {
    long bytes = 0;
    feed.startRecord();
    while (records.size() < MOST_RECORDS && bytes < MOST_BYTES) {
      Found found = current.next();
      if (found != null) {
        records.add(found);
      }
      if (current.ended()) {
        walk = null;
        return;
      }
      if (current.betweenDocuments()) {
        return;
      }
      bytes += feed.handed();
      feed.startRecord();
    }
  }

  private TraceRecord.Bad broken(RecordWalk current, String reason) throws IOException {
    long line = current.documentLine();
    if (!lineByItself) {
      feed.recover(line);
    }
    walk = null;
    return new TraceRecord.Bad(line, reason);
  }

  private static String noJson(@Nullable String message) {
    String problem = JsonProblem.of(message);
    return "no JSON: " + (problem.contains("code 10)") ? "a text goes on over its line" : problem);
  }

  private @Nullable RecordWalk open() throws IOException {
    if (feed.atEnd()) {
      return null;
    }
    long line = feed.line();
    feed.startRecord();
    byte[] whole = feed.wholeLine(LONGEST_LINE);
    lineByItself = whole != null;
    return whole == null
        ? new RecordWalk(JSON.createParser(feed), TREES, layout, line)
        : new RecordWalk(JSON.createParser(whole), TREES, layout, line);
  }
}
