package dev.tocsin.facade;

import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** An engine ticked by hand, with a clock that only moves when told. */
final class ManualEngine {
  static final Instant START = Instant.parse("2026-10-03T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Path folder;

  ManualEngine(Path folder) {
    this.folder = folder;
  }

  TocsinBuilder builder(String rules) {
    return Tocsin.builder().rules(rules("rules.yaml", rules)).tickByHand().clock(now::get);
  }

  Path rules(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A call that ends now. */
  CallBuilder call() {
    return Call.at(now.get()).model("gpt-4o");
  }

  /** Moves the clock and runs the ticks that are due. */
  void advance(Tocsin engine, Duration by) {
    engine.tick(now.updateAndGet(before -> before.plus(by)));
  }
}
