package dev.tocsin.testkit.assertions;

import dev.tocsin.testkit.timeline.Timeline;

/** Failures in words: what was expected, what happened instead, and the timeline around it. */
final class Failing {
  private Failing() {}

  static String text(String expected, String instead, Timeline timeline) {
    return "expected " + expected + "\nbut " + instead + "\n\n" + timeline.text();
  }
}
