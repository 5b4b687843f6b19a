package dev.tocsin.peers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to run, from arguments of the form {@code name=value}: {@code parts} (rules, different,
 * groups, memory), {@code peers} (names), {@code scale} (1 for the whole, 0.1 to see that it
 * works), {@code svg} and {@code csv} (paths).
 */
record Options(String parts, List<Peer> peers, double scale, Path picture, Path csv) {
  private static final int FILL_SECONDS = 9_060; // drift looks back two hours and a half
  private static final int TIMED_SECONDS = 18_000;
  private static final double CAP_SECONDS = 20;
  private static final double SHARE_SECONDS = 10;
  private static final int MOST_RUNS = 9;
  private static final int GROUP_MINUTES = 16;
  private static final int MEMORY_MINUTES = 70;

  static Options of(String[] args) {
    Map<String, String> values = new HashMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("expected name=value, not " + arg);
      }
      values.put(arg.substring(0, equals), arg.substring(equals + 1));
    }
    List<String> names = List.of(values.getOrDefault("peers", "").split(","));
    return new Options(
        values.getOrDefault("parts", "rules,different,groups,memory"),
        Peer.ALL.stream()
            .filter(peer -> !values.containsKey("peers") || names.contains(peer.name()))
            .toList(),
        Double.parseDouble(values.getOrDefault("scale", "1")),
        Path.of(values.getOrDefault("svg", "docs/images/scaling.svg")),
        Path.of(values.getOrDefault("csv", "benchmarks/peers/target/side-by-side.csv")));
  }

  boolean has(String part) {
    return List.of(parts.split(",")).contains(part);
  }

  /** Event time before the timed part. */
  int fillSeconds() {
    return FILL_SECONDS;
  }

  /** Event time of the timed part. */
  int timedSeconds() {
    return (int) (TIMED_SECONDS * scale);
  }

  int groupMinutes() {
    return Math.max(2, (int) (GROUP_MINUTES * scale));
  }

  int memoryMinutes() {
    return Math.max(2, (int) (MEMORY_MINUTES * scale));
  }

  RulesRace.Settings settings() {
    return RulesRace.Settings.of(CAP_SECONDS * scale, SHARE_SECONDS * scale, MOST_RUNS);
  }

  /** What it runs on. */
  String machine() {
    return "%s %s, %d cores, heap %,d MiB"
        .formatted(
            System.getProperty("java.vm.name"),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20);
  }
}
