package dev.tocsin.testkit.fake;

import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A channel that can be down, and that changes its messages in place: what it returned for the last
 * message of a thread comes back with the next. Thread-safe.
 */
public final class FlakyChannel implements Channel {
  private final String name;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final List<Optional<String>> earlier = new CopyOnWriteArrayList<>();
  private volatile boolean down;
  private volatile int attempts;

  public FlakyChannel(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  /** Whether every message fails from now on. */
  public void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public void send(Message message) throws IOException {
    deliver(message, Optional.empty());
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one worker sends
  public Optional<String> deliver(Message message, Optional<String> before) throws IOException {
    attempts++;
    if (down) {
      throw new IOException("it is down");
    }
    messages.add(message);
    earlier.add(before);
    return Optional.of("receipt " + messages.size());
  }

  /** What arrived, in order. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  /** What came with each message as the receipt of the one before. */
  public List<Optional<String>> earlier() {
    return List.copyOf(earlier);
  }

  /** How often it was tried. */
  public int attempts() {
    return attempts;
  }
}
