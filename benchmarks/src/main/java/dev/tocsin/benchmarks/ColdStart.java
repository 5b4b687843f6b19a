package dev.tocsin.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a new JVM takes to its first verdict, and where that goes. Forks fresh JVMs, each of
 * which loads a rule file, takes 60 calls and a tick, and sees a transition ({@link FirstVerdict});
 * the time is from before the fork until the transition is out. From the root of the checkout:
 *
 * <pre>
 * mvn -q -B -pl benchmarks -am package -DskipTests
 * java -cp benchmarks/target/benchmarks.jar dev.tocsin.benchmarks.ColdStart 11
 * </pre>
 *
 * The number is how many JVMs are started for each rule file; 11 take about a minute. A second
 * argument names a folder with the jars of another version, such as a copy of {@code
 * benchmarks/target/lib}: it is measured in turn with this one, and comes first in the table. All
 * further arguments go to the JVMs. Times are milliseconds; {@code cpu} is the processor time of
 * the whole process up to the verdict, which includes the compiler and the collector and is less
 * moved by what else the machine does.
 */
public final class ColdStart {
  /** What is done one after the other. */
  static final List<String> PARTS = List.of("JVM", "rules", "Drools", "engine", "calls", "tick");

  private ColdStart() {}

  /** Takes the number of runs, then optionally a folder of jars, then options for the JVMs. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
    List<String> options =
        Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length);
    Map<String, String> versions = new LinkedHashMap<>();
    Path jar = Path.of(System.getProperty("java.class.path"));
    if (arguments.length > 1 && !arguments[1].isEmpty()) {
      versions.put("before", classPath(Path.of(arguments[1]), jar));
    }
    versions.put("this", classPath(jar.resolveSibling("lib"), jar));
    System.out.printf("%-38s %7s %7s %7s %7s ", "medians, ms", "total", "min", "max", "cpu");
    PARTS.forEach(part -> System.out.printf("%7s ", part));
    System.out.println();
    Path folder = Files.createTempDirectory("tocsin-cold");
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("7 rules", Checkout.SEVEN_RULES);
    files.put("1,000 rules, 7 aggregates", write(folder, "shared", RuleText.shared(1_000)));
    files.put("1,000 rules, 1,000 aggregates", write(folder, "own", RuleText.different(1_000)));
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Map<String, List<long[]>> seen = new LinkedHashMap<>();
      for (int run = 0; run < runs; run++) {
        for (Map.Entry<String, String> version : versions.entrySet()) {
          seen.computeIfAbsent(version.getKey(), v -> new ArrayList<>())
              .add(fork(version.getValue(), file.getValue(), options));
        }
      }
      seen.forEach((version, times) -> print(file.getKey() + ", " + version, times));
    }
  }

  private static String classPath(Path libraries, Path jar) {
    return libraries.resolve("*") + File.pathSeparator + jar;
  }

  /** The machine's clock, in microseconds since 1970: the same in all processes. */
  static long microsNow() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    return file;
  }

  /** Microseconds: the total, the processor time, then each part. */
  private static long[] fork(String classPath, Path rules, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, FirstVerdict.class.getName(), rules.toString()));
    long start = microsNow();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String[] line;
    try (var reader = process.inputReader()) {
      String text = reader.readLine();
      line = text == null ? new String[0] : text.split(" ");
    }
    if (process.waitFor() != 0 || line.length != PARTS.size() + 1) {
      throw new IllegalStateException("failed: " + command);
    }
    long[] times = new long[PARTS.size() + 2];
    long before = start;
    for (int part = 0; part < PARTS.size(); part++) {
      long at = Long.parseLong(line[part]);
      times[part + 2] = at - before;
      before = at;
    }
    times[0] = before - start;
    times[1] = Long.parseLong(line[PARTS.size()]);
    return times;
  }

  private static void print(String name, List<long[]> times) {
    System.out.printf(
        Locale.ROOT,
        "%-38s %7.0f %7.0f %7.0f %7.0f ",
        name,
        quantile(times, 0, 0.5),
        quantile(times, 0, 0),
        quantile(times, 0, 1),
        quantile(times, 1, 0.5));
    for (int part = 0; part < PARTS.size(); part++) {
      System.out.printf(Locale.ROOT, "%7.0f ", quantile(times, part + 2, 0.5));
    }
    System.out.println();
  }

  private static double quantile(List<long[]> times, int column, double share) {
    long[] sorted = times.stream().mapToLong(one -> one[column]).sorted().toArray();
    return sorted[(int) Math.round(share * (sorted.length - 1))] / 1_000.0;
  }
}
