package dev.tocsin.trace.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON values one after the other. */
interface JsonSource {

  /**
   * The next, or null at the end.
   *
   * @throws BadEventException when it cannot be read; the next call goes on behind it
   */
  @Nullable JsonNode next() throws IOException, BadEventException;

  /** The line at which the last one begins, from 1. */
  long line();
}
