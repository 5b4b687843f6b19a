package dev.tocsin.cli.init;

import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.core.EngineLimits;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.Replay;
import dev.tocsin.replay.TraceException;
import dev.tocsin.trace.OrderedTrace;
import dev.tocsin.trace.TraceFormats;
import dev.tocsin.trace.TraceLine;
import dev.tocsin.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The trace that rules are made for.
 *
 * @param formats in which it may be
 */
record Recording(Path file, TraceFormats formats) {

  /**
   * Gives each event that rules would see, in the order of time.
   *
   * @throws TraceException when it cannot be read
   */
  void read(Consumer<TraceLine> each) {
    try (TraceReader reader = TraceReader.open(file, formats, false, (line, problem) -> {})) {
      long lateness = EngineLimits.DEFAULT.allowedLateness().toNanos();
      OrderedTrace ordered = new OrderedTrace(reader, lateness, (line, problem) -> {});
      for (TraceLine line = ordered.next(); line != null; line = ordered.next()) {
        each.accept(line);
      }
    } catch (IOException e) {
      throw TraceException.unreadable(file, e, 0);
    }
  }

  /** Rules on it, as tests of rules run them. */
  Replay replay(Plan plan) {
    return Replay.of(plan, file)
        .formats(formats)
        .evaluators(
            ServiceLoader.load(Evaluator.class).stream().map(ServiceLoader.Provider::get).toList());
  }
}
