package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import dev.tocsin.plan.Group;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** Cases of alert life as a file tells them, with one tick a minute. */
final class LifecycleCases {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private LifecycleCases() {}

  /**
   * @param x values by group, one per tick
   * @param expect states by group, one letter per tick
   */
  record Case(
      String id, AlertRule rule, Map<String, List<Object>> x, Map<String, List<String>> expect) {

    /** The states that a lifecycle goes through when it plays the case. */
    Map<String, List<String>> play() {
      Lifecycle lifecycle = new Lifecycle(List.of(rule));
      Map<String, AlertState> now = new TreeMap<>();
      Map<String, List<String>> states = new TreeMap<>();
      int ticks = x.values().iterator().next().size();
      for (int tick = 0; tick < ticks; tick++) {
        Set<AlertKey> truths = new HashSet<>();
        for (Map.Entry<String, List<Object>> series : x.entrySet()) {
          if (series.getValue().get(tick) instanceof Number value && value.doubleValue() > 0) {
            truths.add(key(series.getKey()));
          }
        }
        for (StateChange change : lifecycle.step(tick * MINUTE, truths)) {
          now.put(change.key().group().values().get(0), change.to());
        }
        for (String group : x.keySet()) {
          AlertState state = now.getOrDefault(group, AlertState.INACTIVE);
          states
              .computeIfAbsent(group, name -> new ArrayList<>())
              .add(state.name().substring(0, 1));
        }
      }
      return states;
    }
  }

  static List<Case> in(InputStream yaml) {
    Map<String, List<Map<String, Object>>> file = new Yaml().load(yaml);
    List<Case> cases = new ArrayList<>();
    file.get("cases").forEach(one -> cases.add(read(one, false)));
    file.get("grouped").forEach(one -> cases.add(read(one, true)));
    return cases;
  }

  private static Case read(Map<String, Object> one, boolean grouped) {
    Map<String, List<Object>> x = new TreeMap<>();
    Map<String, List<String>> expect = new TreeMap<>();
    series(one.get("x"), grouped)
        .forEach((group, list) -> x.put(group.toString(), new ArrayList<>((List<?>) list)));
    series(one.get("expect"), grouped)
        .forEach(
            (group, text) ->
                expect.put(group.toString(), Arrays.asList(text.toString().split(" "))));
    return new Case(
        one.get("id").toString(),
        new AlertRule(nanos(one.get("for")), nanos(one.get("keep_firing_for")), 1),
        x,
        expect);
  }

  private static Map<?, ?> series(Object value, boolean grouped) {
    return grouped ? (Map<?, ?>) value : Map.of("all", value);
  }

  private static long nanos(Object duration) {
    return Duration.parse("PT" + duration).toNanos();
  }

  private static AlertKey key(Object group) {
    return new AlertKey(0, new Group(List.of("group"), List.of(group.toString())));
  }
}
