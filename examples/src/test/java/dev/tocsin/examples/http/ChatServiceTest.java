package dev.tocsin.examples.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.channels.console.ConsoleChannel;
import dev.tocsin.examples.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private ChatService service;

  @BeforeEach
  void start() throws IOException {
    ConsoleChannel channel =
        new ConsoleChannel("console", new PrintStream(console, true, StandardCharsets.UTF_8));
    service = ChatService.start(0, Checkout.EXAMPLES.resolve("alert_rules.yaml"), channel);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void failedCallsOfTheModelBecomeAnAlert() throws Exception {
    for (int i = 0; i < 8; i++) {
      HttpResponse<String> answered = chat("{\"user\":\"u1\",\"prompt\":\"hello\"}");
      assertThat(answered.statusCode()).isEqualTo(200);
      assertThat(answered.body()).isEqualTo("{\"answer\":\"You said: hello\"}");
    }
    assertThat(chat("{\"prompt\":\"please fail\"}").statusCode()).isEqualTo(502);
    assertThat(chat("{\"prompt\":\"timeout\"}").statusCode()).isEqualTo(502);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(get("/health").get("accepted").asInt()).isEqualTo(10));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(reading("error_rate").get("value").asDouble()).isEqualTo(0.2));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(get("/alerts")).hasSize(1));

    JsonNode alert = get("/alerts").get(0);
    assertThat(alert.get("rule").asText()).isEqualTo("error_rate_spike");
    assertThat(alert.get("state").asText()).isEqualTo("firing");
    assertThat(alert.get("severity").asText()).isEqualTo("critical");
    assertThat(reading("error_rate").get("samples").asInt()).isEqualTo(10);
    assertThat(reading("hourly_cost").get("unit").asText()).isEqualTo("USD");
    assertThat(get("/health").get("dropped").asInt()).isZero();
    service.close();
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("FIRING critical error_rate_spike");
  }

  @Test
  void wrongRequestsAreNotCallsOfTheModel() throws Exception {
    assertThat(chat("no json").statusCode()).isEqualTo(400);
    assertThat(chat("{}").statusCode()).isEqualTo(400);
    assertThat(send(request("/chat").GET()).statusCode()).isEqualTo(405);
    assertThat(send(request("/alerts").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(405);
    assertThat(get("/health").get("waiting").asInt()).isZero();
    assertThat(get("/health").get("accepted").asInt()).isZero();
  }

  private JsonNode reading(String term) throws Exception {
    for (JsonNode reading : get("/readings")) {
      if (reading.get("term").asText().equals(term)) {
        return reading;
      }
    }
    throw new AssertionError("no reading of " + term);
  }

  private HttpResponse<String> chat(String body) throws Exception {
    return send(request("/chat").POST(BodyPublishers.ofString(body)));
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> response = send(request(path).GET());
    assertThat(response.statusCode()).isEqualTo(200);
    return json.readTree(response.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
        .timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
