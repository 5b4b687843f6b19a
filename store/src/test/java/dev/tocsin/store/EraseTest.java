package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Reading;
import dev.tocsin.journal.InputSink;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased of a user is nowhere in the directory, and nothing else is changed by that. */
class EraseTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String VICTIM = "jane.roe@example.org";
  private static final String SECRET = "what jane asked";
  private static final String RULES =
      Service.RULES
          + """
            - name: model_spender
              condition: sum(cost) by user, model over 1h > $1
              channels: [pager]
            - name: share
              condition: sum(cost) by user per day > 0.9 * sum(cost) per day
            - name: slow_user
              condition: p95(latency) by user over 10m > 100s
            - name: crowd
              condition: distinct(user) per day > 100
            - name: gone
              condition: absent(count() by user over 10m)
            - name: one_feature
              condition: count() where feature == "a" by user per day > 100
            - name: other_feature
              condition: count() where feature == "b" by user per day > 100
          """;

  @TempDir Path folder;

  @Test
  void noFileHasTheNameAndAllElseIsAsItWas() throws IOException {
    Path store = folder.resolve("store");
    Path killed;
    List<Reading> others;
    try (Service service = start(store)) {
      feed(service);
      Path before = Service.killed(store, folder.resolve("before"));
      assertThat(filesWith(before, VICTIM)).isNotEmpty();
      assertThat(filesWith(before, SECRET)).isNotEmpty();
      assertThat(service.engine.alerts()).anyMatch(alert -> alert.group().containsValue(VICTIM));
      others = ofOthers(service);
      int heard = service.transitions.size();

      assertThat(service.engine.erase(VICTIM)).isTrue();

      assertThat(filesWith(store, VICTIM)).isEmpty();
      assertThat(filesWith(store, SECRET)).isEmpty();
      assertThat(ofOthers(service)).isEqualTo(others);
      assertThat(service.engine.readings()).noneMatch(r -> r.group().containsValue(VICTIM));
      assertThat(service.engine.alerts())
          .isNotEmpty()
          .noneMatch(alert -> alert.group().containsValue(VICTIM));
      assertThat(service.transitions.subList(heard, service.transitions.size()))
          .isNotEmpty()
          .allMatch(t -> t.group().containsValue(VICTIM) && t.to() == AlertState.INACTIVE);
      killed = Service.killed(store, folder);

      service.pagerIsDown(false);
      service.advance(Duration.ofMinutes(1));
      assertThat(service.sent).isNotEmpty().noneMatch(m -> m.key().contains(VICTIM));
      assertThat(filesWith(Service.killed(store, folder.resolve("later")), VICTIM)).isEmpty();
    }
    assertThat(filesWith(store, VICTIM)).isEmpty();
    try (Service next =
        Service.start(folder, StoreOptions.at(killed), Service.START.plusSeconds(20), RULES)) {
      assertThat(next.engine.recovery().orElseThrow().findings()).isEmpty();
      assertThat(ofOthers(next)).isEqualTo(others);
      assertThat(filesWith(killed, VICTIM)).isEmpty();
    }
  }

  @Test
  void theTraceKeepsTheCalls() throws IOException {
    Path store = folder.resolve("store");
    try (Service service = start(store)) {
      feed(service);
      service.engine.erase(VICTIM);
    }
    List<Call> calls = new ArrayList<>();
    JournalReport report =
        StoreFiles.in(store)
            .read(
                new InputSink() {
                  @Override
                  public void arrival(Event event) {
                    calls.add((Call) event);
                  }
                });
    assertThat(report.damage()).isNull();
    assertThat(StoreFiles.in(store).verify().problems()).isEmpty();
    assertThat(calls).hasSize(30);
    assertThat(calls)
        .filteredOn(call -> "(erased)".equals(call.user()))
        .hasSize(10)
        .allMatch(call -> call.id() != null && call.input() == null && call.session() == null)
        .allMatch(call -> call.costNanoDollars() > 0 && "a".equals(call.feature()));
    assertThat(calls)
        .filteredOn(call -> "bob".equals(call.user()))
        .allMatch(c -> c.input() != null);
  }

  @Test
  void oneWhoComesBackCountsAnew() throws IOException {
    Path store = folder.resolve("store");
    try (Service service = start(store)) {
      feed(service);
      service.engine.erase(VICTIM);
      service.engine.record(call(service, VICTIM, 0).build());
      service.advance(SECOND);
      assertThat(service.engine.readings())
          .filteredOn(reading -> reading.term().startsWith("sum(cost) by user per day"))
          .filteredOn(reading -> reading.group().containsValue(VICTIM))
          .singleElement()
          .matches(reading -> reading.samples() == 1);
    }
  }

  @Test
  void anEngineWithoutAStoreForgetsToo() throws IOException {
    try (Service service = Service.withoutStore(folder, Service.START)) {
      service.record(VICTIM, 10, 2);
      service.record("bob", 10, 2);
      service.advance(SECOND);
      assertThat(service.engine.alerts()).hasSize(2);
      assertThat(service.engine.erase(VICTIM)).isTrue();
      assertThat(service.engine.alerts()).hasSize(1);
      service.advance(SECOND);
      assertThat(service.engine.alerts())
          .singleElement()
          .matches(alert -> alert.group().containsValue("bob"));
    }
  }

  private Service start(Path store) throws IOException {
    StoreOptions options = StoreOptions.at(store).withTexts().snapshotEvery(Duration.ofSeconds(7));
    return Service.start(folder, options, Service.START, RULES);
  }

  /** Ten seconds of three users while nothing can be delivered. */
  static void feed(Service service) {
    service.pagerIsDown(true);
    for (int second = 0; second < 10; second++) {
      for (String user : List.of(VICTIM, "ann", "bob")) {
        service.engine.record(call(service, user, second).build());
      }
      service.advance(SECOND);
    }
  }

  private static dev.tocsin.api.CallBuilder call(Service service, String user, int second) {
    return Call.at(service.now())
        .id(Integer.toHexString(user.hashCode()) + "-" + second)
        .model("gpt-4o")
        .feature(user.equals("bob") ? "b" : "a")
        .user(user)
        .session("session of " + user)
        .attribute("mail", user)
        .latencyMicros(1_000_000L * (second + 1))
        .costNanoDollars(user.equals("ann") ? 1_000L : 900_000_000L)
        .input(user.equals(VICTIM) ? SECRET : "what somebody asked");
  }

  /** But totals, which nobody's data are. */
  private static List<Reading> ofOthers(Service service) {
    return service.engine.readings().stream()
        .filter(reading -> !reading.group().containsValue(VICTIM))
        .toList();
  }

  static List<Path> filesWith(Path directory, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    List<Path> found = new ArrayList<>();
    try (var files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (all.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
