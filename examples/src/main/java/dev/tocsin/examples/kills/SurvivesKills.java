package dev.tocsin.examples.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alert goes pending, survives a kill -9, fires at the very tick at which it would have fired
 * without, survives another, and resolves. From the root of the checkout:
 *
 * <pre>{@code
 * mvn -q -B -pl examples -am package -DskipTests
 * java @examples/chronicle.options -cp examples/target/tocsin-examples.jar \
 *   dev.tocsin.examples.kills.SurvivesKills
 * }</pre>
 */
public final class SurvivesKills {
  private static final Duration FOR = Duration.ofSeconds(15);
  private static final Pattern TIMES =
      Pattern.compile("-> (pending|firing|inactive) at (\\S+), active since (\\S+)");

  private final Path folder;

  private SurvivesKills(Path folder) {
    this.folder = folder;
  }

  /** Takes no arguments; takes half a minute. */
  public static void main(String[] args) throws IOException, InterruptedException {
    new SurvivesKills(Files.createTempDirectory("tocsin-kills")).play();
  }

  private void play() throws IOException, InterruptedException {
    Path outage = Files.createFile(folder.resolve(WatchedService.OUTAGE));
    System.out.println("A service whose calls fail is started.");
    Matcher pending = runUntil("pending", true);
    System.out.println("kill -9. It is started again.");
    Matcher firing = runUntil("firing", true);
    Instant due = Instant.parse(pending.group(2)).plus(FOR);
    System.out.printf(
        "Without the kill it would have fired at %s: %s.%n",
        due, due.equals(Instant.parse(firing.group(2))) ? "so it did" : "IT DID NOT");
    System.out.println("kill -9. It is started again, and its calls succeed from now on.");
    Files.delete(outage);
    Matcher resolved = runUntil("inactive", false);
    boolean same =
        due.equals(Instant.parse(firing.group(2)))
            && pending.group(3).equals(firing.group(3))
            && pending.group(3).equals(resolved.group(3));
    System.out.println(same ? "One alert, three processes." : "IT WAS NOT ONE ALERT.");
    if (!same) {
      throw new IllegalStateException("not the same alert: see above, and " + folder);
    }
  }

  /** Starts the service, shows what it says, and kills it, or lets it end, after a change. */
  private Matcher runUntil(String state, boolean kill) throws IOException, InterruptedException {
    Process service = new ProcessBuilder(command()).redirectErrorStream(true).start();
    Matcher seen = null;
    try (BufferedReader said = service.inputReader(StandardCharsets.UTF_8)) {
      while (seen == null || !kill) {
        String line = said.readLine();
        if (line == null) {
          break;
        }
        System.out.println(line);
        Matcher matcher = TIMES.matcher(line);
        if (matcher.find() && matcher.group(1).equals(state)) {
          seen = matcher;
        }
      }
    }
    if (kill) {
      service.destroyForcibly();
    }
    service.waitFor();
    if (seen == null) {
      throw new IllegalStateException("the service ended before its alert was " + state);
    }
    return seen;
  }

  /** As this process was started. */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            WatchedService.class.getName(),
            folder.toString()));
    return command;
  }
}
