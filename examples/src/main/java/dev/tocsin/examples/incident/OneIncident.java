package dev.tocsin.examples.incident;

import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.admin.AdminOptions;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider fails, and thirty users with it: one message in Slack, one mail, one page. Nobody
 * answers, so that managers are told; somebody acknowledges from the command line; everybody hears
 * the end. An hour of it passes in seconds, on a clock that is moved by hand; the messages go over
 * HTTP and SMTP to stand-ins on this machine.
 *
 * <pre>{@code
 * mvn -q -B -pl examples -am package -DskipTests
 * java -cp examples/target/tocsin-examples.jar dev.tocsin.examples.incident.OneIncident
 * }</pre>
 */
public final class OneIncident {
  private static final int USERS = 30;
  private static final Duration STEP = Duration.ofSeconds(10);

  private Instant now = Instant.parse("2026-10-03T10:00:00Z");
  private int calls;

  private OneIncident() {}

  /** Takes the rule file, or none when it is started at the root of a checkout. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path rules = Path.of(args.length > 0 ? args[0] : "examples/incident/alert_rules.yaml");
    new OneIncident().play(rules);
  }

  private void play(Path rules) throws IOException, InterruptedException {
    try (StandIns standIns =
        new StandIns(line -> System.out.println("  " + time() + "  " + line))) {
      TocsinBuilder builder =
          Tocsin.builder().rules(rules).admin(AdminOptions.onPort(0)).tickByHand().clock(() -> now);
      standIns.channels().forEach(builder::channel);
      try (Tocsin tocsin = builder.build()) {
        play(tocsin, standIns);
      }
    }
  }

  private void play(Tocsin tocsin, StandIns standIns) throws IOException, InterruptedException {
    String url = tocsin.adminUrl().map(URI::toString).orElseThrow();
    say("Calls of model 'big' begin to fail. Thirty users use it.");
    pass(tocsin, standIns, Duration.ofMinutes(2), true);
    say("Why? tocsin story, for one of them:");
    command("story", tocsin.alerts().get(0).key(), "--url", url);
    say("Fifteen minutes pass, and nobody answers.");
    pass(tocsin, standIns, Duration.ofMinutes(15), true);
    say("tocsin ack, from the command line:");
    command(
        "ack", "user_errors", "--all", "--by", "ben", "--comment", "failing over", "--url", url);
    standIns.showMails();
    say("Model 'big' answers again.");
    pass(tocsin, standIns, Duration.ofMinutes(10), false);
    say(tocsin.alerts().isEmpty() ? "It is over." : "IT IS NOT OVER.");
  }

  /** Lets users call, and the engine tick, for some time. */
  private void pass(Tocsin tocsin, StandIns standIns, Duration time, boolean failing) {
    for (Instant end = now.plus(time); now.isBefore(end); ) {
      now = now.plus(STEP);
      for (int user = 0; user < USERS; user++) {
        String name = "u%02d".formatted(user);
        tocsin.record(call(name, "big", failing));
        tocsin.record(call(name, "big", failing));
        tocsin.record(call(name, "small", false));
      }
      tocsin.tick(now);
      standIns.showMails();
    }
  }

  private Call call(String user, String model, boolean failing) {
    calls++;
    return Call.at(now)
        .id("c-" + calls)
        .trace("t-" + calls)
        .user(user)
        .model(model)
        .status(failing ? Status.ERROR : Status.OK)
        .build();
  }

  /** As in a shell: {@code tocsin ...}. */
  private static void command(String... arguments) throws IOException, InterruptedException {
    System.out.println("  $ tocsin " + String.join(" ", arguments));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tocsin.cli.Main"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.inputReader().lines().forEach(line -> System.out.println("  " + line));
    if (process.waitFor() != 0) {
      throw new IllegalStateException("tocsin " + arguments[0] + " failed");
    }
  }

  private void say(String text) {
    System.out.println(time() + "  " + text);
  }

  private String time() {
    return now.toString().substring(11, 19);
  }
}
