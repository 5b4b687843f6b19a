package dev.tocsin.trace;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.api.spi.TraceRecords.TraceRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a format made of a text.
 *
 * @param events in their order
 * @param bad {@code line: reason} of what cannot be used
 * @param passedOver the rest, by kind
 */
public record Read(List<Event> events, List<String> bad, Map<String, Long> passedOver) {

  /** Reads a text. */
  public static Read of(TraceFormat format, String text) throws IOException {
    TraceRecords records =
        format.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true);
    Read read = new Read(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    for (TraceRecord record = records.next(); record != null; record = records.next()) {
      if (record instanceof TraceRecord.Good good) {
        read.events.add(good.event());
      } else if (record instanceof TraceRecord.Bad bad) {
        read.bad.add(bad.line() + ": " + bad.reason());
      } else if (record instanceof TraceRecord.PassedOver other) {
        read.passedOver.merge(other.kind(), 1L, Long::sum);
      }
    }
    return read;
  }

  /** A recorded file among the resources. */
  public static String resource(String name) throws IOException {
    try (InputStream file = Read.class.getResourceAsStream("/trace/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Those of the events that are calls. */
  public List<Call> calls() {
    return events.stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
  }

  /** The only call; there must be nothing else. */
  public Call call() {
    if (events.size() != 1 || !bad.isEmpty()) {
      throw new AssertionError(this);
    }
    return (Call) events.get(0);
  }

  /** Those of the events that are scores. */
  public List<Score> scores() {
    return events.stream().filter(Score.class::isInstance).map(Score.class::cast).toList();
  }
}
