package dev.tocsin.trace.langfuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.Findings;
import dev.tocsin.trace.record.JsonEvents;
import java.util.List;

/** Tells the kinds of records apart. */
final class LangfuseRecords implements JsonEvents {
  private final boolean texts;

  LangfuseRecords(boolean texts) {
    this.texts = texts;
  }

  @Override
  public void read(Fields record, Findings findings) throws BadEventException {
    Observations observations = new Observations(texts);
    if (record.has("batch")) {
      new IngestionBatch(observations, findings).read(record.objects("batch"));
    } else if (record.node().get("trace") instanceof ObjectNode && record.has("observations")) {
      Fields trace = record.object("trace");
      observations.trace(trace);
      observations.addAll(record.objects("observations"));
      observations.scores(trace.objects("scores"));
      observations.scores(trace.objects("corrections"));
      observations.scores(record.objects("scores"));
    } else if (record.first("startTime", "start_time") != null) {
      observations.addAll(List.of(record));
    } else if (record.first("dataType", "data_type", "stringValue") != null
        || (record.has("value") && record.has("name"))) {
      observations.scores(List.of(record));
    } else if (record.has("timestamp") && record.has("id")) {
      trace(record, observations, findings);
    } else if (record.has("outputDefinition")) {
      findings.passedOver("evaluator");
    } else {
      throw new BadEventException("no observation, trace or score of Langfuse");
    }
    observations.tell(findings);
  }

  /** With its observations and scores, or only with their ids. */
  private static void trace(Fields trace, Observations observations, Findings findings)
      throws BadEventException {
    List<Fields> within = trace.objects("observations");
    if (within.isEmpty()) {
      findings.passedOver("trace");
    }
    observations.trace(trace);
    observations.addAll(within);
    observations.scores(trace.objects("scores"));
  }
}
