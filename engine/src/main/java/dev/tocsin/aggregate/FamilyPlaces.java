package dev.tocsin.aggregate;

import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which place in the arrays of a {@link Family} is whose: a member has one place for all, or one
 * for each metric that {@code ks(*)} follows.
 */
final class FamilyPlaces implements GroupSource {
  private static final int INITIAL = 16;

  private final int members;
  private final Map<String, Label> labels = new HashMap<>();

  /** The member that a place belongs to, -1 for none. */
  private int[] owners = new int[INITIAL];

  private @Nullable String[] names = new String[INITIAL];
  private boolean[] overflows = new boolean[INITIAL];
  private int places;
  private int[] free = new int[INITIAL];
  private int freed;

  /** The place of each member for one label. */
  private static final class Label {
    final int[] places;
    int used;

    Label(int members) {
      places = new int[members];
      Arrays.fill(places, GroupTable.NONE);
    }
  }

  FamilyPlaces(int members) {
    this.members = members;
    Arrays.fill(owners, -1);
  }

  /** The place of each member for a label; it stays the same array while one of them has one. */
  int[] of(String label) {
    Label known = labels.get(label);
    return known == null ? new Label(members).places : known.places;
  }

  int find(int member, String label) {
    Label known = labels.get(label);
    return known == null ? GroupTable.NONE : known.places[member];
  }

  /** A place for a member and a label, which had none. */
  int open(int member, String label) {
    int slot = place(member, label);
    Label known = labels.computeIfAbsent(label, text -> new Label(members));
    known.places[member] = slot;
    known.used++;
    return slot;
  }

  /** A place for what is too much for a member; it is not found by a label. */
  int openOverflow(int member) {
    int slot = place(member, Group.OVERFLOW);
    overflows[slot] = true;
    return slot;
  }

  /** Frees a place. */
  void close(int slot) {
    String label = label(slot);
    Label known = labels.get(label);
    if (!overflows[slot] && known != null) {
      known.places[owners[slot]] = GroupTable.NONE;
      known.used--;
      if (known.used == 0) {
        labels.remove(label);
      }
    }
    owners[slot] = -1;
    names[slot] = null;
    if (freed == free.length) {
      free = Arrays.copyOf(free, 2 * freed);
    }
    free[freed++] = slot;
  }

  /** Whether it is the place of what is too much. */
  boolean isOverflow(int slot) {
    return overflows[slot];
  }

  /** The member that a place belongs to. */
  int owner(int slot) {
    return owners[slot];
  }

  String label(int slot) {
    String name = names[slot];
    return name == null ? Family.ALL : name;
  }

  @Override
  public Group group(int slot) {
    String label = label(slot);
    return label.equals(Family.ALL)
        ? Group.ALL
        : new Group(List.of(FoldPlan.METRIC), List.of(label));
  }

  /** All that are somebody's. */
  IntStream all() {
    return IntStream.range(0, places).filter(slot -> owners[slot] >= 0);
  }

  private int place(int member, String label) {
    int slot = freed > 0 ? free[--freed] : places++;
    if (slot == owners.length) {
      owners = Arrays.copyOf(owners, 2 * slot);
      names = Arrays.copyOf(names, 2 * slot);
      overflows = Arrays.copyOf(overflows, 2 * slot);
    }
    owners[slot] = member;
    names[slot] = label;
    overflows[slot] = false;
    return slot;
  }
}
