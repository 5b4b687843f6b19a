package dev.tocsin.store;

import java.util.List;

/**
 * Whether a store is whole.
 *
 * @param snapshots how many there are
 * @param batches how many of the journal are whole
 * @param inputs that are in them
 * @param problems what is wrong; none when all is whole
 */
public record StoreCheck(int snapshots, long batches, long inputs, List<String> problems) {
  public StoreCheck {
    problems = List.copyOf(problems);
  }
}
