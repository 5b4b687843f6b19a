package dev.tocsin.journal;

import java.time.InstantSource;

/** Opens stores; found with {@link java.util.ServiceLoader}. The module tocsin-store has one. */
public interface StoreProvider {

  /**
   * Opens the store of a directory for one engine.
   *
   * @param clock by which the journal's files are named
   * @throws StoreException when that is not possible: the directory belongs to another process,
   *     cannot be written, was made by another version, or the JVM lacks flags
   */
  Store open(StoreOptions options, InstantSource clock);
}
