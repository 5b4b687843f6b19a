package dev.tocsin.route;

import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Silence;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.SilenceCodec;
import dev.tocsin.event.Regex;
import dev.tocsin.routing.LabelTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Silences of the rule file and those that were made while the engine runs. What has ended stays
 * for five days, so that it can still be seen.
 */
final class Silences {
  private static final Duration KEPT = Duration.ofDays(5);

  private final Map<String, Ready> all = new LinkedHashMap<>();
  private long made;

  private record Ready(Silence silence, List<LabelTest> tests, boolean isOfFile) {}

  Silences(List<Silence> ofFile) {
    ofFile.forEach(silence -> put(silence, true));
  }

  /** The id that the next one gets. */
  String nextId() {
    return "s" + (made + 1);
  }

  /** Adds one, or puts it in place of the one with its id. */
  void add(Silence silence) {
    made += silence.id().equals(nextId()) ? 1 : 0;
    put(silence, false);
  }

  /**
   * Ends one.
   *
   * @return false when there is none of that name, or it has ended, or the rule file says it
   */
  boolean expire(String id, Instant now) {
    Ready found = all.get(id);
    if (found == null || found.isOfFile || !found.silence.until().isAfter(now)) {
      return false;
    }
    Silence old = found.silence;
    Instant from = old.from().isBefore(now) ? old.from() : now;
    put(new Silence(id, old.matchers(), from, now, old.by(), old.comment()), false);
    return true;
  }

  /** Whether one was not said by the rule file. */
  boolean canExpire(String id) {
    Ready found = all.get(id);
    return found != null && !found.isOfFile;
  }

  /** One that is in force for an alert: the one that lasts longest. */
  Optional<Silence> of(Map<String, String> labels, Instant now) {
    Silence longest = null;
    for (Ready each : all.values()) {
      if (each.silence.isActive(now)
          && LabelTest.all(each.tests, labels)
          && (longest == null || each.silence.until().isAfter(longest.until()))) {
        longest = each.silence;
      }
    }
    return Optional.ofNullable(longest);
  }

  List<Silence> list() {
    return all.values().stream().map(Ready::silence).toList();
  }

  /** Takes over what was not said by a rule file. */
  void adopt(Silences old) {
    made = old.made;
    old.all.values().stream()
        .filter(each -> !each.isOfFile)
        .forEach(each -> put(each.silence, false));
  }

  /** Forgets those that name a user. */
  void erase(String user) {
    all.values()
        .removeIf(
            each ->
                !each.isOfFile
                    && each.silence.matchers().stream()
                        .anyMatch(
                            matcher ->
                                matcher.label().equals("user") && matcher.value().equals(user)));
  }

  /** Lets go of those that ended long ago. */
  void tidy(Instant now) {
    all.values().removeIf(each -> !each.isOfFile && each.silence.until().plus(KEPT).isBefore(now));
  }

  void writeTo(ByteOutput out) {
    out.writeLong(made);
    List<Silence> own =
        all.values().stream().filter(each -> !each.isOfFile).map(Ready::silence).toList();
    out.varint(own.size());
    own.forEach(silence -> SilenceCodec.write(silence, out));
  }

  void readFrom(ByteInput in) throws IOException {
    made = in.readLong();
    for (long left = in.varint(); left > 0; left--) {
      put(SilenceCodec.read(in), false);
    }
  }

  private void put(Silence silence, boolean ofFile) {
    List<LabelTest> tests = new ArrayList<>();
    for (LabelMatcher matcher : silence.matchers()) {
      try {
        tests.add(LabelTest.of(matcher));
      } catch (Regex.BadPatternException e) {
        throw new IllegalArgumentException(matcher + ": " + e.problem().message(), e);
      }
    }
    all.put(silence.id(), new Ready(silence, tests, ofFile));
  }
}
