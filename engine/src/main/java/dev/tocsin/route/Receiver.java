package dev.tocsin.route;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.dsl.template.Template;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Whom a group is told to: one of the file, or channels that nobody gave a name.
 *
 * @param name of the receiver; empty without one
 * @param channels all of which are used
 * @param sendsResolved whether it is told that alerts have stopped firing
 * @param title of its messages, if the file says one
 * @param text of its messages, if the file says one
 */
record Receiver(
    String name,
    List<String> channels,
    boolean sendsResolved,
    Optional<Template> title,
    Optional<Template> text) {

  /** Channels that nobody gave a name: each alert says its own. */
  static Receiver unnamed() {
    return new Receiver("", List.of(), true, Optional.empty(), Optional.empty());
  }

  boolean isUnnamed() {
    return name.isEmpty();
  }

  /** As messages to one of its channels call it. */
  String name(String channel) {
    return isUnnamed() ? channel : name;
  }

  void writeTo(ByteOutput out) {
    out.text(name);
    out.writeBoolean(sendsResolved);
  }

  /**
   * Reads what {@link #writeTo} wrote.
   *
   * @param named the receiver of that name, if the file has one
   */
  static Receiver read(ByteInput in, Names named) throws IOException {
    String name = in.text();
    boolean sendsResolved = in.readBoolean();
    return named
        .of(name)
        .orElseGet(
            () -> new Receiver(name, List.of(), sendsResolved, Optional.empty(), Optional.empty()));
  }

  /** Finds the receivers of a file. */
  @FunctionalInterface
  interface Names {
    /** The receiver of a name, if there is one. */
    Optional<Receiver> of(String name);
  }
}
