package dev.tocsin.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Grouping, intervals, repeats and silences as Alertmanager does them: every group is looked at
 * after its wait and then at each of its intervals, whether there is anything new or not. Counts
 * time in tenths of a second. One receiver; alerts are grouped by their zone.
 */
final class NaiveRouter {
  private final int wait;
  private final int interval;
  private final int repeat;
  private final List<Channel> channels;
  private final List<Quiet> silences;
  private final Map<String, Group> groups = new TreeMap<>();
  final List<String> heard = new ArrayList<>();

  /** A channel that takes nothing from one moment until another. */
  record Channel(String name, int downFrom, int downUntil) {
    boolean isUp(int now) {
      return now < downFrom || now >= downUntil;
    }
  }

  /** Nothing is said of alerts of a name from one moment until another. */
  record Quiet(String name, int from, int until) {
    boolean holds(String alert, int now) {
      return alert.equals(name) && from <= now && now < until;
    }
  }

  /** An alert of a name and zone that fires from one moment until another. */
  record Life(String name, String zone, int from, int until) {
    String key() {
      return name + zone + "@" + from;
    }

    String shown() {
      return name + zone;
    }

    boolean fires(int now) {
      return from <= now && now < until;
    }
  }

  private static final class Group {
    private int next;
    private final Map<String, Life> lives = new LinkedHashMap<>();
    private final Map<String, Told> records = new HashMap<>();
  }

  private static final class Told {
    /** Fired in the last message. */
    private Collection<String> last = List.of();

    /** Heard that they fire, and not yet the end. */
    private final TreeSet<String> open = new TreeSet<>();

    private List<Life> pendingFiring = List.of();
    private List<Life> pendingEnds = List.of();
    private boolean isPending;
    private int made;
    private int toldAt = Integer.MIN_VALUE;
  }

  NaiveRouter(int wait, int interval, int repeat, List<Channel> channels, List<Quiet> silences) {
    this.wait = wait;
    this.interval = interval;
    this.repeat = repeat;
    this.channels = channels;
    this.silences = silences;
  }

  void run(List<Life> lives, int until) {
    for (int now = 0; now <= until; now++) {
      deliver(now);
      groups.values().removeIf(NaiveRouter::isOver);
      for (Life life : lives) {
        if (life.from == now) {
          int created = now;
          Group group =
              groups.computeIfAbsent(
                  life.zone,
                  zone -> {
                    Group made = new Group();
                    made.next = created + wait;
                    return made;
                  });
          group.lives.put(life.key(), life);
        } else if (life.until == now) {
          end(life);
        }
      }
      int time = now;
      for (Map.Entry<String, Group> each : groups.entrySet()) {
        if (each.getValue().next == now) {
          each.getValue().next = now + interval;
          channels.forEach(channel -> look(each.getValue(), channel, time));
        }
      }
      groups.values().forEach(group -> tidy(group, time));
      deliver(now);
      groups.values().removeIf(NaiveRouter::isOver);
    }
  }

  /** An alert of which nobody heard is gone at once. */
  private void end(Life life) {
    Group group = groups.get(life.zone);
    if (group != null
        && group.records.values().stream().noneMatch(told -> told.open.contains(life.key()))) {
      group.lives.remove(life.key());
      groups.values().removeIf(NaiveRouter::isOver);
    }
  }

  private void look(Group group, Channel channel, int now) {
    Told record = group.records.computeIfAbsent(channel.name, name -> new Told());
    List<Life> firing =
        group.lives.values().stream()
            .filter(life -> life.fires(now))
            .filter(life -> silences.stream().noneMatch(quiet -> quiet.holds(life.name, now)))
            .toList();
    List<Life> ends =
        group.lives.values().stream()
            .filter(life -> !life.fires(now) && record.open.contains(life.key()))
            .toList();
    List<String> keys = firing.stream().map(Life::key).toList();
    boolean news = !record.last.containsAll(keys) || !ends.isEmpty();
    boolean again =
        !firing.isEmpty()
            && !record.isPending
            && record.toldAt != Integer.MIN_VALUE
            && now - record.toldAt >= repeat;
    if (!news && !again) {
      return;
    }
    List<Life> allEnds = new ArrayList<>(record.isPending ? record.pendingEnds : List.of());
    allEnds.addAll(ends);
    record.isPending = true;
    record.made = now;
    record.pendingFiring = firing;
    record.pendingEnds = allEnds;
    record.last = keys;
    record.open.addAll(keys);
    ends.forEach(life -> record.open.remove(life.key()));
  }

  private void deliver(int now) {
    for (Group group : groups.values()) {
      for (Channel channel : channels) {
        Told record = group.records.get(channel.name);
        if (record != null && record.isPending && channel.isUp(now)) {
          heard.add(
              "%d %s %s|%s"
                  .formatted(
                      now, channel.name, shown(record.pendingFiring), shown(record.pendingEnds)));
          record.isPending = false;
          record.toldAt = now - record.made < interval ? record.made : now;
        }
      }
    }
  }

  private static void tidy(Group group, int now) {
    group
        .lives
        .values()
        .removeIf(
            life ->
                !life.fires(now)
                    && group.records.values().stream()
                        .noneMatch(record -> record.open.contains(life.key())));
  }

  private static boolean isOver(Group group) {
    return group.lives.isEmpty()
        && group.records.values().stream()
            .filter(Objects::nonNull)
            .noneMatch(record -> record.isPending || !record.open.isEmpty());
  }

  private static String shown(List<Life> lives) {
    return String.join(",", lives.stream().map(Life::shown).sorted().toList());
  }
}
