package dev.tocsin.trace.langsmith;

import dev.tocsin.api.spi.TraceFormat;
import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.document.DocumentRecords;
import dev.tocsin.trace.document.Head;
import dev.tocsin.trace.document.Layout;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs of LangSmith: bodies of {@code POST /runs/batch}, of which patches are merged into the runs
 * they belong to, and runs as its API lists them; docs/trace-formats/langsmith.md has the fields.
 */
public final class LangSmithFormat implements TraceFormat {
  private static final Layout LAYOUT =
      (from, field, list) ->
          list && from.isEmpty() && Set.of("post", "patch", "runs", "data").contains(field);

  /** For {@link java.util.ServiceLoader}. */
  public LangSmithFormat() {}

  @Override
  public String name() {
    return "langsmith";
  }

  @Override
  public boolean recognises(byte[] head) {
    Head fields = new Head(head); // Tocsin's own has a time in each line
    return !fields.has("time")
        && (Stream.of("run_type", "dotted_order", "parent_run_id", "child_run_ids")
                .anyMatch(
                    field -> Stream.of("", "runs/", "data/").anyMatch(in -> fields.has(in + field)))
            || fields.has("post/start_time")
            || fields.has("post/run_type")
            || fields.has("post/dotted_order")
            || fields.has("patch/end_time")
            || fields.has("patch/dotted_order"));
  }

  @Override
  public TraceRecords open(InputStream content, boolean texts) {
    return new DocumentRecords(content, LAYOUT, new RunReader(texts));
  }
}
