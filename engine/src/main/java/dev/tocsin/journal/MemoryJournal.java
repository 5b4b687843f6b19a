package dev.tocsin.journal;

import java.util.ArrayList;
import java.util.List;

/** Keeps the inputs on the heap, without bound. Not thread-safe. */
public final class MemoryJournal implements Journal {
  private final List<Input> inputs = new ArrayList<>();

  @Override
  public void append(Input input) {
    inputs.add(input);
  }

  /** All so far, in order. */
  public List<Input> inputs() {
    return List.copyOf(inputs);
  }
}
