package dev.tocsin.core;

import dev.tocsin.api.Event;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.MemoryJournal;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import dev.tocsin.replay.TickDriver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs of an engine, and what came of them. */
final class Runs {
  private Runs() {}

  /**
   * @param inputs all that the engine took, in order
   * @param transitions all that came out, in order
   * @param counters what it had counted at the end
   */
  record Run(List<Input> inputs, List<Transition> transitions, EngineCounters counters) {

    /** The transitions as far as their evidence is not looked at. */
    List<Transition> withoutEvidence() {
      return transitions.stream().map(each -> each.with(Evidence.NONE)).toList();
    }
  }

  /** Events in the order of their stamps, with every tick or only with those that are due. */
  static Run ofTrace(Plan plan, List<? extends Event> events, boolean everyTick) {
    List<Transition> transitions = new ArrayList<>();
    MemoryJournal journal = new MemoryJournal();
    try (Engine engine = engine(plan, journal, transitions)) {
      TickDriver driver = new TickDriver(engine, everyTick);
      events.forEach(driver::event);
      if (!events.isEmpty()) {
        driver.end(events.get(events.size() - 1).timeNanos());
      }
      return new Run(journal.inputs(), transitions, engine.counters());
    }
  }

  /** Inputs as they are. */
  static Run ofInputs(Plan plan, List<Input> inputs) {
    List<Transition> transitions = new ArrayList<>();
    try (Engine engine = engine(plan, input -> {}, transitions)) {
      inputs.forEach(engine::apply);
      return new Run(inputs, transitions, engine.counters());
    }
  }

  /**
   * Inputs as they are, with the engine written down and read into a new one before one of them.
   */
  static Run cutAt(Plan plan, List<Input> inputs, int cut) throws IOException {
    List<Transition> transitions = new ArrayList<>();
    ByteOutput state = new ByteOutput(1024);
    try (Engine first = engine(plan, input -> {}, transitions)) {
      inputs.subList(0, cut).forEach(first::apply);
      first.writeTo(state);
    }
    try (Engine second = engine(plan, input -> {}, transitions)) {
      second.readFrom(new ByteInput(state.array(), state.size()));
      inputs.subList(cut, inputs.size()).forEach(second::apply);
      return new Run(inputs, transitions, second.counters());
    }
  }

  private static Engine engine(
      Plan plan, dev.tocsin.journal.Journal journal, List<Transition> transitions) {
    return new Engine(
        plan,
        DroolsMatcher::new,
        new PriceList(Map.of()),
        EngineLimits.DEFAULT,
        journal,
        transitions::add);
  }
}
