package dev.tocsin.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks a server. */
final class Caller {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final AdminServer server;

  Caller(AdminServer server) {
    this.server = server;
  }

  /** What came back. */
  record Said(int status, JsonNode json, Map<String, List<String>> headers) {
    String error() {
      return json.path("error").asText();
    }
  }

  Said get(String path) {
    return ask("GET", path, "", Map.of());
  }

  Said post(String path, String body) {
    return ask("POST", path, body, Map.of("Content-Type", "application/json"));
  }

  Said delete(String path) {
    return ask("DELETE", path, "", Map.of());
  }

  Said ask(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json = new ObjectMapper().readTree(answer.body());
      return new Said(answer.statusCode(), json, answer.headers().map());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lines of a request's head, as they go over the wire. */
  static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  Socket connect() throws IOException {
    return new Socket(server.url().getHost(), server.port());
  }

  /** Sends these bytes and reads to the end of the connection; the first line of the answer. */
  String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }
}
