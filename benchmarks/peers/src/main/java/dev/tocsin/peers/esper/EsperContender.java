package dev.tocsin.peers.esper;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import dev.tocsin.api.Call;
import dev.tocsin.benchmarks.Traffic;
import dev.tocsin.peers.others.HeldRules;
import dev.tocsin.peers.others.PricedEvent;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import dev.tocsin.peers.rules.RuleSet;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Esper with one statement for each rule. Its clock moves once a second, to the second's beginning
 * before its events and to its end behind them: moving it to each stamp makes it slower and changes
 * nothing at a resolution of a second.
 */
public final class EsperContender implements Contender {
  private static final AtomicInteger RUNTIMES = new AtomicInteger();

  private final EPRuntime runtime;
  private final HeldRules held;

  /** Without drift. */
  public EsperContender(RuleSet rules, Alarm alarm) {
    held = new HeldRules(alarm);
    Configuration configuration = new Configuration();
    configuration.getCommon().addEventType("Event", PricedEvent.class);
    configuration
        .getCompiler()
        .addPlugInAggregationFunctionForge("p95", Percentile95Forge.class.getName());
    configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
    configuration.getRuntime().getExpression().setTimeZone(TimeZone.getTimeZone("UTC"));
    runtime = EPRuntimeProvider.getRuntime("peers-" + RUNTIMES.incrementAndGet(), configuration);
    runtime.getEventService().clockExternal();
    runtime.getEventService().advanceTime(Traffic.START.toEpochMilli());
    deploy(rules, configuration);
  }

  private void deploy(RuleSet rules, Configuration configuration) {
    StringBuilder text = new StringBuilder(Statements.DAY);
    for (Rule rule : rules.rules()) {
      if (rule.metric() != Metric.DRIFT) {
        text.append(Statements.of(rule));
      }
    }
    try {
      EPCompiled compiled =
          EPCompilerProvider.getCompiler()
              .compile(text.toString(), new CompilerArguments(configuration));
      for (EPStatement statement :
          runtime.getDeploymentService().deploy(compiled).getStatements()) {
        if (Character.isDigit(statement.getName().charAt(0))) {
          int rule = Integer.parseInt(statement.getName());
          statement.addListener(
              (now, before, from, in) -> {
                if (now != null) {
                  held.holds(rule);
                }
              });
        }
      }
    } catch (EPCompileException | EPDeployException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    for (int i = from; i < to; i++) {
      runtime.getEventService().sendEventBean(PricedEvent.of(calls[i]), "Event");
    }
    runtime.getEventService().advanceTime(TimeUnit.NANOSECONDS.toMillis(tick));
    held.tick(tick);
  }

  @Override
  public void close() {
    runtime.destroy();
  }
}
