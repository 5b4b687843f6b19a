package dev.tocsin.testkit.fake;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Action;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was asked to do. Thread-safe. */
public final class RecordingAction implements Action {
  private final String name;
  private final List<Transition> performed = new CopyOnWriteArrayList<>();

  public RecordingAction(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void perform(Transition firing) {
    performed.add(firing);
  }

  /** All alerts so far, in order. */
  public List<Transition> performed() {
    return List.copyOf(performed);
  }
}
