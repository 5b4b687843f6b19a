package dev.tocsin.action;

import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.TransitionCodec;
import java.io.IOException;

/**
 * One thing to be done because of a transition.
 *
 * @param kind what is to be done
 * @param target the name of the channel or action
 * @param key names the message; a repeat has the same
 * @param transition why
 */
public record Delivery(Kind kind, String target, String key, Transition transition) {

  /** What is to be done. */
  public enum Kind {
    /** A message through a channel. */
    CHANNEL,
    /** An action. */
    ACTION
  }

  /** Names it among all deliveries. */
  public String id() {
    return (kind == Kind.CHANNEL ? "channel " : "action ") + target + " " + key;
  }

  /** What is to be done in order: all that one alert says to one target. */
  String lane() {
    return kind + target + " " + transition.rule() + transition.group() + transition.reason();
  }

  void writeTo(ByteOutput out) {
    out.writeBoolean(kind == Kind.ACTION);
    out.text(target);
    out.text(key);
    TransitionCodec.write(transition, out);
  }

  static Delivery read(ByteInput in) throws IOException {
    Kind kind = in.readBoolean() ? Kind.ACTION : Kind.CHANNEL;
    return new Delivery(kind, in.text(), in.text(), TransitionCodec.read(in));
  }
}
