package dev.tocsin.trace.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import dev.tocsin.trace.record.JsonProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON documents one after the other: one a line, or each over many lines, in any mixture. Gives
 * the records of documents together until they are {@value #MANY_RECORDS} or 2 MiB: what belongs
 * together is often spread over lines. Of a long document, at most {@value #MOST_RECORDS} or about
 * 8 MiB come at a time.
 */
final class Documents {
  private static final String LOST = "; what follows is lost";
  private static final byte[] SPACES = "    ".getBytes(StandardCharsets.UTF_8);
  private static final int MANY_RECORDS = 1024;
  private static final int MANY_BYTES = 1 << 21;
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
  private long bytes;

  /** Records that belong together, and what was wrong behind them. */
  record Batch(List<Found> records, TraceRecord.@Nullable Bad problem) {}

  Documents(InputStream content, Layout layout) {
    this.feed = new LineFeed(content);
    this.layout = layout;
  }

  /** The next batch, perhaps without a record; null at the end. */
  @Nullable Batch next() throws IOException {
    List<Found> records = new ArrayList<>();
    bytes = 0;
    RecordWalk current = current();
    if (current == null) {
      return null;
    }
    while (current != null) {
      TraceRecord.Bad problem = read(current, records);
      boolean enough = records.size() >= MANY_RECORDS || bytes >= MANY_BYTES;
      if (problem != null || enough) {
        return new Batch(records, problem);
      }
      current = current();
    }
    return new Batch(records, null);
  }

  /** A document, or what fits of it. */
  private TraceRecord.@Nullable Bad read(RecordWalk current, List<Found> records)
      throws IOException {
    try {
      walk(current, records);
      return null;
    } catch (JsonProcessingException e) {
      return broken(current, noJson(e.getOriginalMessage()));
    } catch (LongRecordException e) {
      return broken(current, String.valueOf(e.getMessage()));
    } catch (NumberFormatException e) { // exponents past an int
      return broken(current, noJson(e.getMessage()));
    }
  }

  private void walk(RecordWalk current, List<Found> records) throws IOException {
    int mostRecords = records.size() + MOST_RECORDS;
    long mostBytes = bytes + MOST_BYTES;
    feed.startRecord();
    while (records.size() < mostRecords && bytes < mostBytes) {
      Found found = current.next();
      if (found != null) {
        records.add(found);
      }
      bytes += feed.handed();
      feed.startRecord();
      if (current.ended()) {
        walk = null;
        return;
      }
      if (current.betweenDocuments()) {
        return;
      }
    }
  }

  private TraceRecord.Bad broken(RecordWalk current, String reason) throws IOException {
    long line = current.documentLine();
    walk = null;
    if (lineByItself) {
      return new TraceRecord.Bad(line, reason);
    }
    feed.recover(line);
    if (feed.atEnd()) {
      return new TraceRecord.Bad(line, feed.line() - line > 1 ? reason + LOST : reason);
    }
    long next = feed.line();
    return new TraceRecord.Bad(
        line, next - line > 1 ? reason + "; read on at line " + next : reason);
  }

  private static String noJson(@Nullable String message) {
    String problem = JsonProblem.of(message);
    return "no JSON: " + (problem.contains("code 10)") ? "a text goes on over its line" : problem);
  }

  private @Nullable RecordWalk current() throws IOException {
    if (walk == null) {
      walk = open();
    }
    return walk;
  }

  private @Nullable RecordWalk open() throws IOException {
    if (feed.atEnd()) {
      return null;
    }
    long line = feed.line();
    feed.startRecord();
    boolean odd = feed.looksWide();
    byte[] whole = feed.wholeLine(LONGEST_LINE);
    lineByItself = whole != null;
    bytes += whole == null ? 0 : whole.length;
    InputStream document = whole == null ? feed : new ByteArrayInputStream(whole);
    if (odd) { // behind spaces it is bad UTF-8, not good UTF-32
      document = new SequenceInputStream(new ByteArrayInputStream(SPACES), document);
    }
    JsonParser parser =
        whole == null || odd ? JSON.createParser(document) : JSON.createParser(whole);
    return new RecordWalk(parser, TREES, layout, line);
  }
}
