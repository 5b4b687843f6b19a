package dev.tocsin.match.drools;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import dev.tocsin.match.FiringAlert;
import dev.tocsin.match.Inhibited;
import dev.tocsin.routing.InhibitionPlan;
import dev.tocsin.routing.LabelTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.model.Drools;
import org.drools.model.Index;
import org.drools.model.Model;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;

/**
 * Inhibitions as rules over the alerts that fire. Each alert is a fact for every inhibition it
 * takes part in, as source, target or both, so that the join of two sides is one look into an index
 * by the labels they must have in common.
 */
final class InhibitionModel {
  private static final String PACKAGE = "dev.tocsin.inhibitions";

  private InhibitionModel() {}

  /**
   * An alert that takes part in an inhibition.
   *
   * @param rule the place of the inhibition
   * @param alert which
   * @param isSource whether it can keep others from being sent
   * @param isTarget whether it can be kept from being sent
   * @param common its values of the labels that both must have in common
   */
  record Side(
      int rule, FiringAlert alert, boolean isSource, boolean isTarget, List<String> common) {

    /** The part that an alert takes in an inhibition; with neither it takes none. */
    static Side of(int rule, InhibitionPlan plan, FiringAlert alert) {
      Map<String, String> labels = alert.labels();
      return new Side(
          rule,
          alert,
          LabelTest.all(plan.source(), labels),
          LabelTest.all(plan.target(), labels),
          plan.equal().stream()
              .map(label -> Objects.requireNonNullElse(labels.get(label), ""))
              .toList());
    }

    /** Alerts that are both do not keep each other silent, nor themselves, as in Alertmanager. */
    boolean keeps(Side target) {
      return !(isTarget && target.isSource);
    }
  }

  static Model of(List<InhibitionPlan> plans) {
    ModelImpl model = new ModelImpl(PACKAGE); // without a name it draws a random one, securely
    for (int place = 0; place < plans.size(); place++) {
      model.addRule(inhibition(place, plans.get(place).name()));
    }
    return model;
  }

  private static Rule inhibition(int place, String name) {
    Variable<Side> source = declarationOf(Side.class, "source");
    Variable<Side> target = declarationOf(Side.class, "target");
    PatternDef<Side> fires = side(source, place).expr("isSource", Side::isSource);
    PatternDef<Side> silent =
        side(target, place)
            .expr("isTarget", Side::isTarget)
            .expr(
                "common == source.common",
                source,
                (t, s) -> t.common().equals(s.common()),
                betaIndexedBy(
                    List.class,
                    Index.ConstraintType.EQUAL,
                    1,
                    Side::common,
                    Side::common,
                    List.class))
            .expr("source.keeps(this)", source, (t, s) -> s.keeps(t));
    return rule(PACKAGE, place + " " + name)
        .build(
            fires,
            silent,
            on(source, target)
                .execute(
                    (Drools drools, Side s, Side t) ->
                        drools.logicalInsert(
                            new Inhibited(place, t.alert().key(), s.alert().key()))));
  }

  private static PatternDef<Side> side(Variable<Side> variable, int place) {
    return pattern(variable)
        .expr(
            "rule == " + place,
            side -> side.rule() == place,
            alphaIndexedBy(int.class, Index.ConstraintType.EQUAL, 0, Side::rule, place));
  }
}
