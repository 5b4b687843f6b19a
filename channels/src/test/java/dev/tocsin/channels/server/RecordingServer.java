package dev.tocsin.channels.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A web server on loopback that keeps what it is sent and answers as it is told, else 200. */
public final class RecordingServer implements AutoCloseable {
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else 40 ms for each answer
  }

  private final HttpServer server;
  private final String scheme;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private volatile Answer usual = new Answer(200, Map.of(), "ok");

  /** What came. */
  public record Request(
      String method, String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.get(name).get(0);
    }
  }

  private record Answer(int status, Map<String, String> headers, String body) {}

  public RecordingServer() {
    this(create(), "http");
  }

  public RecordingServer(SSLContext context) {
    this(create(context), "https");
  }

  private RecordingServer(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::answer);
    server.start();
  }

  /** Before what it says usually. */
  public RecordingServer answers(int status, Map<String, String> headers, String body) {
    synchronized (answers) {
      answers.add(new Answer(status, headers, body));
    }
    return this;
  }

  /** What it says where nothing else was told. */
  public RecordingServer usually(int status, String body) {
    usual = new Answer(status, Map.of(), body);
    return this;
  }

  public RecordingServer answers(int status) {
    return answers(status, Map.of(), "");
  }

  public String url(String path) {
    return scheme + "://localhost:" + server.getAddress().getPort() + path;
  }

  public List<Request> requests() {
    return requests;
  }

  public List<String> bodies() {
    return requests.stream().map(Request::body).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              new String(body, StandardCharsets.UTF_8)));
      Answer answer;
      synchronized (answers) {
        answer = answers.isEmpty() ? usual : answers.remove();
      }
      answer.headers.forEach(exchange.getResponseHeaders()::add);
      byte[] text = answer.body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status, text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private static HttpServer create() {
    try {
      return HttpServer.create(loopback(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer create(SSLContext context) {
    try {
      HttpsServer server = HttpsServer.create(loopback(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
