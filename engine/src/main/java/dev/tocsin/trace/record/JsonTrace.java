package dev.tocsin.trace.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.spi.TraceRecords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of a trace that is JSON in any shape: a record a line, one array of them, a page with
 * an array in one of its fields ({@code {"data": [...]}}), or records one after the other over many
 * lines. Never holds more than one record. Of lines, a broken one is bad and the next is read; in
 * the other shapes what follows broken JSON is lost.
 */
public final class JsonTrace implements TraceRecords {
  private static final int FIRST_LINE = 1 << 20;

  private final JsonSource source;
  private final Set<String> containers;
  private final JsonEvents events;
  private final Findings findings = new Findings();

  private JsonTrace(JsonSource source, Set<String> containers, JsonEvents events) {
    this.source = source;
    this.containers = containers;
    this.events = events;
  }

  /**
   * The records of a stream.
   *
   * @param content uncompressed
   * @param containers fields of a page that hold its records
   * @param events reads each of them
   */
  public static TraceRecords of(InputStream content, Set<String> containers, JsonEvents events)
      throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(content, 1 << 16);
    buffered.mark(FIRST_LINE + 1);
    boolean lines = FirstLine.isRecord(buffered, FIRST_LINE);
    buffered.reset();
    JsonSource source =
        lines
            ? new LineSource(new Lines(buffered, JsonTree.LONGEST))
            : new DocumentSource(buffered, containers);
    return new JsonTrace(source, containers, events);
  }

  @Override
  public @Nullable TraceRecord next() throws IOException {
    while (true) {
      TraceRecord found = findings.next();
      if (found != null) {
        return found;
      }
      if (!read()) {
        return null;
      }
    }
  }

  private boolean read() throws IOException {
    try {
      JsonNode node = source.next();
      if (node == null) {
        return false;
      }
      findings.begin(source.line());
      records(node);
    } catch (BadEventException e) {
      findings.begin(source.line());
      findings.bad(e);
    }
    findings.end();
    return true;
  }

  private void records(JsonNode node) throws BadEventException {
    if (!(node instanceof ObjectNode object)) {
      throw new BadEventException("expected a JSON object, not " + Fields.shortened(node));
    }
    for (String container : containers) {
      if (object.get(container) != null && object.get(container).isArray()) {
        for (JsonNode each : object.get(container)) {
          record(each);
        }
        return;
      }
    }
    events.read(Fields.of(object), findings);
  }

  private void record(JsonNode node) {
    try {
      records(node);
    } catch (BadEventException e) {
      findings.bad(e);
    }
  }
}
