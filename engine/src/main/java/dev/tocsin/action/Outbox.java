package dev.tocsin.action;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be done, from the transition on until it is done or given up. Tries again after
 * 1 s, 2 s, 4 s and so on up to 5 min, for a day; whoever settles a permanent failure removes it at
 * once. What one thread says to one target stays in order: a resolve waits for its firing. What is
 * here is a function of the engine's inputs, among them the results of deliveries; when a next try
 * is due is not, since that is wall time. Confined to one thread.
 */
public final class Outbox {
  /** Stands for "never" in {@link #nextDue}. */
  public static final long NEVER = Long.MAX_VALUE;

  /** How many may wait for one target. */
  static final int MOST = 10_000;

  private static final long SECOND = 1_000_000_000L;
  private static final long LONGEST_PAUSE = 300 * SECOND;
  private static final long PATIENCE = 86_400 * SECOND;
  private static final int MOST_DOUBLINGS = 10;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> waiting = new LinkedHashMap<>();
  private long droppedCount;
  private long nextDue = NEVER;

  private static final class Entry {
    private Delivery delivery;
    private int attempts;
    private @Nullable String lastError;

    /** Another one says all that it would: it is not tried again. */
    private boolean superseded;

    private long first = NEVER;

    /** When it is to be tried, {@link #NEVER} while it is being tried. */
    private long due = Long.MIN_VALUE;

    private Entry(Delivery delivery) {
      this.delivery = delivery;
    }
  }

  /** What became of an attempt. */
  public enum Outcome {
    /** It is done. */
    DONE,
    /** It failed, and will be tried again. */
    AGAIN,
    /** It failed for a day, or nothing takes it; nobody will try it again. */
    GIVEN_UP
  }

  /**
   * Takes a delivery, to be done at once. One that is here already, or finds no place, is not
   * taken.
   *
   * @return false when it found no place
   */
  public boolean add(Delivery delivery) {
    if (entries.containsKey(delivery.id())) {
      return true;
    }
    if (waiting.getOrDefault(target(delivery), 0) >= MOST) {
      droppedCount++;
      return false;
    }
    entries.put(delivery.id(), new Entry(delivery));
    waiting.merge(target(delivery), 1, Integer::sum);
    nextDue = Long.MIN_VALUE;
    return true;
  }

  /** Gives up what another one says by now; if it is being tried, after that. */
  public void supersede(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      return;
    }
    if (entry.due == NEVER) {
      entry.superseded = true;
    } else {
      remove(id);
    }
  }

  /**
   * What is to be tried now; it counts as being tried from here on.
   *
   * @param now nanoseconds since the epoch
   */
  public List<Delivery> take(long now) {
    if (!isDue(now)) {
      return List.of();
    }
    List<Delivery> due = new ArrayList<>();
    Set<String> lanes = new HashSet<>();
    nextDue = NEVER;
    for (Entry entry : entries.values()) {
      if (!lanes.add(entry.delivery.lane())) {
        continue; // behind another one
      }
      if (isDue(entry.due, now)) {
        entry.due = NEVER;
        entry.attempts++;
        entry.first = Math.min(entry.first, now);
        due.add(entry.delivery);
      } else {
        nextDue = Math.min(nextDue, entry.due);
      }
    }
    return due;
  }

  /** Whether anything is to be tried now. */
  public boolean isDue(long now) {
    return isDue(nextDue, now);
  }

  /** No pause is so long but where the clock has gone back. */
  private static boolean isDue(long due, long now) {
    return due <= now || (due != NEVER && due - now > LONGEST_PAUSE);
  }

  /**
   * Notes that an attempt failed, and says what follows; one that is not here is given up.
   *
   * @param error in words, without secrets
   */
  public Outcome failed(String id, long now, String error) {
    Entry entry = entries.get(id);
    if (entry == null || entry.superseded || now - entry.first >= PATIENCE) {
      return Outcome.GIVEN_UP;
    }
    long pause = SECOND << Math.min(entry.attempts - 1, MOST_DOUBLINGS);
    entry.lastError = error;
    retry(entry, now + Math.min(pause, LONGEST_PAUSE));
    return Outcome.AGAIN;
  }

  /** Notes that there was no place for an attempt, which therefore was none. */
  public void postponed(String id, long now) {
    Entry entry = entries.get(id);
    if (entry != null) {
      entry.attempts--;
      retry(entry, now + SECOND);
    }
  }

  private void retry(Entry entry, long due) {
    entry.due = due;
    nextDue = Math.min(nextDue, due);
  }

  /** Forgets a delivery: it is done or given up. */
  public void remove(String id) {
    Entry entry = entries.remove(id);
    if (entry != null) {
      waiting.merge(target(entry.delivery), -1, Integer::sum);
      nextDue = Long.MIN_VALUE; // for those behind it
    }
  }

  /**
   * Forgets what is to be said of groups of a user.
   *
   * @return the ids of those that are being tried
   */
  public List<String> erase(String user) {
    List<String> tried = new ArrayList<>();
    for (Entry entry : List.copyOf(entries.values())) {
      Optional<Delivery> rest = entry.delivery.without(user);
      if (rest.isPresent()) {
        entry.delivery = rest.get();
        continue;
      }
      if (entry.due == NEVER) {
        tried.add(entry.delivery.id());
      }
      remove(entry.delivery.id());
    }
    return tried;
  }

  /** What is not done, in the order in which it came. */
  public List<Delivery> pending() {
    return entries.values().stream().map(entry -> entry.delivery).toList();
  }

  /**
   * How it goes with a delivery that is tried again.
   *
   * @param attempts so far
   * @param error of the last one
   * @param due when it is tried next, in nanoseconds since the epoch; {@link #NEVER} while it is
   */
  public record Trouble(int attempts, String error, long due) {}

  /** How it goes with a delivery; empty when it has not failed yet, or is not here. */
  public Optional<Trouble> trouble(String id) {
    Entry entry = entries.get(id);
    return entry == null || entry.lastError == null
        ? Optional.empty()
        : Optional.of(new Trouble(entry.attempts, entry.lastError, entry.due));
  }

  /** Whether a delivery is not done yet. */
  public boolean contains(String id) {
    return entries.containsKey(id);
  }

  /** How many wait for a channel. */
  public long waiting(String channel) {
    return entries.values().stream()
        .filter(entry -> entry.delivery instanceof Delivery.Told)
        .filter(entry -> entry.delivery.target().equals(channel))
        .count();
  }

  /** How many are not done. */
  public int size() {
    return entries.size();
  }

  /** How many found no place. */
  public long dropped() {
    return droppedCount;
  }

  /** When the next try is due, in nanoseconds since the epoch, or {@link #NEVER}. */
  public long nextDue() {
    return nextDue;
  }

  /** Writes what is not done. */
  public void writeTo(ByteOutput out) {
    List<Entry> all = entries.values().stream().filter(entry -> !entry.superseded).toList();
    out.writeInt(all.size());
    all.forEach(entry -> Delivery.write(entry.delivery, out));
  }

  /** Adds what was written; all of it is due at once. */
  public void readFrom(ByteInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      add(Delivery.read(in));
    }
  }

  private static String target(Delivery delivery) {
    return delivery.getClass().getSimpleName() + delivery.target();
  }
}
