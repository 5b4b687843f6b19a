package dev.tocsin.api;

import java.util.List;

/**
 * What shows why a condition held. Drawn from a bounded sample of the calls in the window, so that
 * shares are estimates, and a rare group may have none.
 *
 * @param exemplars calls that show it, the worst first; at most a handful
 * @param contributors the segments that contribute most, by dimension, the largest first; at most a
 *     few for each dimension
 * @param sampled calls of the window that were looked at
 */
public record Evidence(List<Exemplar> exemplars, List<Contributor> contributors, long sampled) {
  /** Nothing to show. */
  public static final Evidence NONE = new Evidence(List.of(), List.of(), 0);

  public Evidence {
    exemplars = List.copyOf(exemplars);
    contributors = List.copyOf(contributors);
  }
}
