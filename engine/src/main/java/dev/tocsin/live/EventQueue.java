package dev.tocsin.live;

import dev.tocsin.api.Event;
import java.util.concurrent.atomic.LongAdder;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.MpscArrayQueue;

/**
 * What the host's threads recorded and the engine has not taken yet. Bounded; any number of threads
 * put in, one takes out. Never blocks.
 */
final class EventQueue {
  private final MessagePassingQueue<Event> queue;
  private final LongAdder dropped = new LongAdder();

  EventQueue(int capacity) {
    queue = new MpscArrayQueue<>(capacity);
  }

  /** False when there is no place. */
  boolean put(Event event) {
    return queue.offer(event);
  }

  /** False, and counted, when there is no place. */
  boolean offer(Event event) {
    if (queue.offer(event)) {
      return true;
    }
    dropped.increment();
    return false;
  }

  /** Notes an event that was not even offered. */
  void drop() {
    dropped.increment();
  }

  /**
   * Takes out what is there now, at most one queueful; by the one thread that takes.
   *
   * @return how many
   */
  int drain(MessagePassingQueue.Consumer<Event> sink) {
    return queue.drain(sink, queue.capacity());
  }

  int size() {
    return queue.size();
  }

  int capacity() {
    return queue.capacity();
  }

  long dropped() {
    return dropped.sum();
  }
}
