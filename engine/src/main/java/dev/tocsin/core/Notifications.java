package dev.tocsin.core;

import dev.tocsin.api.Instants;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.match.drools.DroolsInhibitions;
import dev.tocsin.plan.Plan;
import dev.tocsin.route.MessageKeys;
import dev.tocsin.route.Router;
import dev.tocsin.route.RuleFacts;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of the alerts of an engine: a router for the rules that it has. */
final class Notifications {
  private final EngineOutput output;
  private Router router;
  private long errorsBefore;

  Notifications(Plan plan, EngineOutput output) {
    this.output = output;
    this.router = router(plan);
  }

  Router router() {
    return router;
  }

  /** Looks at groups that ended in an error of our own. */
  long errors() {
    return errorsBefore + router.errors();
  }

  /** Does what was due before a tick. */
  void before(long tick) {
    router.advance(tick - 1);
  }

  /** Does what is due at a tick, or between two. */
  void at(long nanos) {
    router.advance(nanos);
  }

  /** Tells what happened to an alert. */
  void tell(Transition transition) {
    output.transition(transition);
    router.transition(transition);
  }

  /** By index: an iterator would be garbage of every tick. */
  void tell(List<Transition> transitions) {
    for (int i = 0; i < transitions.size(); i++) {
      tell(transitions.get(i));
    }
  }

  /** Applies an input that concerns what is told, and nothing else. */
  void apply(Input input) {
    if (input instanceof Input.Delivered delivered) {
      MessageKeys.of(delivered.delivery())
          .ifPresent(
              key ->
                  router.delivered(key, delivered.nanos(), delivered.done(), delivered.receipt()));
    } else if (input instanceof Input.Silenced silenced) {
      router.silence(silenced.silence());
    } else if (input instanceof Input.Expired expired) {
      router.expire(expired.silence(), Instants.ofNanos(expired.nanos()));
    } else if (input instanceof Input.Acknowledged acknowledged) {
      router.acknowledge(acknowledged.alerts(), acknowledged.by());
    } else if (input instanceof Input.Timer timer) {
      router.advance(timer.nanos());
    }
  }

  /** Other rules take over. */
  void reload(Plan plan) {
    Router next = router(plan);
    next.adopt(router);
    errorsBefore += router.errors();
    router.close();
    router = next;
  }

  /** Forgets a user, whose alerts end. */
  void erase(String user, List<Transition> ends) {
    Map<String, Transition> byKey = new LinkedHashMap<>();
    for (Transition end : ends) {
      output.transition(end);
      byKey.put(end.alertKey(), end);
    }
    router.erase(user, byKey);
  }

  void writeTo(ByteOutput out) {
    router.writeTo(out);
  }

  void readFrom(ByteInput in) throws IOException {
    router.readFrom(in);
  }

  void close() {
    router.close();
  }

  private Router router(Plan plan) {
    Map<String, RuleFacts> rules = new HashMap<>();
    plan.rules()
        .forEach(rule -> rules.put(rule.name(), new RuleFacts(rule.type(), rule.channels())));
    return new Router(plan.routing(), rules, output::reachable, DroolsInhibitions::new, output);
  }
}
