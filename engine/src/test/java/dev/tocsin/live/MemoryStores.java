package dev.tocsin.live;

import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoreOptions;
import dev.tocsin.journal.StoreProvider;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Stores on the heap, by their directory; those that a test has put there. */
public final class MemoryStores implements StoreProvider {
  private static final Map<Path, MemoryStore> ALL = new ConcurrentHashMap<>();

  static void put(Path directory, MemoryStore store) {
    ALL.put(directory, store);
  }

  @Override
  public Store open(StoreOptions options, InstantSource clock) {
    return Objects.requireNonNull(ALL.get(options.directory()));
  }
}
