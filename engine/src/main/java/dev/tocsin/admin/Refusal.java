package dev.tocsin.admin;

import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.json.Json;
import java.util.Collection;
import java.util.Map;

/** A request that is not carried out, with the answer that says why. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Answer answer;

  private Refusal(int status, String error, Map<String, String> headers) {
    super(error, null, false, false);
    this.answer = new Answer(status, Json.of(Map.of("error", error)), headers);
  }

  static Refusal badRequest(String error) {
    return new Refusal(400, error, Map.of());
  }

  /** With the name that was probably meant. */
  static Refusal badRequest(String error, String written, Collection<String> known) {
    return badRequest(error + suggestion(written, known));
  }

  static Refusal unauthorized() {
    return new Refusal(
        401,
        "this endpoint asks for a token: send 'Authorization: Bearer TOKEN'",
        Map.of("WWW-Authenticate", "Bearer"));
  }

  static Refusal forbidden(String error) {
    return new Refusal(403, error, Map.of());
  }

  static Refusal notFound(String error, String written, Collection<String> known) {
    return new Refusal(404, error + suggestion(written, known), Map.of());
  }

  static Refusal method(String allowed) {
    return new Refusal(405, "here goes " + allowed, Map.of("Allow", allowed));
  }

  static Refusal tooLarge(int most) {
    return new Refusal(413, "a body has at most " + most + " bytes", Map.of("Connection", "close"));
  }

  static Refusal mediaType() {
    return new Refusal(415, "send 'Content-Type: application/json'", Map.of());
  }

  static Refusal busy() {
    return new Refusal(503, "too many requests at a time", Map.of("Retry-After", "1"));
  }

  Answer answer() {
    return answer;
  }

  private static String suggestion(String written, Collection<String> known) {
    return Suggestions.nearest(written, known).map(hint -> "; " + hint).orElse("");
  }
}
