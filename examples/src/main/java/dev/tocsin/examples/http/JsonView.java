package dev.tocsin.examples.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Supplier;

/** Answers {@code GET} with what the engine says at that moment. */
final class JsonView implements HttpHandler {
  private final Supplier<JsonNode> content;

  JsonView(Supplier<JsonNode> content) {
    this.content = content;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      Answers.json(exchange, 200, content.get());
    } else {
      Answers.error(exchange, 405, "GET it");
    }
  }
}
