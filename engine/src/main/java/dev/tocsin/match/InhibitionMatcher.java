package dev.tocsin.match;

import dev.tocsin.routing.InhibitionPlan;
import java.util.List;

/** Decides which alerts are not sent while others fire. Confined to one thread. */
public interface InhibitionMatcher extends AutoCloseable {

  /** An alert fires; one of the same key takes the place of the one before. */
  void fires(FiringAlert alert);

  /** An alert fires no longer. */
  void ends(String key);

  /** All that holds now: by target, then rule, then source. */
  List<Inhibited> decide();

  @Override
  void close();

  /** Makes the matcher of a plan. */
  @FunctionalInterface
  interface Factory {
    /** A new matcher without any alert. */
    InhibitionMatcher of(List<InhibitionPlan> inhibitions);
  }
}
