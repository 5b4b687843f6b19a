package dev.tocsin.cli.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.json.Json;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the admin endpoint of an engine. */
final class AdminClient {
  private static final int TIMEOUT_SECONDS = 10;
  private static final int UNAUTHORIZED = 401;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final URI base;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(TIMEOUT_SECONDS))
          .build();

  AdminClient(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** What is shown there, chosen by these parameters; those without a value are left out. */
  JsonNode get(String path, Map<String, String> parameters) {
    return answer(request(path + query(parameters)).GET());
  }

  JsonNode get(String path) {
    return get(path, Map.of());
  }

  JsonNode post(String path, ObjectNode body) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body))));
  }

  JsonNode delete(String path, String name, Map<String, String> parameters) {
    return answer(request(path + encoded(name) + query(parameters)).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path));
    try {
      return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage("the token has characters that no header has", Optional.empty());
    }
  }

  private JsonNode answer(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      return read(answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unreachable("no answer in " + TIMEOUT_SECONDS + " s");
    } catch (ExecutionException e) {
      throw unreachable(reason(e.getCause()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw unreachable("interrupted");
    }
  }

  private JsonNode read(HttpResponse<String> answer) {
    JsonNode json;
    try {
      json = MAPPER.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw stranger(answer.statusCode());
    }
    if (answer.statusCode() / 100 == 2 && json.isObject()) {
      return json;
    }
    if (!json.path("error").isTextual()) {
      throw stranger(answer.statusCode());
    }
    throw CommandFailure.wrong(
        json.path("error").textValue(),
        answer.statusCode() == UNAUTHORIZED
            ? Optional.of("--token-file FILE or TOCSIN_TOKEN gives it")
            : Optional.empty());
  }

  private CommandFailure stranger(int status) {
    return CommandFailure.usage(
        base + " is no admin endpoint of an engine: it answered " + status, Optional.empty());
  }

  private CommandFailure unreachable(String reason) {
    return CommandFailure.usage(
        base + " cannot be reached: " + reason,
        Optional.of("is the engine running, with its admin endpoint open?"));
  }

  private static String reason(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException) {
        return "no such host";
      }
    }
    if (cause instanceof ConnectException && cause.getMessage() == null) {
      return "connection refused";
    }
    return cause == null ? "no answer" : String.valueOf(cause.getMessage());
  }

  private static String query(Map<String, String> parameters) {
    String query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
