package dev.tocsin.aggregate;

import dev.tocsin.plan.Group;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** What is looked at, written and read in one go: an aggregate, or a family of them. */
sealed interface Unit permits AggregateStore, Family {
  /** By which the agenda knows it. */
  int id();

  /** Whom to tell that there is something to look at. */
  void register(Agenda told);

  /** Whether it is looked at at a tick of the engine. */
  boolean isReadAt(long tick);

  /** Looks at the groups that may have changed. */
  void tick(long tick, ReadingSink sink);

  /**
   * The first tick at which something changes by itself, or {@link dev.tocsin.window.Window#NEVER}.
   */
  long nextDue();

  /** Those of its aggregates whose group of what is too much was looked at in the last tick. */
  List<? extends Store> overflowsLooked();

  /** Writes the groups that are to be kept. */
  void writeTo(DataOutput out, Predicate<Group> kept) throws IOException;

  /** Takes over what was written; every group is looked at in the next tick. */
  void readFrom(DataInput in) throws IOException;
}
