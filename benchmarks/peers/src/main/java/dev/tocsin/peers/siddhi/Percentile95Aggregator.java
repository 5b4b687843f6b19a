package dev.tocsin.peers.siddhi;

import dev.tocsin.peers.others.Percentile95;
import io.siddhi.annotation.Extension;
import io.siddhi.annotation.Parameter;
import io.siddhi.annotation.ParameterOverload;
import io.siddhi.annotation.ReturnAttribute;
import io.siddhi.annotation.util.DataType;
import io.siddhi.core.config.SiddhiQueryContext;
import io.siddhi.core.executor.ExpressionExecutor;
import io.siddhi.core.query.processor.ProcessingMode;
import io.siddhi.core.query.selector.attribute.aggregator.AttributeAggregatorExecutor;
import io.siddhi.core.util.config.ConfigReader;
import io.siddhi.core.util.snapshot.state.State;
import io.siddhi.core.util.snapshot.state.StateFactory;
import io.siddhi.query.api.definition.Attribute;
import java.util.Map;

/** The 95th percentile as a function of Siddhi, which has none. */
@Extension(
    name = "p95",
    namespace = "peers",
    description = "The 95th percentile by nearest rank.",
    parameters =
        @Parameter(name = "number", description = "of what", type = DataType.LONG, dynamic = true),
    parameterOverloads = @ParameterOverload(parameterNames = "number"),
    returnAttributes = @ReturnAttribute(description = "the percentile", type = DataType.DOUBLE))
public final class Percentile95Aggregator
    extends AttributeAggregatorExecutor<Percentile95Aggregator.Counted> {

  /** What is counted; not meant to be stored. */
  static final class Counted extends State {
    private final Percentile95 percentile = new Percentile95();

    @Override
    public boolean canDestroy() {
      return false;
    }

    @Override
    public Map<String, Object> snapshot() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void restore(Map<String, Object> state) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  protected StateFactory<Counted> init(
      ExpressionExecutor[] executors,
      ProcessingMode mode,
      boolean outputExpectsExpired,
      ConfigReader reader,
      SiddhiQueryContext context) {
    return Counted::new;
  }

  @Override
  public Object processAdd(Object data, Counted counted) {
    counted.percentile.add((Long) data);
    return counted.percentile.read();
  }

  @Override
  public Object processAdd(Object[] data, Counted counted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object processRemove(Object data, Counted counted) {
    counted.percentile.remove((Long) data);
    return counted.percentile.read();
  }

  @Override
  public Object processRemove(Object[] data, Counted counted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object reset(Counted counted) {
    counted.percentile.clear();
    return Double.NaN;
  }

  @Override
  public Attribute.Type getReturnType() {
    return Attribute.Type.DOUBLE;
  }
}
