package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import java.util.ArrayList;
import java.util.List;

/** One alert with its severity and its changes, by the words of the design. */
final class NaiveAlert {
  private final NaiveLife life = new NaiveLife();
  private final List<Long> flips = new ArrayList<>();
  private AlertState state = AlertState.INACTIVE;
  private long activation;
  private int level;
  private boolean flapping;

  boolean isActive() {
    return state != AlertState.INACTIVE;
  }

  void tick(
      AlertKey key,
      long tick,
      NaiveLife.Look look,
      AlertRule says,
      long rest,
      List<StateChange> changes) {
    AlertState before = state;
    int levelBefore = level;
    boolean flappingBefore = flapping;
    boolean fired = life.state() == AlertState.FIRING;
    life.tick(tick, look, says);
    if (life.stands()) {
      return;
    }
    flips(tick, fired, says);
    if (before == AlertState.INACTIVE) {
      activation = life.activation();
    }
    boolean held = flapping && before == AlertState.FIRING;
    state = held ? AlertState.FIRING : life.state();
    flapping &= state == AlertState.FIRING;
    boolean guessed = look.truth() == null && look.countsAsTrue(says);
    int mildest = guessed && before != AlertState.INACTIVE ? level : 0;
    level = look.truth() != null && look.truth() ? look.level() : mildest;
    boolean told =
        state != before
            || (state == AlertState.FIRING && (level != levelBefore || flapping != flappingBefore));
    if (told) {
      int shown = isActive() ? level : levelBefore;
      changes.add(new StateChange(key, tick, activation, before, state, shown, flapping, rest));
    }
  }

  private void flips(long tick, boolean fired, AlertRule says) {
    if (says.flapping().isEmpty()) {
      flips.clear();
      flapping = false;
      return;
    }
    if (fired != (life.state() == AlertState.FIRING)) {
      flips.add(tick);
    }
    int most = says.flapping().get().changes();
    flips.removeIf(flip -> tick - flip >= says.flapping().get().withinNanos());
    flips.subList(0, Math.max(0, flips.size() - most)).clear();
    flapping = flips.size() == most;
  }
}
