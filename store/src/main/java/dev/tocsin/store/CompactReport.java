package dev.tocsin.store;

import java.util.List;
import java.util.Map;

/**
 * What became of making a store small.
 *
 * @param freed the bytes of each file and folder that is gone, by name
 * @param kept what could have gone and did not, and why
 */
public record CompactReport(Map<String, Long> freed, List<String> kept) {

  /** All of them. */
  public long bytes() {
    return freed.values().stream().mapToLong(Long::longValue).sum();
  }
}
