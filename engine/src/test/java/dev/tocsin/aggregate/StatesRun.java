package dev.tocsin.aggregate;

import dev.tocsin.aggregate.StatesLife.Batch;
import dev.tocsin.aggregate.StatesLife.Entry;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.Numbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** States of groups, handled as {@link AggregateStore} does, at places drawn by lot. */
final class StatesRun {
  private static final int PLACES = 90;

  private final Supplier<GroupStates> fresh;
  private final GroupStates states;
  private final Random random;
  private final Map<String, Integer> slots = new HashMap<>();
  private final SlotSet touched = new SlotSet();

  StatesRun(Supplier<GroupStates> fresh, Random random) {
    this.fresh = fresh;
    this.states = fresh.get();
    this.random = random;
  }

  /** How the numbers of a batch are folded. */
  @FunctionalInterface
  interface Folding {
    void fold(StatesRun run, Batch batch);
  }

  void addOneByOne(Batch batch) {
    for (Entry entry : batch.entries()) {
      int slot = touch(entry.group());
      states.add(slot, entry.stamp(), entry.value());
    }
  }

  void addEach(Batch batch) {
    List<Entry> entries = batch.entries();
    states.addEach(
        entries.stream().mapToInt(entry -> touch(entry.group())).toArray(),
        entries.stream().mapToLong(Entry::stamp).toArray(),
        entries.stream().mapToLong(Entry::value).toArray(),
        entries.size(),
        batch.from(),
        batch.until());
  }

  void addAll(Batch batch) {
    Map<String, Numbers> byGroup = new LinkedHashMap<>();
    for (Entry entry : batch.entries()) {
      byGroup.computeIfAbsent(entry.group(), group -> new Numbers()).add(entry.value());
    }
    byGroup.forEach(
        (group, numbers) -> {
          int slot = touch(group);
          if (!states.addAll(slot, batch.from(), batch.until(), numbers)) {
            batch.entries().stream()
                .filter(entry -> entry.group().equals(group))
                .forEach(entry -> states.add(slot, entry.stamp(), entry.value()));
          }
        });
  }

  private int touch(String group) {
    int slot = slots.computeIfAbsent(group, name -> open());
    touched.add(slot);
    return slot;
  }

  private int open() {
    int slot = random.nextInt(PLACES);
    while (slots.containsValue(slot)) {
      slot = random.nextInt(PLACES);
    }
    states.open(slot);
    return slot;
  }

  /** Whether a tick has nothing to do, and may be left out. */
  boolean isQuiet(long tick) {
    return touched.isEmpty() && states.nextChange() > tick;
  }

  void tick(long tick) {
    states.advance(tick, touched);
    for (int i = 0; i < touched.size(); i++) {
      int slot = touched.get(i);
      states.settle(slot, tick);
      if (states.isEmpty(slot)) {
        states.forget(slot);
        slots.values().remove(slot);
      } else {
        states.schedule(slot);
      }
    }
    touched.clear();
  }

  /** The groups that are not forgotten. */
  Set<String> groups() {
    return slots.keySet();
  }

  long nextChange() {
    return states.nextChange();
  }

  long samples(String group) {
    return states.samples(slots.get(group));
  }

  double read(ReadingPlan reading, String group) {
    return states.read(reading, slots.get(group));
  }

  /** The same, written down and read at other places. */
  StatesRun copy() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Map.Entry<String, Integer>> entries =
        slots.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    states.writeTo(
        new DataOutputStream(bytes), entries.stream().mapToInt(Map.Entry::getValue).toArray());
    StatesRun copy = new StatesRun(fresh, random);
    int[] places = entries.stream().mapToInt(entry -> copy.touch(entry.getKey())).toArray();
    copy.states.readFrom(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), places);
    return copy;
  }
}
