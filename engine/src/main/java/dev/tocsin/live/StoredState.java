package dev.tocsin.live;

import dev.tocsin.action.Outbox;
import dev.tocsin.api.Instants;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.core.Engine;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.journal.InputReader;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of the state in a snapshot without bringing the engine back.
 *
 * @param tick at which the state was, or null before the first
 * @param rules that the engine had
 * @param deliveries messages and actions that were still to be done
 */
public record StoredState(@Nullable Instant tick, RuleTexts rules, int deliveries) {

  /**
   * Reads what {@link Restart#write} began with.
   *
   * @throws IOException when the bytes are none of such a state, or of another version's
   */
  public static StoredState read(ByteInput in) throws IOException {
    int format = in.readInt();
    if (format != Restart.FORMAT) {
      throw new IOException(
          "its state has format %d, this version reads %d".formatted(format, Restart.FORMAT));
    }
    long tick = in.readLong();
    RuleTexts rules = InputReader.rules(in);
    Outbox outbox = new Outbox();
    outbox.readFrom(in);
    return new StoredState(
        tick == Engine.NOT_STARTED ? null : Instants.ofNanos(tick), rules, outbox.size());
  }
}
