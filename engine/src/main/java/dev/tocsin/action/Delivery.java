package dev.tocsin.action;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.TransitionCodec;
import dev.tocsin.route.MessageKeys;
import dev.tocsin.route.NotificationCodec;
import java.io.IOException;
import java.util.Optional;

/** One thing to be done because of alerts. */
public sealed interface Delivery {

  /** Names it among all deliveries; a repeat has the same. */
  String id();

  /** The name of the channel or action. */
  String target();

  /** What is to be done in order: all that one thread says to one target. */
  String lane();

  /** The same without what it says of a user; empty when nothing is left. */
  Optional<Delivery> without(String user);

  /**
   * A message through a channel.
   *
   * @param target the name of the channel
   * @param message what to say
   */
  record Told(String target, Message.Notification message) implements Delivery {
    @Override
    public String id() {
      return MessageKeys.delivery(message.key());
    }

    @Override
    public String lane() {
      return "channel " + target + " " + message.thread();
    }

    @Override
    public Optional<Delivery> without(String user) {
      return Without.of(message, user).map(rest -> new Told(target, rest));
    }
  }

  /**
   * An action.
   *
   * @param target the name of the action
   * @param transition why
   */
  record Done(String target, Transition transition) implements Delivery {
    @Override
    public String id() {
      return "action "
          + target
          + " "
          + transition.alertKey()
          + "/"
          + transition.to().label()
          + "/"
          + transition.time();
    }

    @Override
    public String lane() {
      return "action "
          + target
          + " "
          + transition.rule()
          + transition.group()
          + transition.reason();
    }

    @Override
    public Optional<Delivery> without(String user) {
      return user.equals(transition.group().get("user")) ? Optional.empty() : Optional.of(this);
    }
  }

  /** Writes a delivery so that {@link #read} gives an equal one. */
  static void write(Delivery delivery, ByteOutput out) {
    out.writeBoolean(delivery instanceof Told);
    out.text(delivery.target());
    if (delivery instanceof Told told) {
      NotificationCodec.write(told.message(), out);
    } else if (delivery instanceof Done done) {
      TransitionCodec.write(done.transition(), out);
    }
  }

  /** Reads what {@link #write} wrote. */
  static Delivery read(ByteInput in) throws IOException {
    return in.readBoolean()
        ? new Told(in.text(), NotificationCodec.read(in))
        : new Done(in.text(), TransitionCodec.read(in));
  }
}
