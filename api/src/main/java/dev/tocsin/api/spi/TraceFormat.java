package dev.tocsin.api.spi;

import java.io.IOException;
import java.io.InputStream;

/** A way in which recorded calls are written down. */
public interface TraceFormat extends Plugin {

  /**
   * Whether a trace looks like this format.
   *
   * @param head its first bytes, uncompressed, at most 64 KiB
   */
  boolean recognises(byte[] head);

  /**
   * Opens a trace of this format.
   *
   * @param content uncompressed; closed by the caller
   * @param texts whether inputs, outputs, context and reference of calls are wanted
   */
  TraceRecords open(InputStream content, boolean texts) throws IOException;
}
