package dev.tocsin.admin;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Answers requests. What fails is counted and answered, and goes no further. */
final class Desk implements HttpHandler {
  private static final int LARGEST_BODY = 64 * 1024;
  private static final int MOST_PASSED_OVER = 32;

  private final Gate gate;
  private final Routes routes;
  private final BoundedExchanges exchanges;
  private final AtomicLong faults = new AtomicLong();

  Desk(Administered engine, AdminOptions options, BoundedExchanges exchanges) {
    this.gate = new Gate(options);
    this.routes = new Routes(engine, faults::get);
    this.exchanges = exchanges;
  }

  long faults() {
    return faults.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!Thread.currentThread().isInterrupted()) { // else its connection is being closed
        send(exchange, answer(exchange));
      }
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    try {
      return carriedOut(exchange);
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (IOException e) {
      throw e; // the client is gone or too slow
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      faults.incrementAndGet();
      return Answer.error(500, "an error of the endpoint itself; it is counted");
    }
  }

  private Answer carriedOut(HttpExchange exchange) throws IOException {
    if (exchanges.isBusy()) {
      throw Refusal.busy();
    }
    gate.enter(exchange);
    String path = exchange.getRequestURI().getRawPath();
    Route route = routes.find(exchange.getRequestMethod(), path);
    if (route.changes()) {
      gate.enterToChange(exchange);
    }
    Query query = Query.of(exchange.getRequestURI().getRawQuery(), route.parameters());
    String body = body(exchange);
    String named = route.match(path).orElseThrow();
    try {
      return route.work().answer(new Request(named, query, body));
    } catch (IOException e) { // of the engine's, not of the connection
      throw new IllegalStateException(e);
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    InputStream stream = exchange.getRequestBody();
    byte[] bytes = stream.readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      passOver(stream);
      throw Refusal.tooLarge(LARGEST_BODY);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.badRequest("the body is not UTF-8 text");
    }
  }

  /** A client that is still sending when its connection is closed may never see the answer. */
  private static void passOver(InputStream rest) throws IOException {
    byte[] buffer = new byte[LARGEST_BODY];
    for (int blocks = 0; blocks < MOST_PASSED_OVER; blocks++) {
      if (rest.readNBytes(buffer, 0, buffer.length) < buffer.length) {
        return;
      }
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    answer.headers().forEach(headers::set);
    byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
