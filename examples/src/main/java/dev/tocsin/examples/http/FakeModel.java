package dev.tocsin.examples.http;

import dev.tocsin.api.Status;
import java.util.Locale;

/** Stands for the client of a model: put yours here. Answers at once and always the same. */
final class FakeModel {
  static final String NAME = "gpt-4o";

  private static final int CHARACTERS_A_TOKEN = 4;

  /** What came back. */
  record Answer(String text, long inputTokens, long outputTokens) {}

  /** No answer came back. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final Status status;

    Failure(Status status, String message) {
      super(message);
      this.status = status;
    }

    Status status() {
      return status;
    }
  }

  Answer ask(String prompt) throws Failure {
    String folded = prompt.toLowerCase(Locale.ROOT);
    if (folded.contains("timeout")) {
      throw new Failure(Status.TIMEOUT, "the model took too long");
    }
    if (folded.contains("fail")) {
      throw new Failure(Status.ERROR, "the model is overloaded");
    }
    String text = "You said: " + prompt;
    return new Answer(text, tokens(prompt), tokens(text));
  }

  private static long tokens(String text) {
    return 1L + text.length() / CHARACTERS_A_TOKEN;
  }
}
