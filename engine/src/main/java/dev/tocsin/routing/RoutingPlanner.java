package dev.tocsin.routing;

import dev.tocsin.api.Silence;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.routing.InhibitionDefinition;
import dev.tocsin.dsl.routing.IntervalDefinition;
import dev.tocsin.dsl.routing.MatcherDefinition;
import dev.tocsin.dsl.routing.ReceiverDefinition;
import dev.tocsin.dsl.routing.RoutingDefinition;
import dev.tocsin.dsl.template.Template;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the plan of where alerts go. */
public final class RoutingPlanner {
  private final RoutingDefinition file;
  private final Diagnostics diagnostics;
  private final RouteNames names;
  private final RouteDoubts doubts;

  private RoutingPlanner(RoutingDefinition file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.names = new RouteNames(diagnostics);
    this.doubts = new RouteDoubts(diagnostics);
  }

  /**
   * Resolves names and inheritance, and reports what is wrong or without effect.
   *
   * @param diagnostics takes the problems; with errors in it the plan is incomplete
   */
  public static RoutingPlan plan(RoutingDefinition file, Diagnostics diagnostics) {
    return new RoutingPlanner(file, diagnostics).plan();
  }

  private RoutingPlan plan() {
    file.receivers().forEach(receiver -> names.add(receiver(receiver)));
    file.intervals().forEach(interval -> names.add(interval(interval)));
    MessageFormats formats = new MessageFormats(diagnostics);
    file.receivers().stream()
        .flatMap(receiver -> Stream.concat(receiver.title().stream(), receiver.text().stream()))
        .forEach(formats::check);
    file.links().forEach(link -> formats.check(link.address()));
    RoutePlan root =
        file.routes()
            .map(routes -> new RoutePlanner(names, diagnostics).root(routes))
            .orElse(RoutePlan.DEFAULT);
    unused();
    Map<String, Template> links = new LinkedHashMap<>();
    file.links().forEach(link -> links.putIfAbsent(link.name().value(), link.address()));
    return new RoutingPlan(
        root, names.receivers(), inhibitions(), silences(), links, file.routes().isPresent());
  }

  private static ReceiverPlan receiver(ReceiverDefinition written) {
    return new ReceiverPlan(
        written.name().value(),
        written.channels().stream().map(Located::value).distinct().toList(),
        written.sendsResolved(),
        written.title(),
        written.text());
  }

  private TimeInterval interval(IntervalDefinition written) {
    return new TimeInterval(
        written.name().value(),
        written.zone().map(this::zone).orElse(ZoneOffset.UTC),
        written.parts().stream().map(RoutingPlanner::part).toList());
  }

  private ZoneId zone(Located<String> name) {
    try {
      return ZoneId.of(name.value());
    } catch (DateTimeException e) {
      diagnostics.error(
          Code.BAD_ZONE,
          name.span(),
          "no time zone '" + name.value() + "'",
          Suggestions.nearest(name.value(), ZoneId.getAvailableZoneIds()));
      return ZoneOffset.UTC;
    }
  }

  private static TimeInterval.Part part(IntervalDefinition.Part written) {
    return new TimeInterval.Part(
        ranges(written.minutes()),
        ranges(written.weekdays()),
        ranges(written.daysOfMonth()),
        ranges(written.months()),
        ranges(written.years()));
  }

  private static List<TimeInterval.Range> ranges(List<IntervalDefinition.Range> written) {
    return written.stream()
        .map(range -> new TimeInterval.Range(range.from(), range.until()))
        .toList();
  }

  private List<Silence> silences() {
    MatcherPlanner matchers = new MatcherPlanner(diagnostics);
    file.silences().forEach(silence -> silence(silence.matchers(), matchers));
    return file.silences().stream().map(FileSilence::of).distinct().toList();
  }

  private void silence(List<MatcherDefinition> written, MatcherPlanner matchers) {
    List<LabelTest> tests = matchers.tests(written);
    if (tests.size() == written.size() && LabelTest.all(tests, Map.of())) {
      diagnostics.error(
          Code.SILENCES_ALL,
          written.get(0).label().span(),
          "this silences everything: an alert without labels passes all its matchers",
          "name something that an alert must have, as in 'rule = slow'");
    }
  }

  private List<InhibitionPlan> inhibitions() {
    MatcherPlanner matchers = new MatcherPlanner(diagnostics);
    List<InhibitionPlan> plans = new ArrayList<>();
    for (InhibitionDefinition written : file.inhibitions()) {
      String number = "#" + (plans.size() + 1);
      InhibitionPlan plan =
          new InhibitionPlan(
              written.name().map(Located::value).orElse(number),
              matchers.tests(written.source()),
              matchers.tests(written.target()),
              written.equal().stream().map(Located::value).toList());
      doubts.inhibition(written, plan);
      plans.add(plan);
    }
    return plans;
  }

  private void unused() {
    String routes = file.routes().isPresent() ? "" : ", under 'routes:'";
    file.receivers().stream()
        .map(ReceiverDefinition::name)
        .filter(name -> !names.usesReceiver(name.value()))
        .forEach(
            name -> doubts.unused(name, "receiver", "write receiver: " + name.value() + routes));
    file.intervals().stream()
        .map(IntervalDefinition::name)
        .filter(name -> !names.usesInterval(name.value()))
        .forEach(
            name -> doubts.unused(name, "time interval", "write mute: " + name.value() + routes));
  }
}
