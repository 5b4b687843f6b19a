package dev.tocsin.trace.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import java.util.List;

/** Reads records one by one, each by itself or in the list {@code data} of a page. */
public final class EachRecord implements BatchReader {
  /** Pages, as APIs answer them. */
  public static final Layout PAGES =
      (from, field, list) -> list && from.isEmpty() && field.equals("data");

  private final OfRecord events;

  /** What a record says. */
  @FunctionalInterface
  public interface OfRecord {
    /**
     * Reads it.
     *
     * @throws BadEventException when it cannot be used
     */
    void read(Fields record, Findings findings) throws BadEventException;
  }

  /** Reads each with this. */
  public EachRecord(OfRecord events) {
    this.events = events;
  }

  @Override
  public void read(List<Found> records, Gathering gathering) {
    for (Found found : records) {
      Findings findings = new Findings(found.line(), gathering);
      try {
        if (!(found.node() instanceof ObjectNode object)) {
          throw new BadEventException(
              "expected a JSON object, not " + Fields.shortened(found.node()));
        }
        events.read(Fields.of(object), findings);
      } catch (BadEventException e) {
        findings.bad(e);
      }
    }
  }
}
