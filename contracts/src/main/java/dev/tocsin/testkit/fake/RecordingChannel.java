package dev.tocsin.testkit.fake;

import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the messages that came through it, acknowledgements too. Thread-safe. */
public final class RecordingChannel implements Channel {
  private final String name;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  public RecordingChannel(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) {
    messages.add(message);
  }

  @Override
  public boolean tellsAcknowledgements() {
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** All messages so far, in order. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }
}
