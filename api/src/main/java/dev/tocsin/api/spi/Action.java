package dev.tocsin.api.spi;

import dev.tocsin.api.Transition;

/**
 * Does something when an alert fires: rolls back a prompt, shifts traffic, blocks a budget. Runs on
 * a bounded worker of its own, never in a replay or a test.
 */
public interface Action extends Plugin {

  /**
   * Acts once for an alert that began to fire. The same alert may come twice; rule, group and
   * activation tell, so an action must be idempotent.
   *
   * @throws PermanentFailure when trying again is in vain; the engine gives it up at once
   * @throws Exception when it could not be done; counted as a failure, and tried again later
   */
  void perform(Transition firing) throws Exception;

  /** An action that does nothing. */
  static Action noop(String name) {
    return new Action() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void perform(Transition firing) {}
    };
  }
}
