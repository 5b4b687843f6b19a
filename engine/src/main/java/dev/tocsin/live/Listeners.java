package dev.tocsin.live;

import dev.tocsin.api.Transition;
import dev.tocsin.api.TransitionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who see every transition, each on a worker of its own. Listeners hear once. */
final class Listeners {
  private final Workers workers;
  private final List<Worker<Transition>> all = new CopyOnWriteArrayList<>();
  private final List<Transition> untold = new ArrayList<>();

  Listeners(List<TransitionListener> listeners, Workers workers) {
    this.workers = workers;
    listeners.forEach(this::add);
  }

  void add(TransitionListener listener) {
    all.add(workers.start("listener", WorkerBounds.LISTENER, listener::onTransition));
  }

  /** Notes what they are to be told. */
  void announce(Transition transition) {
    untold.add(transition);
  }

  /** Tells them. The inputs that led to it must be in the journal, or a kill unsays it. */
  void tell() {
    for (int i = 0; i < untold.size(); i++) {
      Transition transition = untold.get(i);
      all.forEach(listener -> listener.offer(transition));
    }
    untold.clear();
  }

  long failures() {
    return all.stream().mapToLong(Worker::failures).sum();
  }
}
