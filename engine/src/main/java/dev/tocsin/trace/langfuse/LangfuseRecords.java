package dev.tocsin.trace.langfuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.trace.document.BatchReader;
import dev.tocsin.trace.document.EachRecord;
import dev.tocsin.trace.document.Findings;
import dev.tocsin.trace.document.Found;
import dev.tocsin.trace.document.Gathering;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import java.util.List;

/**
 * Tells the kinds of records apart. What stands together is seen together: observations of one
 * trace are often on lines of their own.
 */
final class LangfuseRecords implements BatchReader {
  private final boolean texts;

  LangfuseRecords(boolean texts) {
    this.texts = texts;
  }

  @Override
  public void read(List<Found> records, Gathering gathering) {
    Observations observations = new Observations(texts);
    new EachRecord((record, findings) -> read(record, observations, findings))
        .read(records, gathering);
    observations.tell();
  }

  private static void read(Fields record, Observations observations, Findings findings)
      throws BadEventException {
    if (record.has("batch")) {
      new IngestionBatch(observations, findings).read(record.objects("batch"));
    } else if (record.node().get("trace") instanceof ObjectNode && record.has("observations")) {
      Fields trace = record.object("trace");
      observations.trace(trace);
      observations.addAll(record.objects("observations"), findings);
      observations.scores(trace.objects("scores"), findings);
      observations.scores(trace.objects("corrections"), findings);
      observations.scores(record.objects("scores"), findings);
    } else if (record.first("startTime", "start_time") != null) {
      observations.addAll(List.of(record), findings);
    } else if (record.first("dataType", "data_type", "stringValue") != null
        || (record.has("value") && record.has("name"))) {
      observations.scores(List.of(record), findings);
    } else if (record.has("timestamp") && record.has("id")) {
      trace(record, observations, findings);
    } else if (record.has("outputDefinition")) {
      findings.passedOver("evaluator");
    } else {
      throw new BadEventException("no observation, trace or score of Langfuse");
    }
  }

  /** With its observations and scores, or only with their ids. */
  private static void trace(Fields trace, Observations observations, Findings findings)
      throws BadEventException {
    List<Fields> within = trace.objects("observations");
    if (within.isEmpty()) {
      findings.passedOver("trace");
    }
    observations.trace(trace);
    observations.addAll(within, findings);
    observations.scores(trace.objects("scores"), findings);
  }
}
