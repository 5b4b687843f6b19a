package dev.tocsin.store;

import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoreOptions;
import dev.tocsin.journal.StoreProvider;
import java.time.InstantSource;

/** Opens stores on Chronicle. */
public final class ChronicleStoreProvider implements StoreProvider {

  /** For {@link java.util.ServiceLoader}. */
  public ChronicleStoreProvider() {}

  @Override
  public Store open(StoreOptions options, InstantSource clock) {
    JvmFlags.check();
    return ChronicleStore.open(options, clock);
  }
}
