package dev.tocsin.trace.document;

import dev.tocsin.api.spi.TraceRecords;
import dev.tocsin.trace.document.Documents.Batch;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The records of a trace that is JSON, a document a line or over many lines. Holds a part of a
 * document at a time, whatever its length. After broken JSON it goes on at the next line that
 * begins a document.
 */
public final class DocumentRecords implements TraceRecords {
  private final Documents documents;
  private final BatchReader reader;
  private final Deque<TraceRecord> waiting = new ArrayDeque<>();
  private boolean ended;

  /**
   * Reads a trace.
   *
   * @param content uncompressed
   * @param layout where its documents hold their records
   * @param reader what the records are
   */
  public DocumentRecords(InputStream content, Layout layout, BatchReader reader) {
    this.documents = new Documents(content, layout);
    this.reader = reader;
  }

  @Override
  public @Nullable TraceRecord next() throws IOException {
    while (waiting.isEmpty() && !ended) {
      Gathering gathering = new Gathering();
      Batch batch = documents.next();
      if (batch == null) {
        ended = true;
        reader.end(gathering);
      } else {
        reader.read(batch.records(), gathering);
      }
      waiting.addAll(gathering.inOrder());
      if (batch != null && batch.problem() != null) {
        waiting.add(batch.problem());
      }
    }
    return waiting.poll();
  }
}
