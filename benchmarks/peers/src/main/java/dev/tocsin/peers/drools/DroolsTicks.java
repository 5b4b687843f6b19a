package dev.tocsin.peers.drools;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import dev.tocsin.api.Call;
import dev.tocsin.peers.hand.Readings;
import dev.tocsin.peers.others.HeldRules;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import dev.tocsin.peers.rules.RuleSet;
import java.util.EnumMap;
import java.util.Map;
import org.drools.model.Drools;
import org.drools.model.Index;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Aggregates by hand, and Drools told every one of them every second. */
public final class DroolsTicks implements Contender {
  private final Readings readings = new Readings();
  private final Map<Metric, ReadingFact> facts = new EnumMap<>(Metric.class);
  private final Map<Metric, FactHandle> handles = new EnumMap<>(Metric.class);
  private final KieSession session;
  private final HeldRules held;

  /** Without drift. */
  public DroolsTicks(RuleSet rules, Alarm alarm) {
    held = new HeldRules(alarm);
    ModelImpl model = new ModelImpl();
    for (Rule rule : rules.rules()) {
      if (rule.metric() != Metric.DRIFT) {
        model.addRule(build(rule));
      }
    }
    session = KieBaseBuilder.createKieBaseFromModel(model).newKieSession();
    for (Metric metric : Metric.values()) {
      if (metric != Metric.DRIFT) {
        ReadingFact fact = new ReadingFact(metric);
        fact.set(Double.NaN, 0);
        facts.put(metric, fact);
        handles.put(metric, session.insert(fact));
      }
    }
  }

  private static org.drools.model.Rule build(Rule rule) {
    Variable<ReadingFact> reading = declarationOf(ReadingFact.class, "reading");
    Metric metric = rule.metric();
    double constant = rule.inBaseUnits();
    int index = rule.index();
    return rule("dev.tocsin.peers", rule.name())
        .build(
            pattern(reading)
                .expr(
                    "metric == " + metric,
                    fact -> fact.metric() == metric,
                    alphaIndexedBy(
                        Metric.class, Index.ConstraintType.EQUAL, 0, ReadingFact::metric, metric))
                .expr(
                    "value beyond " + constant,
                    fact ->
                        fact.samples() >= metric.minSamples()
                            && (metric.below()
                                ? fact.value() < constant
                                : fact.value() > constant)),
            on(reading)
                .execute(
                    (Drools drools, ReadingFact fact) -> drools.logicalInsert(new Held(index))));
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    readings.second(calls, from, to, tick);
    facts.forEach(
        (metric, fact) -> {
          fact.set(readings.value(metric), readings.samples(metric));
          session.update(handles.get(metric), fact);
        });
    session.fireAllRules();
    for (Object fact : session.getObjects(new ClassObjectFilter(Held.class))) {
      held.holds(((Held) fact).rule());
    }
    held.tick(tick);
  }

  @Override
  public void close() {
    session.dispose();
  }
}
