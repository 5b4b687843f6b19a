package dev.tocsin.testkit;

import dev.tocsin.api.spi.Action;
import dev.tocsin.testkit.contract.ActionContract;
import dev.tocsin.testkit.fake.RecordingAction;

class RecordingActionTest implements ActionContract {
  private final RecordingAction action = new RecordingAction("fake");

  @Override
  public Action plugin() {
    return action;
  }

  @Override
  public int effects() {
    return action.performed().size();
  }
}
