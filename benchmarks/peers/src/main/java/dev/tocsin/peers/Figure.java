package dev.tocsin.peers;

/**
 * One figure of the side-by-side run.
 *
 * @param part of the run: rules, different, groups, memory
 * @param x how many rules or users
 * @param contender whose
 * @param variant which traffic or rules, or empty
 * @param eventsASecond how fast
 * @param slowest the slowest run
 * @param fastest the fastest run
 * @param stateBytes what it holds, or 0 where that was not measured
 * @param note what a reader must know, or empty
 */
record Figure(
    String part,
    int x,
    String contender,
    String variant,
    double eventsASecond,
    double slowest,
    double fastest,
    long stateBytes,
    String note) {
  static final String CSV_HEADER =
      "part,x,contender,variant,events_a_second,slowest,fastest,state_bytes,note\n";

  String csv() {
    return "%s,%d,%s,%s,%.0f,%.0f,%.0f,%d,\"%s\"%n"
        .formatted(part, x, contender, variant, eventsASecond, slowest, fastest, stateBytes, note);
  }
}
