package dev.tocsin.admin;

import dev.tocsin.json.Json;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param status of HTTP
 * @param json the body
 * @param headers beside those that every answer has
 */
record Answer(int status, String json, Map<String, String> headers) {
  static final int OK = 200;
  static final int CREATED = 201;
  static final int WRONG_RULES = 422;

  Answer(int status, String json) {
    this(status, json, Map.of());
  }

  static Answer ok(String json) {
    return new Answer(OK, json);
  }

  static Answer error(int status, String error) {
    return new Answer(status, Json.of(Map.of("error", error)));
  }
}
