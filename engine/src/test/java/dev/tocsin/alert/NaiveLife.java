package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import dev.tocsin.dsl.rulefile.NoData;
import org.jspecify.annotations.Nullable;

/**
 * One alert by the words of the design, with time counted up from tick to tick where the lifecycle
 * keeps stamps.
 */
public final class NaiveLife {
  private AlertState state = AlertState.INACTIVE;
  private long activation;

  /** How long it has been true, not counting when clocks stood. */
  private long held;

  /** How long it could have resolved, or less than 0. */
  private long quiet = -1;

  private boolean stands;
  private long lastTick;

  /**
   * What is so of a condition at a tick.
   *
   * @param truth null where it is unknown
   * @param level its severity where it is true
   * @param value how far it is beyond its threshold
   */
  public record Look(
      @Nullable Boolean truth, boolean resolves, boolean remembered, int level, double value) {

    /** Of a rule with one severity and no limit. */
    public Look(@Nullable Boolean truth, boolean resolves, boolean remembered) {
      this(truth, resolves, remembered, 0, 0);
    }

    boolean countsAsTrue(AlertRule rule) {
      return truth == null ? rule.noData() == NoData.FIRE : truth;
    }
  }

  boolean stands() {
    return stands;
  }

  public AlertState state() {
    return state;
  }

  public long activation() {
    return activation;
  }

  public void tick(long tick, Look look, AlertRule rule) {
    long passed = tick - lastTick;
    lastTick = tick;
    held += stands ? 0 : passed;
    quiet += stands || quiet < 0 ? 0 : passed;
    stands = false;
    Boolean truth = look.truth();
    if (truth == null) {
      switch (rule.noData()) {
        case RESOLVE, ALERT -> truth = false;
        case FIRE -> truth = true;
        case KEEP -> {
          stands = true;
          return;
        }
      }
    }
    if (truth) {
      begin(tick);
      quiet = -1;
      state = held >= rule.forNanos() ? AlertState.FIRING : AlertState.PENDING;
    } else if (state == AlertState.FIRING) {
      boolean waits = rule.resolvesBy().isPresent() && !look.resolves();
      boolean forgotten = rule.forgets() && !look.remembered();
      if (waits && !forgotten) {
        quiet = -1;
      } else {
        quiet = Math.max(0, quiet);
        state = quiet >= rule.keepFiringForNanos() ? AlertState.INACTIVE : AlertState.FIRING;
      }
    } else {
      state = AlertState.INACTIVE;
    }
  }

  private void begin(long tick) {
    if (state == AlertState.INACTIVE) {
      activation = tick;
      held = 0;
    }
  }
}
