package dev.tocsin.aggregate;

import dev.tocsin.codec.ValueReader;
import dev.tocsin.codec.ValueWriter;
import dev.tocsin.event.Field;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The groups of one aggregate. */
final class AggregateStore {
  private final AggregatePlan plan;
  private final List<ReadingPlan> readings;
  private final int maxGroups;
  private final Map<Group, GroupWindow> groups = new HashMap<>();
  private long since = Long.MIN_VALUE;
  private boolean everFolded;

  AggregateStore(AggregatePlan plan, List<ReadingPlan> readings, int maxGroups) {
    this.plan = plan;
    this.readings = readings;
    this.maxGroups = maxGroups;
  }

  AggregatePlan plan() {
    return plan;
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
        (group, window) -> groups.put(group, new GroupWindow(group, window.window, readings)));
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

  /** Forgets a group whose window is empty; the one total stays, since it may read 0. */
  void forgetIfEmpty(GroupWindow window) {
    if (window.window.isEmpty() && !window.group.equals(Group.ALL)) {
      groups.remove(window.group, window);
    }
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeLong(since);
    out.writeBoolean(everFolded);
    out.writeInt(groups.size());
    ValueWriter values = new ValueWriter(out);
    for (Group group : new TreeSet<>(groups.keySet())) {
      values.values(group.values());
      Objects.requireNonNull(groups.get(group)).window.writeTo(out);
    }
  }

  void readFrom(DataInput in) throws IOException {
    since = in.readLong();
    everFolded = in.readBoolean();
    groups.clear();
    ValueReader values = new ValueReader(in);
    for (int left = in.readInt(); left > 0; left--) {
      Group group = new Group(plan.fold().dimensions(), values.values());
      Window window = plan.window().open(kind(group));
      window.readFrom(in);
      groups.put(group, new GroupWindow(group, window, readings));
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
