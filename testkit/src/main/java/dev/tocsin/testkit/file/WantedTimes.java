package dev.tocsin.testkit.file;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.testfile.Expectation;
import dev.tocsin.dsl.testfile.Expectation.When;
import dev.tocsin.dsl.testfile.TimePoint;
import dev.tocsin.testkit.Replay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The times that the expectations of a test speak of. */
final class WantedTimes {
  private final List<Expectation> expectations;
  private final Instant start;
  private final ZoneId zone;

  WantedTimes(List<Expectation> expectations, Instant start, ZoneId zone) {
    this.expectations = expectations;
    this.start = start;
    this.zone = zone;
  }

  /** How long the replay must go on to see all of them. */
  Optional<Instant> latest() {
    return expectations.stream().flatMap(this::ends).max(Instant::compareTo);
  }

  private Stream<Instant> ends(Expectation expectation) {
    if (expectation instanceof Expectation.OfAlert alert) {
      Optional<Instant> fires = alert.fires().flatMap(when -> end(when, start));
      Optional<Instant> resolves = alert.resolves().flatMap(when -> end(when, fires.orElse(start)));
      return Stream.of(fires, resolves, alert.pending().flatMap(when -> end(when, start)))
          .flatMap(Optional::stream);
    }
    if (expectation instanceof Expectation.Never never) {
      return never.during().flatMap(when -> end(when, start)).stream();
    }
    if (expectation instanceof Expectation.Standing standing) {
      return standing.at().map(this::moment).stream();
    }
    if (expectation instanceof Expectation.OfMessage message) {
      return end(message.when(), start).stream();
    }
    return expectation instanceof Expectation.OfValue value
        ? Stream.of(moment(value.at()))
        : Stream.empty();
  }

  private Optional<Instant> end(When when, Instant base) {
    Optional<Instant> from = when.from().map(this::moment);
    Optional<Duration> within = when.within();
    return within.isPresent()
        ? Optional.of(from.orElse(base).plus(within.get()))
        : when.to().map(this::moment).or(() -> from);
  }

  private Instant moment(Located<TimePoint> time) {
    return time.value().in(start, zone);
  }

  /** Whether any of them is about what is told. */
  boolean speakOfMessages() {
    return expectations.stream()
        .anyMatch(
            each ->
                each instanceof Expectation.OfMessage
                    || (each instanceof Expectation.Never never
                        && never.steps().contains(Expectation.Step.SENT))
                    || (each instanceof Expectation.OfAlert alert
                        && (alert.told().channels().isPresent()
                            || alert.told().notChannels().isPresent()
                            || alert.told().receivers().isPresent())));
  }

  /** Readings of rules that are asked for. */
  List<Replay.Probe> probes() {
    List<Replay.Probe> probes = new ArrayList<>();
    for (Expectation expectation : expectations) {
      if (expectation instanceof Expectation.Standing standing
          && standing.reading().isPresent()
          && standing.at().isPresent()) {
        Map<String, String> group = new LinkedHashMap<>();
        standing.group().forEach((name, value) -> group.put(name, value.value()));
        probes.add(new Replay.Probe(standing.rule().value(), group, moment(standing.at().get())));
      }
    }
    return probes;
  }

  /** The values that are asked for, as readings of the rules that stand for them. */
  List<Replay.Probe> valueProbes() {
    List<Replay.Probe> probes = new ArrayList<>();
    values()
        .forEach(
            value ->
                probes.add(
                    new Replay.Probe(
                        ValueRules.name(value.expression()), Map.of(), moment(value.at()))));
    return probes;
  }

  /** The same readings under the texts of their expressions. */
  List<Replay.Probed> named(List<Replay.Probed> probed) {
    Map<String, String> texts = new LinkedHashMap<>();
    values()
        .forEach(
            value -> texts.put(ValueRules.name(value.expression()), value.expression().text()));
    return probed.stream()
        .map(
            each ->
                new Replay.Probed(
                    new Replay.Probe(
                        texts.getOrDefault(each.probe().rule(), each.probe().rule()),
                        each.probe().group(),
                        each.probe().at()),
                    each.comparisons()))
        .toList();
  }

  private Stream<Expectation.OfValue> values() {
    return expectations.stream()
        .filter(Expectation.OfValue.class::isInstance)
        .map(Expectation.OfValue.class::cast);
  }
}
