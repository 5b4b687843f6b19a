package dev.tocsin.channels.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.api.Contributor;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Unit;
import dev.tocsin.api.ValueText;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What shows why an alert fires, in words. */
final class EvidenceText {
  private EvidenceText() {}

  /** The calls that show it, and the segments that contribute most. */
  static List<Fact> facts(NotifiedAlert alert) {
    Evidence evidence = alert.transition().evidence();
    List<Fact> facts = new ArrayList<>();
    if (!evidence.exemplars().isEmpty()) {
      Unit unit = alert.transition().decisive().unit();
      facts.add(
          new Fact(
              "Calls",
              evidence.exemplars().stream()
                  .map(exemplar -> call(exemplar, unit))
                  .collect(Collectors.joining(", "))));
    }
    if (!evidence.contributors().isEmpty()) {
      facts.add(
          new Fact(
              "Contributors",
              evidence.contributors().stream()
                  .map(EvidenceText::segment)
                  .collect(Collectors.joining("\n"))));
    }
    return facts;
  }

  /** The links of the alert; those that lead to a call of the evidence say to which. */
  static Stream<Link> links(NotifiedAlert alert) {
    List<Exemplar> exemplars = alert.transition().evidence().exemplars();
    return alert.links().entrySet().stream()
        .flatMap(
            link -> {
              Optional<String> shown =
                  exemplars.stream()
                      .filter(exemplar -> leadsTo(link.getValue(), exemplar))
                      .map(exemplar -> " of call " + exemplar.call())
                      .findFirst();
              return Link.of(link.getKey() + shown.orElse(""), link.getValue()).stream();
            });
  }

  private static boolean leadsTo(String url, Exemplar exemplar) {
    return contains(url, exemplar.call()) || contains(url, exemplar.trace());
  }

  private static boolean contains(String url, @Nullable String id) {
    return id != null
        && !id.isEmpty()
        && (url.contains(id) || url.contains(URLEncoder.encode(id, UTF_8)));
  }

  private static String call(Exemplar exemplar, Unit unit) {
    Double value = exemplar.value();
    return exemplar.call()
        + (value == null ? "" : " (" + ValueText.near(value, Double.NaN, unit) + ")");
  }

  private static String segment(Contributor contributor) {
    return "%s=%s %d %% (%d %% of traffic)"
        .formatted(
            contributor.dimension(),
            contributor.value(),
            Math.round(contributor.share() * 100),
            Math.round(contributor.trafficShare() * 100));
  }
}
