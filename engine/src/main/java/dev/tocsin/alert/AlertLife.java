package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The state of one alert and its clocks. */
final class AlertLife {
  private static final long UNSET = Long.MIN_VALUE;

  private AlertState state = AlertState.INACTIVE;
  private long activation;

  /** From when on {@code for} runs: the activation, later where clocks have stood. */
  private long trueSince;

  private long notTrueSince = UNSET;
  private long standsSince = UNSET;

  AlertState state() {
    return state;
  }

  /** The tick at which this life began. */
  long activation() {
    return activation;
  }

  /**
   * Moves it to a tick.
   *
   * @param wait how long the condition must be true before it fires
   * @param keep how long it goes on firing after that
   * @return when it is to be looked at although nothing changes, or {@link Lifecycle#NEVER}
   */
  long step(Truth truth, long tick, long wait, long keep) {
    if (truth == Truth.STANDING) {
      standsSince = standsSince == UNSET ? tick : standsSince;
      return Lifecycle.NEVER;
    }
    goOn(tick);
    if (truth == Truth.TRUE) {
      return holds(tick, wait);
    }
    if (state != AlertState.FIRING) {
      state = AlertState.INACTIVE;
      return Lifecycle.NEVER;
    }
    if (truth == Truth.WAITING) {
      notTrueSince = UNSET;
      return Lifecycle.NEVER;
    }
    notTrueSince = notTrueSince == UNSET ? tick : notTrueSince;
    if (tick - notTrueSince < keep) {
      return notTrueSince + keep;
    }
    state = AlertState.INACTIVE;
    return Lifecycle.NEVER;
  }

  /** When it changes if its condition stays as it is, or {@link Lifecycle#NEVER}. */
  long due(long wait, long keep) {
    if (standsSince != UNSET) {
      return Lifecycle.NEVER;
    }
    if (state == AlertState.PENDING) {
      return trueSince + wait;
    }
    return state == AlertState.FIRING && notTrueSince != UNSET
        ? notTrueSince + keep
        : Lifecycle.NEVER;
  }

  /** Clocks that have stood go on from where they were. */
  private void goOn(long tick) {
    if (standsSince != UNSET) {
      long stood = tick - standsSince;
      trueSince += stood;
      notTrueSince += notTrueSince == UNSET ? 0 : stood;
      standsSince = UNSET;
    }
  }

  private long holds(long tick, long wait) {
    if (state == AlertState.INACTIVE) {
      activation = tick;
      trueSince = tick;
    }
    notTrueSince = UNSET;
    boolean longEnough = tick - trueSince >= wait; // not so of a firing alert: 'for' was raised
    state = longEnough ? AlertState.FIRING : AlertState.PENDING;
    return longEnough ? Lifecycle.NEVER : trueSince + wait;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeUTF(state.name());
    out.writeLong(activation);
    out.writeLong(trueSince);
    out.writeLong(notTrueSince);
    out.writeLong(standsSince);
  }

  static AlertLife read(DataInput in) throws IOException {
    AlertLife life = new AlertLife();
    life.state = AlertState.valueOf(in.readUTF());
    life.activation = in.readLong();
    life.trueSince = in.readLong();
    life.notTrueSince = in.readLong();
    life.standsSince = in.readLong();
    return life;
  }
}
