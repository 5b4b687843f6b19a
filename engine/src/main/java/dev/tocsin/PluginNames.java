package dev.tocsin;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plug-ins of one kind by name; two of one name are an error that names both. */
final class PluginNames<P> {
  private final String kind;
  private final Map<String, P> registered = new LinkedHashMap<>();
  private final Map<String, P> found = new LinkedHashMap<>();

  PluginNames(String kind) {
    this.kind = kind;
  }

  void add(String name, P plugin) {
    check(name, plugin);
    registered.put(name, plugin);
  }

  void find(String name, P plugin) {
    check(name, plugin);
    found.put(name, plugin);
  }

  Set<String> names() {
    return Set.copyOf(byName().keySet());
  }

  Map<String, P> byName() {
    Map<String, P> all = new LinkedHashMap<>(registered);
    all.putAll(found);
    return all;
  }

  List<P> registered() {
    return List.copyOf(registered.values());
  }

  List<P> found() {
    return List.copyOf(found.values());
  }

  private void check(String name, P plugin) {
    requireNonNull(name, () -> "the name of a " + kind);
    P other = byName().get(name);
    if (other != null) {
      throw new IllegalArgumentException(
          "two %ss are named '%s': %s and %s"
              .formatted(kind, name, other.getClass().getName(), plugin.getClass().getName()));
    }
  }
}
