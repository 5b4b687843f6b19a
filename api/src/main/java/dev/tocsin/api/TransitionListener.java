package dev.tocsin.api;

/** Sees alerts change their state, in order. May block and may throw: it runs on its own worker. */
@FunctionalInterface
public interface TransitionListener {

  /** An alert changed its state. */
  void onTransition(Transition transition);
}
