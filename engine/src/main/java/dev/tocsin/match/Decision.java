package dev.tocsin.match;

import java.util.List;

/**
 * Which conditions have become true, and which are true no longer, since the last decision.
 *
 * @param began in no order, each once
 * @param ended in no order, each once; none of those that began
 */
public record Decision(List<Breach> began, List<Breach> ended) {
  /** Nothing has changed. */
  public static final Decision NONE = new Decision(List.of(), List.of());

  /** Whether nothing has. */
  public boolean isEmpty() {
    return began.isEmpty() && ended.isEmpty();
  }
}
