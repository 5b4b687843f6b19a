package dev.tocsin.peers.rules;

/** Hears of alerts that begin and end to fire. */
@FunctionalInterface
public interface Alarm {
  /** The group of a rule without groups. */
  String ALL = "";

  /**
   * An alert changed.
   *
   * @param rule its place in the rule set
   * @param group what it is about, or {@link #ALL}
   * @param tick when
   * @param firing whether it fires now
   */
  void changed(int rule, String group, long tick, boolean firing);
}
