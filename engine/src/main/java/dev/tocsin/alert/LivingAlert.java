package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is shown: the state that its condition and clocks give, or firing as long as it
 * flaps. A flapping alert keeps the activation that it has.
 */
final class LivingAlert {
  private static final Shown NOTHING = new Shown(AlertState.INACTIVE, 0, 0, false);

  /** Only where its rule asks. */
  private @Nullable Flaps flaps;

  private AlertLife life = new AlertLife();
  private Shown shown = NOTHING;

  /** What of it others see. */
  record Shown(AlertState state, long activation, int level, boolean flapping) {
    boolean isActive() {
      return state != AlertState.INACTIVE;
    }
  }

  Shown shown() {
    return shown;
  }

  /** Whether nothing of it needs to be remembered. */
  boolean isOver() {
    return !shown.isActive()
        && life.state() == AlertState.INACTIVE
        && (flaps == null || flaps.isEmpty());
  }

  /**
   * Moves it to a tick.
   *
   * @param level its severity, or less than 0 where that cannot be told
   * @return when it is to be looked at although nothing changes, or {@link Lifecycle#NEVER}
   */
  long step(Truth truth, int level, long tick, AlertRule rule) {
    boolean fired = life.state() == AlertState.FIRING;
    long due = life.step(truth, tick, rule.forNanos(), rule.keepFiringForNanos());
    if (truth == Truth.STANDING) {
      return due;
    }
    boolean changed = fired != (life.state() == AlertState.FIRING);
    boolean flapping = false;
    if (rule.flapping().isPresent()) {
      Flaps counted = flaps == null ? new Flaps() : flaps;
      flaps = counted;
      counted.advance(tick, changed, rule.flapping().get());
      flapping = counted.isFlapping(rule.flapping().get());
      due = Math.min(due, counted.due(rule.flapping().get()));
    } else {
      flaps = null;
    }
    boolean held = flapping && shown.state() == AlertState.FIRING;
    AlertState state = held ? AlertState.FIRING : life.state();
    shown =
        new Shown(
            state,
            shown.isActive() ? shown.activation() : life.activation(),
            level < 0 ? (shown.isActive() ? shown.level() : 0) : level,
            flapping && state == AlertState.FIRING);
    return due;
  }

  /** When it changes if its condition stays as it is, or {@link Lifecycle#NEVER}. */
  long due(AlertRule rule) {
    return shown.flapping()
        ? Lifecycle.NEVER
        : life.due(rule.forNanos(), rule.keepFiringForNanos());
  }

  void writeTo(DataOutput out) throws IOException {
    life.writeTo(out);
    out.writeBoolean(flaps != null);
    if (flaps != null) {
      flaps.writeTo(out);
    }
    out.writeUTF(shown.state().name());
    out.writeLong(shown.activation());
    out.writeInt(shown.level());
    out.writeBoolean(shown.flapping());
  }

  static LivingAlert read(DataInput in) throws IOException {
    LivingAlert alert = new LivingAlert();
    alert.life = AlertLife.read(in);
    alert.flaps = in.readBoolean() ? Flaps.read(in) : null;
    alert.shown =
        new Shown(AlertState.valueOf(in.readUTF()), in.readLong(), in.readInt(), in.readBoolean());
    return alert;
  }
}
