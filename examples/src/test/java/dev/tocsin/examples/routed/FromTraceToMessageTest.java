package dev.tocsin.examples.routed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.Rules;
import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.pagerduty.PagerDutyChannel;
import dev.tocsin.channels.secret.Secret;
import dev.tocsin.channels.slack.SlackChannel;
import dev.tocsin.examples.Checkout;
import dev.tocsin.replay.Replay;
import dev.tocsin.replay.ReplayListener;
import dev.tocsin.trace.TraceLine;
import dev.tocsin.trace.TraceReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: a recorded hour, rules, routes, and what arrives at the servers of channels. */
class FromTraceToMessageTest {
  private static final Path TRACE = Checkout.EXAMPLES.resolve("traces/azure-conv-2023.jsonl.gz");
  private static final String RULES =
      """
      rules:
        - name: long_prompts
          condition: p95(input_tokens) over 5m > 3200
          severity: warning
        - name: busy
          condition: count() over 1m > 420
          severity: critical
      routes:
        receiver: team
        group_wait: 30s
        group_interval: 5m
        routes:
          - {match: [severity = critical], receiver: oncall, group_by: [rule]}
      receivers:
        - {name: team, channels: [slack]}
        - {name: oncall, channels: [slack, pagerduty], title: "{{ rule }} {{ firing }}/{{ resolved }}"}
      """;

  @TempDir Path folder;
  private final Map<String, List<String>> arrived = new LinkedHashMap<>();
  private HttpServer server;
  private Path rules;

  @BeforeEach
  void listen() throws IOException {
    rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (String channel : List.of("slack", "pagerduty")) {
      List<String> bodies = new CopyOnWriteArrayList<>();
      arrived.put(channel, bodies);
      server.createContext(
          "/" + channel,
          exchange -> {
            bodies.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
          });
    }
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theServersHearWhatAReplayForetold() throws IOException {
    Map<String, List<Message.Notification>> foretold = replayed();
    assertThat(foretold.get("slack")).hasSizeGreaterThan(5);
    assertThat(foretold.get("pagerduty"))
        .isNotEmpty()
        .allMatch(message -> message.receiver().equals("oncall"));

    live();

    assertThat(arrived.get("slack")).hasSameSizeAs(foretold.get("slack"));
    assertThat(arrived.get("pagerduty")).hasSameSizeAs(foretold.get("pagerduty"));
    for (int i = 0; i < arrived.get("slack").size(); i++) {
      Message.Notification message = foretold.get("slack").get(i);
      assertThat(arrived.get("slack").get(i))
          .contains(message.time().toString())
          .contains(message.title().orElse(message.alerts().get(0).transition().rule()));
    }
    List<String> actions = new ArrayList<>();
    for (String body : arrived.get("pagerduty")) {
      actions.add(new ObjectMapper().readTree(body).path("event_action").asText());
    }
    assertThat(actions).startsWith("trigger", "resolve");
  }

  private Map<String, List<Message.Notification>> replayed() throws IOException {
    Map<String, List<Message.Notification>> told = new LinkedHashMap<>();
    Replay.of(Rules.load(rules), TRACE)
        .listener(
            new ReplayListener() {
              @Override
              public void notification(String channel, Message.Notification notification) {
                told.computeIfAbsent(channel, key -> new ArrayList<>()).add(notification);
              }
            })
        .run();
    return told;
  }

  private void live() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    HttpOptions loopback = HttpOptions.standard().allowHttp().allowPrivateAddresses();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    TocsinBuilder builder =
        Tocsin.builder()
            .rules(rules)
            .channel(
                SlackChannel.incomingWebhook(Secret.of(() -> url + "/slack"))
                    .http(loopback)
                    .build())
            .channel(
                PagerDutyChannel.routingKey(Secret.of(() -> "key"))
                    .endpoint(url + "/pagerduty")
                    .http(loopback)
                    .build())
            .tickByHand()
            .clock(now::get);
    try (Tocsin tocsin = builder.build();
        TraceReader reader = TraceReader.open(TRACE, false, (line, reason) -> {})) {
      for (TraceLine line = reader.next(); line != null; line = reader.next()) {
        Event event = line.event();
        now.set(event.time());
        tocsin.tick(event.time());
        tocsin.record(event);
      }
    }
  }
}
