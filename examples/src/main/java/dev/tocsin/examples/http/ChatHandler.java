package dev.tocsin.examples.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.EventRecorder;
import dev.tocsin.api.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** {@code POST /chat}: asks the model, and records how the call ended, whichever way. */
final class ChatHandler implements HttpHandler {
  private static final JsonMapper JSON = new JsonMapper();

  private final FakeModel model;
  private final EventRecorder tocsin;

  ChatHandler(FakeModel model, EventRecorder tocsin) {
    this.model = model;
    this.tocsin = tocsin;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      Answers.error(exchange, 405, "POST a prompt");
      return;
    }
    JsonNode request;
    try {
      request = JSON.readTree(exchange.getRequestBody().readAllBytes());
    } catch (JsonProcessingException e) {
      Answers.error(exchange, 400, "not JSON");
      return;
    }
    if (!request.path("prompt").isTextual()) {
      Answers.error(exchange, 400, "no prompt");
      return;
    }
    chat(exchange, request.path("user").asText("anonymous"), request.path("prompt").asText());
  }

  private void chat(HttpExchange exchange, String user, String prompt) throws IOException {
    long began = System.nanoTime();
    try {
      FakeModel.Answer answer = model.ask(prompt);
      tocsin.record(
          ended(user, began)
              .status(Status.OK)
              .inputTokens(answer.inputTokens())
              .outputTokens(answer.outputTokens())
              .input(prompt)
              .output(answer.text())
              .build());
      Answers.json(exchange, 200, JSON.createObjectNode().put("answer", answer.text()));
    } catch (FakeModel.Failure failure) {
      tocsin.record(
          ended(user, began).status(failure.status()).error(failure.getMessage()).build());
      Answers.error(exchange, 502, String.valueOf(failure.getMessage()));
    }
  }

  private static CallBuilder ended(String user, long began) {
    return Call.at(Instant.now())
        .id(UUID.randomUUID().toString())
        .latency(Duration.ofNanos(System.nanoTime() - began))
        .model(FakeModel.NAME)
        .feature("chat")
        .user(user);
  }
}
