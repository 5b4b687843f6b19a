package dev.tocsin.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One combination of values of the dimensions of a {@code by} clause.
 *
 * @param dimensions names in alphabetical order
 * @param values as many
 */
public record Group(List<String> dimensions, List<String> values) implements Comparable<Group> {

  /** The one group of what has no dimensions. */
  public static final Group ALL = new Group(List.of(), List.of());

  /** Stands in each dimension of the group of all that is over the limit of groups. */
  public static final String OVERFLOW = "(overflow)";

  /** Stands in a journal for the name of a user whose data was erased. */
  public static final String ERASED = "(erased)";

  /** The dimension whose values are users. */
  private static final String USER = "user";

  /** The value of a dimension that a call does not have. */
  public static final String NONE = "(none)";

  public Group {
    dimensions = List.copyOf(dimensions);
    values = List.copyOf(values);
  }

  /** Groups that are compared have the same dimensions. */
  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The group that this one is part of when only some dimensions are looked at. */
  public Group project(List<String> some) {
    if (some.equals(dimensions)) {
      return this;
    }
    List<String> picked = new ArrayList<>(some.size());
    for (String dimension : some) {
      picked.add(values.get(dimensions.indexOf(dimension)));
    }
    return new Group(some, picked);
  }

  /** Whether it is a group of one user, whatever its other dimensions are. */
  public boolean isOf(String user) {
    int at = dimensions.indexOf(USER);
    return at >= 0 && values.get(at).equals(user);
  }

  /** Dimension to value, in order. */
  public Map<String, String> asMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      map.put(dimensions.get(i), values.get(i));
    }
    return map;
  }

  /** By value, dimension after dimension. */
  @Override
  public int compareTo(Group other) {
    for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
      int order = values.get(i).compareTo(other.values.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(values.size(), other.values.size());
  }
}
