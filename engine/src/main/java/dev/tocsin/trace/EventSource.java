package dev.tocsin.trace;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events one after the other, as a trace holds them. Not thread-safe. */
public interface EventSource extends Closeable {

  /** The next event, or null at the end. */
  @Nullable TraceLine next() throws IOException;

  /** The name of the format that they are read in. */
  default String format() {
    return "native";
  }

  /** How many records were well but no events, by what they are. */
  default Map<String, Long> passedOver() {
    return Map.of();
  }

  /** The line read last. */
  long linesRead();

  /** Bytes read so far, as they lie there; 0 where nothing lies. */
  default long bytesRead() {
    return 0;
  }

  /** How many bytes there are, or -1 if that is not known. */
  default long size() {
    return -1;
  }

  @Override
  default void close() throws IOException {}
}
