package dev.tocsin.channels.retry;

import dev.tocsin.api.spi.PermanentFailure;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Sends a message of many parts to a receiver that takes them one by one. A message that broke off
 * goes on there when it is sent again, and a part that is refused does not keep back the others.
 * Remembers the last messages only, and nothing after a restart. For one thread.
 */
public final class PartByPart {
  private static final int MOST = 100;

  private final Map<String, Set<String>> taken =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
          return size() > MOST;
        }
      };

  /** Sends one part. */
  @FunctionalInterface
  public interface Part {
    /** Sends it. */
    void send() throws IOException, PermanentFailure, InterruptedException;
  }

  /**
   * Sends what the receiver does not have yet, in order.
   *
   * @param message its key
   * @param parts by their names
   * @throws PermanentFailure of the first part that was refused, after all others were taken
   * @throws IOException of the first part that did not work and may later; those behind it were not
   *     tried
   */
  public void send(String message, Map<String, Part> parts)
      throws IOException, PermanentFailure, InterruptedException {
    Set<String> done = taken.computeIfAbsent(message, key -> new HashSet<>());
    PermanentFailure refused = null;
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      if (done.contains(part.getKey())) {
        continue;
      }
      try {
        part.getValue().send();
        done.add(part.getKey());
      } catch (PermanentFailure e) {
        refused = refused == null ? e : refused;
      }
    }
    taken.remove(message); // whoever sends all of it again means it
    if (refused != null) {
      throw refused;
    }
  }
}
