package dev.tocsin.aggregate;

import dev.tocsin.plan.Group;

/** Makes the group of a place, for the rare occasion on which more than the place is needed. */
@FunctionalInterface
public interface GroupSource {
  /** The group at a place where there is one. */
  Group group(int slot);
}
