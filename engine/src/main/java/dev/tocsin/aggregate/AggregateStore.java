package dev.tocsin.aggregate;

import dev.tocsin.codec.ValueReader;
import dev.tocsin.codec.ValueWriter;
import dev.tocsin.event.Field;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The groups of one aggregate. */
final class AggregateStore {
  /** How long an empty group is remembered when a rule asks whether it is absent. */
  private static final long FORGET_AFTER_NANOS = TimeUnit.DAYS.toNanos(1);

  private final AggregatePlan plan;
  private final List<ReadingPlan> readings;
  private final int maxGroups;
  private final Map<Group, GroupWindow> groups = new HashMap<>();
  private final boolean asksForAbsence;
  private long since = Long.MIN_VALUE;
  private long lastTick = Long.MIN_VALUE;
  private boolean everFolded;

  AggregateStore(AggregatePlan plan, List<ReadingPlan> readings, int maxGroups) {
    this.plan = plan;
    this.readings = readings;
    this.maxGroups = maxGroups;
    this.asksForAbsence =
        readings.stream().anyMatch(reading -> reading.statistic() instanceof Statistic.Samples);
  }

  AggregatePlan plan() {
    return plan;
  }

  /** Whether it is read at a tick of the engine. */
  boolean isReadAt(long tick) {
    return tick % plan.tickNanos() == 0;
  }

  /** The first tick at which it is read, not before a time. */
  long readFrom(long nanos) {
    return Math.floorDiv(nanos + plan.tickNanos() - 1, plan.tickNanos()) * plan.tickNanos();
  }

  /** From when on calls were folded here. */
  long since() {
    return since;
  }

  /** Calls are folded here from a tick on; only the first time counts. */
  void begin(long tick) {
    since = since == Long.MIN_VALUE ? tick : since;
  }

  /** Takes over the windows of an equal aggregate of another plan. */
  void adopt(AggregateStore other) {
    since = other.since;
    everFolded = other.everFolded;
    other.groups.forEach(
        (group, window) -> {
          GroupWindow adopted = new GroupWindow(group, window.window, readings);
          adopted.emptySince = window.emptySince;
          groups.put(group, adopted);
        });
  }

  Collection<GroupWindow> windows() {
    return groups.values();
  }

  /** Whether anything was ever folded here. */
  boolean everFolded() {
    return everFolded;
  }

  /** Notes that something was. */
  void folded() {
    everFolded = true;
  }

  /** The group's window, opened if there is none; null when there are too many groups. */
  @Nullable GroupWindow open(Group group) {
    GroupWindow found = groups.get(group);
    if (found != null || groups.size() >= maxGroups) {
      return found;
    }
    GroupWindow opened = new GroupWindow(group, plan.window().open(kind(group)), readings);
    groups.put(group, opened);
    return opened;
  }

  /** The group's window, or null. */
  @Nullable GroupWindow find(Group group) {
    return groups.get(group);
  }

  /** The groups there are. */
  Set<Group> groups() {
    return groups.keySet();
  }

  /** What a reading reads for a group, in base units; NaN for no data. */
  double read(ReadingPlan reading, GroupWindow window) {
    boolean unwatched =
        reading.statistic() instanceof Statistic.Samples
            && window.window.current().samples() == 0
            && lastTick < watchedFrom();
    return unwatched ? Double.NaN : Statistics.read(reading, window.window);
  }

  /**
   * Notes at a tick whether a group is empty.
   *
   * @return when it is to be looked at for that reason: not later than the tick when it is to be
   *     forgotten, {@link Window#NEVER} when there is no reason
   */
  long keep(GroupWindow window, long tick) {
    lastTick = tick;
    long watched = asksForAbsence && tick < watchedFrom() ? watchedFrom() : Window.NEVER;
    if (!window.window.isEmpty()) {
      window.emptySince = Window.NEVER;
      return watched;
    }
    if (window.group.equals(Group.ALL)) {
      return watched; // the one total stays: it may read 0, or be absent
    }
    if (!asksForAbsence) {
      return tick;
    }
    window.emptySince = window.emptySince == Window.NEVER ? tick : window.emptySince;
    return Math.min(watched, window.emptySince + FORGET_AFTER_NANOS);
  }

  /** Forgets a group. */
  void forget(GroupWindow window) {
    groups.remove(window.group, window);
  }

  /** When the window was watched from end to end for the first time. */
  private long watchedFrom() {
    return since == Long.MIN_VALUE ? since : plan.window().watchedFrom(since);
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeLong(since);
    out.writeBoolean(everFolded);
    out.writeInt(groups.size());
    ValueWriter values = new ValueWriter(out);
    for (Group group : new TreeSet<>(groups.keySet())) {
      values.values(group.values());
      GroupWindow window = Objects.requireNonNull(groups.get(group));
      out.writeLong(window.emptySince);
      window.window.writeTo(out);
    }
  }

  void readFrom(DataInput in) throws IOException {
    since = in.readLong();
    everFolded = in.readBoolean();
    groups.clear();
    ValueReader values = new ValueReader(in);
    for (int left = in.readInt(); left > 0; left--) {
      Group group = new Group(plan.fold().dimensions(), values.values());
      GroupWindow window = new GroupWindow(group, plan.window().open(kind(group)), readings);
      window.emptySince = in.readLong();
      window.window.readFrom(in);
      groups.put(group, window);
    }
  }

  private FoldKind kind(Group group) {
    FoldPlan.What what = plan.fold().what();
    if (what instanceof FoldPlan.Calls) {
      return FoldKind.COUNT;
    }
    if (what instanceof FoldPlan.Value value) {
      return value.kind();
    }
    if (what instanceof FoldPlan.Identity identity) {
      return identity.kind();
    }
    if (what instanceof FoldPlan.Gauge) {
      return FoldKind.LAST;
    }
    if (what instanceof FoldPlan.Share) {
      return FoldKind.RATIO;
    }
    if (what instanceof FoldPlan.EveryNumber) {
      Field.Number number = EveryNumber.field(group.asMap().get(FoldPlan.METRIC));
      return number.score() ? FoldKind.SCORE_HISTOGRAM : FoldKind.LOG_HISTOGRAM;
    }
    throw new IllegalStateException("no fold for " + what);
  }
}
