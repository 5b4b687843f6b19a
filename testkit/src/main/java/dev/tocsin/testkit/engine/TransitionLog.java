package dev.tocsin.testkit.engine;

import dev.tocsin.api.Transition;
import dev.tocsin.api.TransitionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All transitions so far. Thread-safe. */
final class TransitionLog implements TransitionListener {
  private final List<Transition> all = new CopyOnWriteArrayList<>();

  @Override
  public void onTransition(Transition transition) {
    all.add(transition);
  }

  List<Transition> all() {
    return List.copyOf(all);
  }
}
